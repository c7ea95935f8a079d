import SpecModel

/// What one process waits for because it has asked for it with messages that have no replies of their own.
struct AskedWaits {
  private let process: ProcessID
  private let operations: [ChainProgram.Operation]
  private let steps: [ChainRisks.Step]
  /// What is not known yet to be waited for, in its order.
  private var open: [ChainRisks.Wait]
  /// For each process what it has said to this one, other than replies.
  private var heard: [ProcessID: [Int]] = [:]

  /// - Parameters:
  ///   - part: The operations in which the process takes part.
  ///   - possible: What it waits for if anything that it has asked leads there.
  init(
    _ process: ProcessID, _ operations: [ChainProgram.Operation], _ steps: [ChainRisks.Step], of part: [Int],
    _ possible: [ChainRisks.Wait]
  ) {
    self.process = process
    self.operations = operations
    self.steps = steps
    open = possible
    for index in part where !steps[index].tellsNothing && steps[index].answers == nil {
      if steps[index].socket(of: process) != nil { heard[steps[index].sender, default: []].append(index) }
    }
  }

  /// What any of these messages leads to, each with what is decided where it is sent; what is known already is passed
  /// over. Most chains are walked through twice or three times, however much is asked: most of what comes back does so
  /// after what was asked first.
  mutating func find(_ asks: [Int], apartFrom known: Set<ChainRisks.Wait>) -> Set<ChainRisks.Wait> {
    var found: Set<ChainRisks.Wait> = []
    // What does not come back whatever is decided need not be looked for behind each.
    let possible = follow(Set(asks), [], orFromClients: true)
    open.removeAll { !possible.contains($0) || known.contains($0) }
    var latest = latestOpen
    for ask in asks
    where latest.values.contains(where: { $0.operation > ask && !isClient($0, ask, operations[ask].guards) }) {
      let more = follow([ask], operations[ask].guards)
      if more.isEmpty { continue }
      found.formUnion(more)
      open.removeAll(where: more.contains)
      latest = latestOpen
    }
    return found
  }

  /// Of what is not known yet the last one that each process sends.
  private var latestOpen: [ProcessID: ChainRisks.Wait] {
    Dictionary(open.map { (steps[$0.operation].sender, $0) }) { $1 }
  }

  /// Follows what was asked from one process to the next, until something comes back. Who has spoken to the process
  /// before it asked is its client: nobody waits when that one is gone.
  func follow(
    _ asks: Set<Int>, _ guards: [ChainProgram.Guard], orFromClients: Bool = false
  ) -> Set<ChainRisks.Wait> {
    var found: Set<ChainRisks.Wait> = []
    guard let first = asks.min(), let last = open.last?.operation, first <= last else { return found }
    let wanted = Set(open)
    var informed: [ProcessID: Int] = [:]
    for index in first...last where !steps[index].tellsNothing {
      let step = steps[index]
      guard let ask = asks.contains(index) ? index : informed[step.sender],
        ChainProgram.areCompatible(guards, operations[index].guards)
      else { continue }
      for receiver in step.receivers {
        let wait = ChainRisks.Wait(operation: index, receiver: receiver)
        if receiver.process != process {
          informed[receiver.process] = min(informed[receiver.process] ?? ask, ask)
        } else if wanted.contains(wait), orFromClients || !isClient(wait, ask, guards) {
          found.insert(wait)
        }
      }
    }
    return found
  }

  /// Whether the sender of what is waited for has spoken to the process before it asked.
  private func isClient(_ wait: ChainRisks.Wait, _ ask: Int, _ guards: [ChainProgram.Guard]) -> Bool {
    let said = heard[steps[wait.operation].sender] ?? []
    return said[..<said.behind(ask).startIndex].reversed().contains {
      ChainProgram.areCompatible(operations[$0].guards, guards)
    }
  }
}
