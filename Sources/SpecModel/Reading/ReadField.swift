/// A field of a message that has been read: a header, an argument, or what stands for one.
public struct ReadField: Sendable, Hashable {
  /// Its name: `count`, `msg_id`.
  public var name: String
  /// Its value as JSON, without blanks.
  public var value: String

  /// A field with its value.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
