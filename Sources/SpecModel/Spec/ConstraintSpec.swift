/// What a value must keep to besides its type.
public struct ConstraintSpec: Sendable, Hashable, Encodable {
  /// A bound on numbers, or on times and spans of time.
  public struct Bound: Sendable, Hashable, Encodable {
    /// The bound itself, which is allowed.
    public var value: ValueSpec
    /// The key with its value.
    public var range: SourceRange

    /// A bound.
    public init(_ value: ValueSpec, range: SourceRange) {
      self.value = value
      self.range = range
    }
  }

  /// `length:`, how many scalars of a text, bytes of bytes, elements of a list or members of a map.
  public struct Length: Sendable, Hashable, Encodable {
    /// The least.
    public var minimum: Int?
    /// The most.
    public var maximum: Int?
    /// The text as written: `3`, `1..64`, `1..`, `..64`.
    public var text: String
    /// Where it is written.
    public var range: SourceRange

    /// A length or a range of lengths.
    public init(minimum: Int?, maximum: Int?, text: String, range: SourceRange) {
      self.minimum = minimum
      self.maximum = maximum
      self.text = text
      self.range = range
    }
  }

  /// `pattern:`, the regular expression that the whole of a text must match.
  public struct Pattern: Sendable, Hashable, Encodable {
    /// The expression.
    public var text: String
    /// Where it is written.
    public var range: SourceRange

    /// A pattern.
    public init(_ text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  /// `minimum:`
  public var minimum: Bound?
  /// `maximum:`
  public var maximum: Bound?
  /// `length:`
  public var length: Length?
  /// `pattern:`
  public var pattern: Pattern?

  /// Constraints; none by default.
  public init(minimum: Bound? = nil, maximum: Bound? = nil, length: Length? = nil, pattern: Pattern? = nil) {
    self.minimum = minimum
    self.maximum = maximum
    self.length = length
    self.pattern = pattern
  }

  /// Whether nothing is asked.
  public var isEmpty: Bool { minimum == nil && maximum == nil && length == nil && pattern == nil }
}
