import SpecModel

/// A process that acts on what another one has decided can tell from what it receives which way it went.
///
/// Two ways are followed side by side as long as the process sees the same on both. Where it then has to send on the
/// one and must not on the other, nothing tells it what to do. It can tell by a message that comes on one way only, by a
/// deadline that passes, and, it is taken, by the fields of a message: what they say is beyond this check.
///
/// Most processes can know, which is proved for all the choices of a chain at once (`AlternativeProof`); where that
/// fails, each choice is searched (`AlternativeSearch`).
struct AlternativeIsKnown: Rule {
  static let code: DiagnosticCode = "ZS0703"

  /// How many pairs of places are looked at for each process of a chain.
  static let limit = 20_000
  /// How many edges are looked at for that: a place may have as many as the chain has steps.
  static let edgeLimit = 1_000_000

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.outlines.filter { $0.hasGroups && !$0.hasSelfTalk }.flatMap { outline in
      var processes: [ProcessID] = []
      var known: Set<ProcessID> = []
      for step in outline.chain.steps {
        for process in [step.sender.process] + step.receivers.map(\.process) where known.insert(process).inserted {
          processes.append(process)
        }
      }
      return processes.flatMap { process in
        var search = AlternativeSearch(process, outline)
        return search.findings()
      }
    }
  }
}
