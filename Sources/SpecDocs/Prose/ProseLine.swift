/// What a line of Markdown begins with.
extension Substring {
  /// The marker of an item of a list: `*`, `12.`.
  struct Marker {
    /// Whether it is a number.
    var isNumber: Bool
    /// `*`, `12.`
    var text: Substring
    /// The blanks in front of it.
    var indent: Int
    /// The columns up to the item's text.
    var width: Int
  }

  var isBlank: Bool { allSatisfy(\.isWhitespace) }
  /// The blanks at its beginning.
  var indent: Int { prefix { $0 == " " }.count }

  var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }

  /// Without blanks at its beginning, but no more of them than so many.
  func droppingBlanks(_ count: Int) -> Substring { dropFirst(Swift.min(indent, count)) }

  /// ```` ``` ```` or `~~~`, as long as it is.
  var fence: Substring? {
    let text = trimmed
    for sign in ["`", "~"] as [Character] {
      let run = text.prefix { $0 == sign }
      if run.count >= 3 { return run }
    }
    return nil
  }

  /// The text behind `## `.
  var title: Substring? {
    let text = trimmed
    let signs = text.prefix { $0 == "#" }
    guard (1...6).contains(signs.count), text.dropFirst(signs.count).first == " " else { return nil }
    return text.dropFirst(signs.count).trimmed
  }

  /// `---`, `***`
  var isRule: Bool {
    let text = filter { !$0.isWhitespace }
    return text.count >= 3 && (text.allSatisfy { $0 == "-" } || text.allSatisfy { $0 == "*" })
  }

  /// `|---|:-:|`
  var isTableRule: Bool { contains("-") && allSatisfy { "|-: ".contains($0) } }

  var marker: Marker? {
    let indent = self.indent
    guard indent < 4 else { return nil }
    let text = dropFirst(indent)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let sign: Substring
    if digits.isEmpty {
      guard let first = text.first, "*+-".contains(first), !isRule else { return nil }
      sign = text.prefix(1)
    } else {
      guard digits.count < 10, let end = text.dropFirst(digits.count).first, end == "." || end == ")" else {
        return nil
      }
      sign = text.prefix(digits.count + 1)
    }
    let behind = text.dropFirst(sign.count)
    guard behind.isEmpty || behind.first == " " else { return nil }
    let blanks = behind.prefix { $0 == " " }.count
    return Marker(
      isNumber: !digits.isEmpty, text: sign, indent: indent,
      width: indent + sign.count + (blanks > 4 || behind.isBlank ? 1 : blanks))
  }
}
