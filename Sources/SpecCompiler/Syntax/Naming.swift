import SpecModel

/// The rule for names: a letter, then letters, digits, `_` and `-`, all ASCII.
///
/// Names become Swift identifiers, frames and anchors of pages, and the rule is what all of them can bear.
enum Naming {
  /// Why a text is no name, and where in it (scalars counted from 0); nil for a name.
  static func flaw(of text: String) -> (reason: String, scalars: Range<Int>)? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return ("it is empty", 0..<0) }
    guard isLetter(first) else { return ("it begins with \(phrase(first))", 0..<1) }
    for (index, scalar) in scalars.enumerated() where !isPart(scalar) {
      return ("it contains \(phrase(scalar))", index..<index + 1)
    }
    if text.hasPrefix("x-") { return ("names that begin with `x-` are kept for extensions", 0..<2) }
    return nil
  }

  /// Whether a scalar may stand in a name.
  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func phrase(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": "a blank"
    case "\n": "a line break"
    case "\t": "a tab"
    case "`": "a backtick"
    case _ where Prose.isInvisible(scalar): "the character \(Prose.codePoint(scalar))"
    default: "`\(scalar)`"
    }
  }
}

extension Findings {
  /// A declared name, or nil after reporting why it is none.
  mutating func name(_ text: TextSyntax, _ what: String) -> NameSpec? {
    guard let flaw = Naming.flaw(of: text.text) else { return text.name }
    error(
      Code.badName, at: flaw.scalars.isEmpty ? text.range : text.range(of: flaw.scalars),
      "\(Prose.quoted(text.text)) cannot be the name of \(what): \(flaw.reason)",
      help: "a name begins with a letter from a to z, and goes on with such letters, digits, `_` and `-`")
    return nil
  }
}
