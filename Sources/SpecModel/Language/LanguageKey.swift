import ZMQWire

/// A key of the protocol language at one place: what the unknown-key diagnostic, the language's own JSON
/// Schema and the reference page say about it.
public struct LanguageKey: Sendable, Hashable {
  /// The key as written.
  public var name: String
  /// What it means, as one sentence without a full stop.
  public var meaning: String
  /// A value as it stands in a file, for example.
  public var example: String
  /// What may stand behind it.
  public var value: ValueShape
  /// The socket types on which a socket's key means something; nil: all.
  public var socketTypes: Set<SocketType>?
  /// The arrow, `->` or `<-`, beside which a step's key means something; nil: either.
  public var arrow: String?
  /// Whether a file must have it.
  public var isRequired: Bool

  /// A key.
  public init(
    _ name: String, _ meaning: String, _ value: ValueShape, example: String, isRequired: Bool = false,
    on socketTypes: Set<SocketType>? = nil, beside arrow: String? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.value = value
    self.socketTypes = socketTypes
    self.arrow = arrow
    self.example = example
    self.isRequired = isRequired
  }
}
