import SpecModel

/// A derived frame, and the ways in which an author may write it.
struct ExpectedFrame {
  var symbol: FrameSymbol
  /// The topic's own text, which may stand in place of the word `topic`.
  var topic: String?
  /// Whether it belongs to the body, where an empty frame parts nothing.
  var isBody: Bool

  /// Whether the frame as written is this one.
  func matches(_ written: String) -> Bool {
    if written == symbol.notation { return true }
    return symbol == .topic && topic != nil && written == topic
  }

  /// `'', the delimiter`.
  var description: String {
    switch symbol {
    case .routingID: "\(symbol.notation), the routing id"
    case .delimiter: isBody ? "'', the empty frame" : "'', the delimiter"
    case .topic: "topic, the topic of the message"
    case .body, .binary: "\(symbol.notation), the body"
    case .value(let name): "\(name), a value"
    case .constant: "\(symbol.notation), a constant"
    }
  }
}
