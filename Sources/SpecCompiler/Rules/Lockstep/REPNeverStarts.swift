import SpecModel
import ZMQWire

/// A REP only answers; it has nobody to send to before somebody asks.
///
/// Source: RFC 28; libzmq `rep.cpp`, EFSM.
struct REPNeverStarts: Rule {
  static let code: DiagnosticCode = "ZS0404"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.answers == nil && spec[step.sender].type == .rep {
        guard let receiver = step.receivers.first, spec.fit(step) else {
          continue
        }
        let (sender, asker) = (spec[step.sender.process].name, spec[receiver.process].name)
        found.append(
          error(
            at: step.range,
            "a REP cannot speak first: libzmq refuses '\(spec[step.message].name)' with EFSM, because nobody has asked",
            help: "write `\(asker) <- \(sender): \(spec[step.message].name)` if it answers a request, or make "
              + "\(spec.socket(step.sender)) a ROUTER",
            notes: [spec.typeNote(step.sender)]))
      }
    }
    return found
  }
}
