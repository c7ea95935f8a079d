/// The one value of the type `empty`: `null` in JSON, and nothing to know about it.
@frozen public struct Empty: Sendable, Hashable {
  /// The value.
  @inlinable public init() {}
}
