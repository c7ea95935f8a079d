import SpecModel

/// Reads a type expression, and points into it where it is wrong.
///
/// ```
/// type = name | ("list" | "map" | "optional") "<" type ">"
/// ```
struct TypeExpressionParser {
  /// How deep brackets may be nested.
  static let depthLimit = 16

  private let text: TextSyntax
  private let scalars: [Unicode.Scalar]
  private let end: Int
  private var index: Int

  /// Why an expression cannot be read, and where in the text.
  private struct Flaw: Error {
    var message: String
    var scalars: Range<Int>
  }

  /// The type that a stretch of a text describes, or nil after reporting.
  static func parse(
    _ text: TextSyntax, scalars range: Range<Int>? = nil, _ findings: inout Findings
  ) -> TypeSyntax? {
    let all = Array(text.text.unicodeScalars)
    let range = range ?? 0..<all.count
    var parser = TypeExpressionParser(text: text, scalars: all, end: range.upperBound, index: range.lowerBound)
    do throws(Flaw) {
      let type = try parser.type(depth: 0)
      parser.skipBlanks()
      if parser.index < parser.end {
        throw Flaw(
          message: "expected the end of the type, found `\(parser.rest)`", scalars: parser.index..<parser.end)
      }
      return type
    } catch {
      let translated = ForeignType.translated(String(String.UnicodeScalarView(all[range])))
      findings.error(
        Code.typeExpression, at: text.range(of: error.scalars), error.message,
        help: translated.map { "write `\($0)`" }
          ?? "write a type's name, or `list<…>`, `map<…>` or `optional<…>` round a type",
        fix: translated.map { [Edit(text.range(of: range), $0)] } ?? [])
      return nil
    }
  }

  private init(text: TextSyntax, scalars: [Unicode.Scalar], end: Int, index: Int) {
    self.text = text
    self.scalars = scalars
    self.end = end
    self.index = index
  }

  private var rest: String { String(String.UnicodeScalarView(scalars[index..<end].prefix(40))) }

  private mutating func skipBlanks() {
    while index < end, scalars[index] == " " || scalars[index] == "\n" { index += 1 }
  }

  private mutating func type(depth: Int) throws(Flaw) -> TypeSyntax {
    skipBlanks()
    let start = index
    guard depth <= Self.depthLimit else {
      throw Flaw(message: "types are nested deeper than \(Self.depthLimit) levels", scalars: start..<start + 1)
    }
    while index < end, Naming.isPart(scalars[index]) { index += 1 }
    guard index > start else {
      let found = index < end ? "`\(scalars[index])`" : "the end"
      throw Flaw(message: "expected a type, found \(found)", scalars: start..<max(start + 1, min(start + 1, end)))
    }
    let name = String(String.UnicodeScalarView(scalars[start..<index]))
    let nameEnd = index
    skipBlanks()
    guard index < end, scalars[index] == "<" else {
      if TypeSyntax.constructors.contains(name) {
        throw Flaw(message: "expected `\(name)<…>` with a type between the brackets", scalars: start..<nameEnd)
      }
      index = nameEnd
      return TypeSyntax(content: .name(name), range: text.range(of: start..<nameEnd))
    }
    guard TypeSyntax.constructors.contains(name) else {
      throw Flaw(message: "`\(name)` takes no type in brackets", scalars: start..<nameEnd)
    }
    index += 1
    let inner = try type(depth: depth + 1)
    skipBlanks()
    guard index < end, scalars[index] == ">" else {
      let found = index < end ? "`\(scalars[index])`" : "the end"
      throw Flaw(message: "expected `>` behind `\(name)<…`, found \(found)", scalars: index..<index + 1)
    }
    index += 1
    let range = text.range(of: start..<index)
    switch name {
    case "list": return TypeSyntax(content: .list(inner), range: range)
    case "map": return TypeSyntax(content: .map(inner), range: range)
    default:
      if case .optional = inner.content {
        throw Flaw(message: "an optional of an optional has two kinds of nothing", scalars: start..<index)
      }
      return TypeSyntax(content: .optional(inner), range: range)
    }
  }
}
