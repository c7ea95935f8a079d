import SpecModel

/// A process that has ended neither sends nor receives.
///
/// libzmq queues what is sent to it and throws it away when the sender closes, or drops it at once.
struct NothingFollowsFinal: Rule {
  static let code: DiagnosticCode = "ZS0407"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      var ended: [ProcessID: StepSpec] = [:]
      for step in chain.steps {
        if let (process, last) = firstEnded(among: [step.sender] + step.receivers, ended) {
          let name = spec[process].name
          let verb = step.sender.process == process ? "send" : "receive"
          found.append(
            error(
              at: step.range, "'\(name)' has ended and cannot \(verb) '\(spec[step.message].name)'",
              help: "write `final: \(name)` on the last step in which '\(name)' takes part",
              notes: [Diagnostic.Note("'\(name)' ends with this step", at: last.range)]))
        }
        if let process = step.final, ended[process] == nil { ended[process] = step }
      }
    }
    return found
  }

  private static func firstEnded(
    among sockets: [SocketID], _ ended: [ProcessID: StepSpec]
  ) -> (ProcessID, StepSpec)? {
    if ended.isEmpty { return nil }
    for socket in sockets {
      if let last = ended[socket.process] { return (socket.process, last) }
    }
    return nil
  }
}
