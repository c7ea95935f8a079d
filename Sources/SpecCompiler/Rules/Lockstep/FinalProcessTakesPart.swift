import SpecModel

/// `final` names the process that sends or receives the step: a third one cannot know of it, and neither can the
/// receiver of what is `lost`.
struct FinalProcessTakesPart: Rule {
  static let code: DiagnosticCode = "ZS0408"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps {
        guard let process = step.final else { continue }
        let participants = [step.sender.process] + (step.isLost ? [] : step.receivers.map(\.process))
        if participants.contains(process) { continue }
        let isLost = step.receivers.contains { $0.process == process }
        found.append(
          error(
            at: step.range,
            "'\(spec[process].name)' cannot end with this step: "
              + (isLost
                ? "'\(spec[step.message].name)' is lost, so it never hears of it"
                : "it neither sends nor receives '\(spec[step.message].name)'"),
            help: "name \(participants.map { spec[$0].name }.quotedList("or")), or write `final` on the step that "
              + "tells '\(spec[process].name)' to end"))
      }
    }
    return found
  }
}
