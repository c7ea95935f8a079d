import ZMQWire

/// A libzmq option that a socket may set under `options`.
///
/// Source: zmq_setsockopt(3) of libzmq 4.3.4. Draft options are missing on purpose: the stable library
/// refuses them (EINVAL).
public struct OptionKey: Sendable, Hashable {
  /// How the value is written, and libzmq's own unit.
  public enum Kind: Sendable, Hashable {
    /// `true` or `false`; libzmq gets 1 or 0.
    case flag
    /// A number within these bounds.
    case number(ClosedRange<Int>)
    /// A time with its unit, `250ms`, or 0; libzmq gets milliseconds. Where `minimum` is -1, that means no limit.
    case milliseconds(minimum: Int)
    /// A time with its unit, `60s`; libzmq gets seconds. -1 leaves it to the system.
    case seconds
    /// A size, `64MiB` or a number of bytes. Where `minimum` is -1, that means no limit, or leaves it to the system.
    case bytes(minimum: Int)
    /// A text.
    case text
  }

  /// libzmq's name in lower case, without `ZMQ_`.
  public var name: String
  /// What it does, as one sentence without a full stop.
  public var meaning: String
  /// How its value is written.
  public var kind: Kind
  /// The socket types that know it.
  public var socketTypes: Set<SocketType>

  /// An option.
  public init(_ name: String, _ meaning: String, _ kind: Kind, for socketTypes: Set<SocketType>? = nil) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
    self.socketTypes = socketTypes ?? Set(SocketType.allCases)
  }
}
