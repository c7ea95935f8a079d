import SpecModel

/// Where the value of a layout's field comes from, as written: `fresh`, `cause.id`, `sign(header, kwargs)`.
struct FieldSourceSyntax: Sendable, Hashable {
  /// Where from.
  enum Kind: Sendable, Hashable {
    case fresh, now, given, type
    /// The names behind `cause.`
    case cause([String])
    /// The names in brackets, without `$`.
    case sign([NameSpec])
  }

  /// Where from.
  var kind: Kind
  /// The text as written.
  var text: String
  /// Where it is written.
  var range: SourceRange
}

extension Findings {
  /// The sources that are one word.
  private static let sources = ["fresh", "now", "given", "type"]

  /// Whether a text without quotes is meant as a source. In a layout's field what is misspelt is, too, and every word
  /// where the value would be a text: as a default it would be one that nobody meant.
  func isSource(_ written: String, of type: TypeSyntax?, as role: FieldRole) -> Bool {
    if let first = written.first, first == "\"" || first == "'" { return false }
    let word = written.prefix { $0.isLetter || $0 == "_" }
    let rest = written.dropFirst(word.count)
    if Self.sources.contains(written) || (word == "cause" && rest.first == ".") || (word == "sign" && rest.first == "(")
    {
      return true
    }
    guard role == .header else { return false }
    if !word.isEmpty, rest.first == "." || rest.first == "(" { return true }
    return type?.hasText == true && isText(written) || Spelling.nearest(to: written, among: Self.sources) != nil
  }

  private func isText(_ written: String) -> Bool {
    guard !written.isEmpty, written != "empty" else { return false }
    if case .string? = ValueSpec.Content(YAMLScalar(text: written, style: .plain)) { return true }
    return false
  }

  /// A source; nil where the text is none, or after reporting.
  mutating func source(
    _ written: String, of type: TypeSyntax?, at range: SourceRange, as role: FieldRole
  ) -> FieldSourceSyntax? {
    guard isSource(written, of: type, as: role) else { return nil }
    guard role == .header else {
      error(
        Code.source, at: range,
        "\(Prose.key(written)) is where a layout's field gets its value from, found it elsewhere",
        help: "write \"\(written)\" in quotes for the text, or leave the default out: the sender gives the value")
      return nil
    }
    let kind: FieldSourceSyntax.Kind?
    switch written {
    case "fresh": kind = .fresh
    case "now": kind = .now
    case "given": kind = .given
    case "type": kind = .type
    case _ where written.hasPrefix("cause."): kind = cause(written)
    case _ where written.hasPrefix("sign("): kind = signed(written, at: range)
    default: kind = nil
    }
    guard let kind else {
      let guess = Spelling.nearest(to: written, among: Self.sources).map { "did you mean `\($0)`? " } ?? ""
      error(
        Code.source, at: range, "expected a source, found \(Prose.quoted(written))",
        help:
          "\(guess)write `fresh`, `now`, `given`, `type`, `cause.<field>` or `sign(<field>, …)`; a text as value in "
          + "quotes")
      return nil
    }
    return FieldSourceSyntax(kind: kind, text: written, range: range)
  }

  private func cause(_ written: String) -> FieldSourceSyntax.Kind? {
    let names = written.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map(String.init)
    return names.allSatisfy { Naming.flaw(of: $0) == nil } ? .cause(names) : nil
  }

  private func signed(_ written: String, at range: SourceRange) -> FieldSourceSyntax.Kind? {
    guard written.hasSuffix(")") else { return nil }
    let inner = written.dropFirst("sign(".count).dropLast()
    let names = inner.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " || $0 == "$" }.reversed().drop { $0 == " " }.reversed())
    }
    guard names.allSatisfy({ Naming.flaw(of: $0) == nil }) else { return nil }
    return .sign(names.map { NameSpec($0, at: range) })
  }
}

extension TypeSyntax {
  /// Whether any text is a value of the type.
  fileprivate var hasText: Bool {
    switch content {
    case .name("string"), .name("bytes"): true
    case .optional(let type): type.hasText
    case .name, .list, .map: false
    }
  }
}
