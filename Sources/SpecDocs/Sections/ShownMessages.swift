import SpecModel

/// Where on the page each message is described: with the first chain that uses it.
struct ShownMessages {
  /// For each chain the messages that it is the first to use, in the order of its steps.
  private(set) var first: [[MessageID]] = []
  /// What no chain uses: messages that answer trouble.
  private(set) var others: [MessageID] = []

  /// The places of all messages of a protocol.
  init(_ spec: ProtocolSpec) {
    var seen: Set<MessageID> = []
    for chain in spec.chains {
      first.append(chain.steps.map(\.message).filter { seen.insert($0).inserted })
    }
    others = spec.messageIDs.filter { !seen.contains($0) }
  }
}
