/// A value written in a protocol file: a default, an example, the value of an `x-…` key.
public struct ValueSpec: Sendable, Hashable, Encodable {
  /// What is written.
  public indirect enum Content: Sendable, Hashable, Encodable {
    case null
    case bool(Bool)
    case int(Int64)
    /// An integer above `Int64.max`.
    case uint(UInt64)
    case float(Double)
    case string(String)
    case list([ValueSpec])
    case map([Member])
  }

  /// A key with its value.
  public struct Member: Sendable, Hashable, Encodable {
    /// The key.
    public var key: NameSpec
    /// The value.
    public var value: ValueSpec

    /// A key with its value.
    public init(key: NameSpec, value: ValueSpec) {
      self.key = key
      self.value = value
    }
  }

  /// What is written.
  public var content: Content
  /// Where.
  public var range: SourceRange

  /// A value written at `range`.
  public init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}
