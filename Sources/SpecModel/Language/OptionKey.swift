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
    /// A number within these bounds; `orSystem`: or -1, which leaves it to the system.
    case number(ClosedRange<Int>, orSystem: Bool = false)
    /// A time with its unit, `250ms`, or 0; libzmq gets milliseconds, a multiple of `step`. Where `minimum` is -1, that
    /// means no limit.
    case milliseconds(minimum: Int, maximum: Int = Int(Int32.max), step: Int = 1)
    /// A time with its unit, `60s`, of a second or more; libzmq gets seconds. -1 leaves it to the system.
    case seconds(maximum: Int)
    /// A size, `64MiB` or a number of bytes. Where `minimum` is -1, that means no limit, or leaves it to the system.
    case bytes(minimum: Int, maximum: Int = .max)
    /// A text.
    case text
  }

  /// libzmq's name in lower case, without `ZMQ_`.
  public var name: String
  /// What it does, as one sentence without a full stop.
  public var meaning: String
  /// How its value is written.
  public var kind: Kind
  /// What becomes of a value beyond the bounds, where libzmq would take it without a word.
  public var beyond: String?
  /// The socket types that know it.
  public var socketTypes: Set<SocketType>

  /// An option.
  public init(
    _ name: String, _ meaning: String, _ kind: Kind, beyond: String? = nil, for socketTypes: Set<SocketType>? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
    self.beyond = beyond
    self.socketTypes = socketTypes ?? Set(SocketType.allCases)
  }
}
