import SpecModel
import ZMQWire

/// `in` and `out` are what the author believes; the socket types say what is true.
///
/// ```
/// out: [ping_uuid, 'ping, count']            frame 2 is missing: '', the delimiter
///      [ping_uuid, '', 'ping, count']
/// ```
///
/// Source: RFC 28; the envelope rule, which the tests measure on libzmq.
struct WrittenFramesMatchDerivedFrames: Rule {
  static let code: DiagnosticCode = "ZS0501"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains where chain.steps.contains(where: hasAssertions) {
      for (step, frames) in zip(chain.steps, spec.frames(of: chain)) {
        for (index, (hop, frames)) in zip(step.hops, frames.hops).enumerated() {
          let label = step.label(ofHop: index)
          if let written = hop.assertedSent {
            found += compare(
              written, with: frames.sent, key: "in", label: "\(label) IN", sockets: [hop.sender], step: step, in: spec)
          }
          // What is lost on the way is told by the rule that says why.
          let isLost = frames.loss != nil || (step.isLost && index == step.hops.count - 1)
          if let written = hop.assertedReceived, !isLost {
            found += compare(
              written, with: frames.received, key: "out", label: "\(label) OUT", sockets: hop.receivers, step: step,
              in: spec)
          }
        }
      }
    }
    return found
  }

  private static func hasAssertions(_ step: StepSpec) -> Bool {
    step.hops.contains { $0.assertedSent != nil || $0.assertedReceived != nil }
  }

  private static func compare(
    _ written: FrameListSpec, with derived: [FrameSymbol], key: String, label: String, sockets: [SocketID],
    step: StepSpec, in spec: ProtocolSpec
  ) -> [Diagnostic] {
    let body = derived.count - spec[step.message].bodyFrames(in: spec).count
    let expected = derived.enumerated().map { index, symbol in
      ExpectedFrame(
        symbol: symbol, topic: (step.topic ?? spec[step.sender].topic)?.text, isBody: index >= body)
    }
    var notes = FrameDifference.notes(written: written, expected: expected)
    if notes.isEmpty { return [] }
    if let layout = spec[step.message].layout.declared {
      notes.append(
        Diagnostic.Note(
          "'\(spec[step.message].name)' has the frames of the layout '\(spec[layout].name)'",
          at: spec[layout].name.range))
    }
    let types = sockets.map { spec[$0].type.withArticle }.first ?? ""
    let does =
      key == "in" ? "the program passes \(derived.notation) to \(types)" : "\(types) delivers \(derived.notation)"
    return [
      error(
        at: written.range, "these are not the frames of \(label): \(does)",
        help: "write `\(key): \(derived.notation)`, or leave `\(key)` out: it is derived", notes: notes,
        fix: [Edit(written.range, derived.notation)])
    ]
  }
}
