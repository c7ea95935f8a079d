import SpecModel

/// The requests of a chain and what becomes of them, whatever way the chain takes.
struct Exchanges {
  /// The first reply to each request that has one, by their places in the chain.
  let firstReplies: [Int: Int]
  /// The requests for whose reply somebody waits only so long.
  let withDeadline: Set<Int>
  /// Processes that end somewhere in the chain.
  let ended: Set<ProcessID>

  init(_ chain: ChainSpec) {
    var (replies, deadlines, ended): ([Int: Int], Set<Int>, Set<ProcessID>) = ([:], [], [])
    for (index, step) in chain.steps.enumerated() {
      if let process = step.final { ended.insert(process) }
      guard let request = step.answers else { continue }
      if replies[request] == nil { replies[request] = index }
      if step.within != nil { deadlines.insert(request) }
    }
    (firstReplies, withDeadline, self.ended) = (replies, deadlines, ended)
  }
}

extension ProtocolSpec {
  /// Whether libzmq lets each pair of sockets on the way of a step shake hands.
  func fit(_ step: StepSpec) -> Bool {
    step.hops.allSatisfy { hop in hop.receivers.allSatisfy { fit(hop.sender, $0) } }
  }
}
