/// Nothing is signed with a key that everybody knows: the empty one.
public struct EmptyKey: Error, Equatable, Sendable, CustomStringConvertible {
  /// The error.
  public init() {}

  /// `HMACSigner has no key: it was made with an empty one`
  public var description: String { "HMACSigner has no key: it was made with an empty one" }
}
