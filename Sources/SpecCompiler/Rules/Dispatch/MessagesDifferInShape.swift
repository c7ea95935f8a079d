import SpecModel

/// A socket tells the messages that it receives apart by their frames, or a reply by its request.
///
/// By constants first (`$type` is one for each message), then by what may stand in a frame and by the number of frames.
struct MessagesDifferInShape: Rule {
  static let code: DiagnosticCode = "ZS0602"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.confusions().compactMap { confusion in
      guard case .none = confusion.distinction else { return nil }
      let (a, b) = (confusion.first, confusion.second)
      let (first, second) = (spec[a.message], spec[b.message])
      return error(
        at: b.range,
        "\(spec.socket(confusion.socket)) cannot tell '\(second.name)' from '\(first.name)': the same frames may be either",
        help: help(first, second, a, b, in: spec),
        notes: [
          Diagnostic.Note("it receives '\(first.name)' here", at: a.range),
          Diagnostic.Note("'\(first.name)' is \(first.bodyFrames(in: spec).notation)", at: first.name.range),
          Diagnostic.Note("'\(second.name)' is \(second.bodyFrames(in: spec).notation)", at: second.name.range),
        ])
    }
  }

  private static func help(
    _ first: MessageSpec, _ second: MessageSpec, _ a: Reception, _ b: Reception, in spec: ProtocolSpec
  ) -> String {
    let typed = [first, second].allSatisfy { message in
      message.layout.declared.map { spec[$0].references.contains { $0.target == .type } } ?? true
    }
    if typed, first.wireType == second.wireType { return "give one of them another `wire`" }
    if a.isSpoken != b.isSpoken {
      return "write `$type` or a constant into both layouts; a reply is known by its request only among other replies"
    }
    return "write `$type` into the layout, or a constant that only one of them has"
  }
}
