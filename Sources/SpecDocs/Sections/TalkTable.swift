import SpecModel

/// Who talks to whom: what goes from which socket to which, over all chains.
///
/// ```
/// | from | to | messages |
/// |---|---|---|
/// | `Client` | `Broker.clients` | `request` |
/// | `Broker.clients` | `Client` | `reply`, `refused` (otherwise) |
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
    var messages: [[SocketID]: [Phrase]] = [:]
    var seen: Set<Said> = []
    func add(_ message: MessageID, from sender: SocketID, to receiver: SocketID, _ when: Phrase = "") {
      let pair = [sender, receiver]
      guard seen.insert(Said(pair: pair, message: message)).inserted else { return }
      if messages[pair] == nil { order.append(pair) }
      messages[pair, default: []].append(names.message(message) + when)
    }
    let steps = spec.chains.flatMap(\.steps)
    for step in steps {
      for hop in step.hops {
        for receiver in hop.receivers { add(step.message, from: hop.sender, to: receiver) }
      }
    }
    for step in steps {
      for refusal in refusals(of: step) {
        // Back the way that the message came.
        for hop in step.hops.reversed() {
          for receiver in hop.receivers { add(refusal, from: receiver, to: hop.sender, " (otherwise)") }
        }
      }
    }
    if order.isEmpty { return [] }
    let rows = order.map { pair in
      [names.socket(pair[0]), names.socket(pair[1]), (messages[pair] ?? []).joined(", ")]
    }
    return [.paragraph(.strong("Who talks to whom")), .table(["from", "to", "messages"], rows)]
  }

  /// What its receivers say instead of an answer.
  private func refusals(of step: StepSpec) -> [MessageID] {
    step.receivers.compactMap { if case .message(let refusal) = spec[$0].otherwise { refusal } else { nil } }
  }
}
