import ZMQWire

/// A frame by what it means, for the places where there are no bytes yet.
public enum FrameSymbol: Sendable, Hashable, EnvelopeFrame {
  /// The routing id of a socket, under the name that frame lists show.
  case routingID(String)
  /// The empty frame between envelope and body.
  case delimiter
  /// The topic of a published message.
  case topic
  /// A body frame, in the article's notation without its quotes: `ping, count`.
  case body(String)

  /// The zero-length frame.
  public static var empty: FrameSymbol { .delimiter }
  /// Whether this frame has no bytes.
  public var isEmpty: Bool { self == .delimiter }

  /// The article's notation: a bare word is a raw frame, `''` the empty one, quotes stand round a
  /// serialised list.
  public var notation: String {
    switch self {
    case .routingID(let name): name
    case .delimiter: "''"
    case .topic: "topic"
    case .body(let text): "'\(text)'"
    }
  }
}

extension [FrameSymbol] {
  /// `[ping_uuid, '', 'ping, count']`.
  public var notation: String { "[" + map(\.notation).joined(separator: ", ") + "]" }
}
