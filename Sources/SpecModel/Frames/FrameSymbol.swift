import ZMQWire

/// A frame by what it means, for the places where there are no bytes yet.
public enum FrameSymbol: Sendable, Hashable, EnvelopeFrame {
  /// The routing id of a socket, under the name that frame lists show.
  case routingID(String)
  /// The empty frame: the one between envelope and body, or one of the body.
  case delimiter
  /// The topic of a published message.
  case topic
  /// A body frame of JSON, in the article's notation without its quotes: `ping, count`.
  case body(String)
  /// A body frame that is a value of its own, by its name; with `...`, none or several: `service`, `parts...`.
  case value(String)
  /// A body frame that is always the same, as it is written: `"MDPC01"`, `0x02`.
  case constant(String)
  /// A body frame of binary values behind one another, MessagePack or packed, without its brackets:
  /// `0xAAA1, 0x01, sequence`.
  case binary(String)

  /// The zero-length frame.
  public static var empty: FrameSymbol { .delimiter }
  /// Whether this frame has no bytes.
  public var isEmpty: Bool { self == .delimiter }

  /// The article's notation: a bare word is a raw frame, `''` the empty one, single quotes stand round a
  /// serialised list, double quotes round a constant text, angle brackets round a binary frame.
  public var notation: String {
    switch self {
    case .routingID(let name), .value(let name): name
    case .delimiter: "''"
    case .topic: "topic"
    case .body(let text): "'\(text)'"
    case .constant(let text): text
    case .binary(let text): "<\(text)>"
    }
  }
}

extension [FrameSymbol] {
  /// `[ping_uuid, '', 'ping, count']`.
  public var notation: String { "[" + map(\.notation).joined(separator: ", ") + "]" }
}
