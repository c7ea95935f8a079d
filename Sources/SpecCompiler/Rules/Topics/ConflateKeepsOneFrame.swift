import SpecModel
import ZMQWire

/// `conflate` keeps the last frame, not the last message.
///
/// ```
/// PUSH ['load', '7']  →  PULL ['7']          PUB ['load', '7']  →  SUB nothing at all
/// ```
///
/// Source: man zmq_setsockopt, ZMQ_CONFLATE, "does not support multi-part messages"; measured.
struct ConflateKeepsOneFrame: Rule {
  static let code: DiagnosticCode = "ZS0906"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let options = Dictionary(
      uniqueKeysWithValues: spec.socketIDs.compactMap { id in
        spec[id].options.first { $0.name.text == "conflate" && $0.value == .int(1) }.map { (id, $0) }
      })
    if options.isEmpty { return [] }
    var reported: Set<SocketID> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps {
        let ends = step.hops.flatMap { [$0.sender] + $0.receivers }
        guard ends.contains(where: { options[$0] != nil }), let frames = frames(of: step, in: spec) else { continue }
        for id in ends where !reported.contains(id) {
          guard let option = options[id] else { continue }
          reported.insert(id)
          found.append(
            error(
              at: option.valueRange,
              "`conflate` keeps the last frame, not the last message, and '\(spec[step.message].name)' has \(frames): "
                + "libzmq tears it apart",
              help: "remove `conflate`, or put everything into one frame",
              notes: [
                Diagnostic.Note("'\(spec[step.message].name)' passes \(spec.socket(id)) here", at: step.range)
              ]))
        }
      }
    }
    return found
  }

  /// What travels besides one body frame; nil where there is nothing else.
  private static func frames(of step: StepSpec, in spec: ProtocolSpec) -> String? {
    if step.topic ?? spec[step.sender].topic != nil { return "a topic in front" }
    if spec[step.sender].delimiter || spec[step.sender].type.isLockstep { return "a delimiter in front" }
    let most = MessageShape(of: spec[step.message], in: spec).maximum
    return most.map { $0 > 1 ? "\($0) frames" : nil } ?? "any number of frames"
  }
}
