/// A libzmq option by its own name in lower case, without `ZMQ_`: `sndhwm`, `linger`.
public struct OptionSpec: Sendable, Hashable, Encodable {
  /// An option's value in libzmq's own unit.
  public enum Value: Sendable, Hashable, Encodable {
    /// Numbers, milliseconds, bytes and flags (0, 1).
    case int(Int)
    /// Strings and binary values.
    case string(String)
  }

  /// The option.
  public var name: NameSpec
  /// The value.
  public var value: Value
  /// Where the value is written.
  public var valueRange: SourceRange

  /// An option with its value.
  public init(name: NameSpec, value: Value, valueRange: SourceRange) {
    self.name = name
    self.value = value
    self.valueRange = valueRange
  }
}
