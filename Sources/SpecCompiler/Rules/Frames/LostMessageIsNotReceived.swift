import SpecModel

/// What is `lost` has no `out`: it never reaches the other side of its last hop.
struct LostMessageIsNotReceived: Rule {
  static let code: DiagnosticCode = "ZS0502"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.isLost {
        guard let written = step.hops.last?.assertedReceived else { continue }
        let receivers = step.receivers.map { spec[$0.process].name }.quotedList()
        found.append(
          error(
            at: written.range,
            "'\(spec[step.message].name)' is lost, so nothing comes out at \(receivers)",
            help: "leave `out` out, or `lost: true`",
            notes: [Diagnostic.Note("the message is lost in this step", at: step.range)]))
      }
    }
    return found
  }
}
