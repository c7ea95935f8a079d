/// A stretch of the protocol file, and what to write there instead.
///
/// ```
/// 12:26-12:29 → "int"
/// ```
public struct Edit: Sendable, Hashable, Encodable {
  /// What goes: a stretch of text, or nothing where something is only put in.
  public var range: SourceRange
  /// What comes in its place.
  public var text: String

  /// Writes `text` in place of what stands at `range`.
  public init(_ range: SourceRange, _ text: String) {
    self.range = range
    self.text = text
  }
}
