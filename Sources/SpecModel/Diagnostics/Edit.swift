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
  /// Whether what goes is the whole entry, key and value, of which `range` is the one or the other, or the text of a
  /// list that stands at `range`. A rule does not know what parts it from its neighbours; the compiler does, and no edit
  /// that leaves it is of this kind.
  public var removesEntry = false

  /// Writes `text` in place of what stands at `range`.
  public init(_ range: SourceRange, _ text: String) {
    self.range = range
    self.text = text
  }

  /// Takes out the entry whose key, or whose value, stands at a range, or the text of a list that does.
  public static func removingEntry(at range: SourceRange) -> Edit {
    var edit = Edit(range, "")
    edit.removesEntry = true
    return edit
  }
}
