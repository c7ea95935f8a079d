import SpecModel

/// Who talks to whom: what goes from which socket to which, over all chains.
///
/// ```
/// | from | to | messages |
/// |---|---|---|
/// | `Client` | `Broker.clients` | `request` |
/// | `Broker.clients` | `Client` | `reply` |
/// ```
struct TalkTable {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames

  /// A message on a way.
  private struct Said: Hashable {
    let pair: [SocketID]
    let message: MessageID
  }

  /// The table, where anything is said at all.
  var blocks: [Block] {
    var order: [[SocketID]] = []
    var messages: [[SocketID]: [MessageID]] = [:]
    var seen: Set<Said> = []
    for step in spec.chains.flatMap(\.steps) {
      for hop in step.hops {
        for receiver in hop.receivers {
          let pair = [hop.sender, receiver]
          if messages[pair] == nil { order.append(pair) }
          if seen.insert(Said(pair: pair, message: step.message)).inserted {
            messages[pair, default: []].append(step.message)
          }
        }
      }
    }
    if order.isEmpty { return [] }
    let rows = order.map { pair in
      [names.socket(pair[0]), names.socket(pair[1]), (messages[pair] ?? []).map(names.message).joined(", ")]
    }
    return [.paragraph(.strong("Who talks to whom")), .table(["from", "to", "messages"], rows)]
  }
}
