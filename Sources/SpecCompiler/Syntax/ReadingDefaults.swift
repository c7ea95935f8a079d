import SpecModel

extension Findings {
  /// The value behind `=`, which is a scalar in YAML's notation: `5`, `red`, `"a b"`, `empty`.
  mutating func shortDefault(_ written: String, type: TypeSyntax?, at range: SourceRange) -> ValueSpec? {
    guard let first = written.first else {
      return unreadableDefault("expected a value behind `=`, found nothing", at: range)
    }
    switch first {
    case "\"", "'":
      guard written.count > 1, written.last == first else {
        return unreadableDefault("the quoted text behind `=` does not end", at: range)
      }
      return quotedDefault(written, quote: first, at: range)
    case "[", "{":
      return unreadableDefault("expected a scalar or `empty` behind `=`, found \(Prose.quoted(written))", at: range)
    default: return plainDefault(written, type: type, at: range)
    }
  }

  /// A value without quotes: `empty`, or what YAML makes of it.
  mutating func plainDefault(_ written: String, type: TypeSyntax?, at range: SourceRange) -> ValueSpec? {
    if written == "empty", let content = type?.emptyContent { return ValueSpec(content, at: range) }
    guard let content = ValueSpec.Content(YAMLScalar(text: written, style: .plain)) else {
      unreadable(written, of: type, at: range)
      return nil
    }
    return ValueSpec(content, at: range)
  }

  private mutating func quotedDefault(_ written: String, quote: Character, at range: SourceRange) -> ValueSpec? {
    let inner = String(written.dropFirst().dropLast())
    if quote == "'" {
      let parts = inner.replacing("''", with: "")
      guard !parts.contains("'") else {
        return unreadableDefault("the quoted text behind `=` ends before its last quote", at: range)
      }
      return ValueSpec(.string(inner.replacing("''", with: "'")), at: range)
    }
    guard !inner.contains("\""), !inner.contains("\\") else {
      return unreadableDefault("a quote or a backslash cannot stand in the text behind `=`", at: range)
    }
    return ValueSpec(.string(inner), at: range)
  }

  private mutating func unreadableDefault(_ message: String, at range: SourceRange) -> ValueSpec? {
    error(
      Code.shortDefault, at: range, message,
      help:
        "write a number, `true`, a word, a text in quotes or `empty`; for more, write the field as a mapping with the "
        + "keys `type` and `default`")
    return nil
  }
}

extension TypeSyntax {
  /// What `empty` means as a value of this type; nil where it is an ordinary word.
  var emptyContent: ValueSpec.Content? {
    switch content {
    case .list: .list([])
    case .map: .map([])
    case .name("string"), .name("bytes"): .string("")
    case .name("empty"): .null
    case .optional(let type): type.emptyContent
    case .name: nil
    }
  }
}
