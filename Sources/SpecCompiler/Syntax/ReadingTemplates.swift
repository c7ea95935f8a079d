import SpecModel

extension Findings {
  /// A text with holes, `tcp://*:{client_port}`: cut at its braces.
  mutating func template(_ text: TextSyntax, _ what: String) -> TemplateSpec? {
    var pieces: [TemplateSpec.Piece] = []
    var literal = String.UnicodeScalarView()
    var hole: (start: Int, name: String.UnicodeScalarView)?
    for (index, scalar) in text.text.unicodeScalars.enumerated() {
      switch (scalar, hole) {
      case ("{", nil):
        if !literal.isEmpty { pieces.append(.literal(String(literal))) }
        literal = .init()
        hole = (index, .init())
      case ("}", (let start, let name)?):
        guard checkHole(String(name), start: start, in: text) else { return nil }
        pieces.append(.placeholder(String(name)))
        hole = nil
      case ("{", _?), ("}", nil):
        unbalanced(text, index, what)
        return nil
      case (_, nil): literal.append(scalar)
      case (_, _?): hole?.name.append(scalar)
      }
    }
    if let hole {
      unbalanced(text, hole.start, what)
      return nil
    }
    if !literal.isEmpty { pieces.append(.literal(String(literal))) }
    return TemplateSpec(text: text.text, pieces: pieces, range: text.range)
  }

  private mutating func unbalanced(_ text: TextSyntax, _ index: Int, _ what: String) {
    error(
      Code.template, at: text.range(of: index..<index + 1),
      "expected \(what) with a name in each pair of braces, found a brace without its partner",
      help: "write `{name}` where a value is filled in; a brace itself cannot be written")
  }

  private mutating func checkHole(_ name: String, start: Int, in text: TextSyntax) -> Bool {
    guard let flaw = Naming.flaw(of: name) else { return true }
    error(
      Code.template, at: text.range(of: start..<start + name.unicodeScalars.count + 2),
      "expected a name between the braces, found \(Prose.quoted(name)): \(flaw.reason)",
      help: "write `{name}` with a letter first, then letters, digits, `_` and `-`")
    return false
  }
}
