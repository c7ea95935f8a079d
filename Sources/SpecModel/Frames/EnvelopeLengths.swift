import ZMQWire

extension ProtocolSpec {
  /// How many routing ids stand in front of the bodies that a socket receives through proxies, where no delimiter ends
  /// the envelope: one for each ROUTER on the way, with the first step that shows it.
  ///
  /// ```
  /// DEALER -> ROUTER/DEALER -> ROUTER      [<id>, <id>, f…]      2
  /// DEALER -> ROUTER/DEALER -> DEALER      [<id>, f…]            1
  /// DEALER <- ROUTER/DEALER <- ROUTER      [f…]                  0      the answer to a request from a DEALER
  /// DEALER <- DEALER/ROUTER <- DEALER      [<id>, f…]            1      to one whose way its sender has written
  /// ```
  ///
  /// Only sockets with a step through proxies are in it, which is no answer or has an envelope of its own; without, the
  /// socket type tells.
  public func envelopeLengths() -> [SocketID: [Int: StepSpec]] {
    var lengths: [SocketID: [Int: StepSpec]] = [:]
    var proxied: Set<SocketID> = []
    for chain in chains {
      for step in chain.steps where !step.isLost {
        for receiver in step.receivers where self[receiver].type.choosesDelimiter && !self[receiver].delimiter {
          let routers = step.hops.count { $0.receivers.first.map { self[$0].type == .router } == true }
          if lengths[receiver]?[routers] == nil { lengths[receiver, default: [:]][routers] = step }
          let isUsual = step.answers != nil && routers == (self[receiver].type == .router ? 1 : 0)
          if step.hops.count > 1, !isUsual { proxied.insert(receiver) }
        }
      }
    }
    return lengths.filter { proxied.contains($0.key) }
  }
}
