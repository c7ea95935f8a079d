import SpecModel

/// A type as written: `optional<list<Point>>`.
struct TypeSyntax: Sendable, Hashable {
  /// What is written.
  indirect enum Content: Sendable, Hashable {
    /// A scalar type or a declared one.
    case name(String)
    case list(TypeSyntax)
    case map(TypeSyntax)
    case optional(TypeSyntax)
  }

  /// What is written.
  var content: Content
  /// Where.
  var range: SourceRange

  /// The words that take a type in angle brackets.
  static let constructors = ["list", "map", "optional"]
}
