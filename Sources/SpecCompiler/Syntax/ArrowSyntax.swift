import SpecModel

/// The arrow of a step: `Station -> Display, Logger`.
struct ArrowSyntax: Sendable, Hashable {
  /// Which way the message goes.
  enum Direction: Sendable, Hashable {
    /// `A -> B: m`
    case send
    /// `A <- B: r`
    case reply
  }

  /// The end on the left.
  var left: EndSyntax
  /// Which way the message goes.
  var direction: Direction
  /// The ends on the right: one for a reply.
  var right: [EndSyntax]
  /// Where it is written.
  var range: SourceRange

  /// Whether a key of a step is meant as an arrow.
  static func isMeant(by text: String) -> Bool {
    ["->", "<-", "=>", "<=", "→", "←", "--"].contains { text.contains($0) }
  }
}

extension Findings {
  /// An arrow, or nil after reporting.
  mutating func arrow(_ text: TextSyntax) -> ArrowSyntax? {
    let form = "write `A -> B: message` for what is sent, `A <- B: message` for what is answered"
    let scalars = Array(text.text.unicodeScalars)
    var heads: [(start: Int, direction: ArrowSyntax.Direction)] = []
    var index = 0
    while index < scalars.count {
      let pair = String(String.UnicodeScalarView(scalars[index..<min(index + 2, scalars.count)]))
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 2 < scalars.count ? scalars[index + 2] : " "
      let isOdd: Bool
      switch pair {
      case "->":
        isOdd = "-=<".unicodeScalars.contains(before) || ">".unicodeScalars.contains(after)
        heads.append((index, .send))
        index += 2
      case "<-":
        isOdd = "<".unicodeScalars.contains(before) || "->=".unicodeScalars.contains(after)
        heads.append((index, .reply))
        index += 2
      default:
        isOdd = "=→←>".unicodeScalars.contains(scalars[index])
        index += 1
      }
      if isOdd {
        error(
          Code.arrow, at: text.range, "expected the arrow `->` or `<-`, found \(Prose.quoted(text.text))", help: form)
        return nil
      }
    }
    guard let head = heads.first else {
      error(Code.arrow, at: text.range, "expected the arrow `->` or `<-`, found \(Prose.quoted(text.text))", help: form)
      return nil
    }
    if heads.count > 1 {
      notYet(
        "an arrow through a proxy", at: text.range,
        instead: "write one step for each pair of sockets, with the process between as receiver and sender")
      return nil
    }
    guard let left = ends(of: text, scalars, 0..<head.start, form),
      let right = ends(of: text, scalars, head.start + 2..<scalars.count, form),
      let first = left.first
    else { return nil }
    if left.count > 1 || (right.count > 1 && head.direction == .reply) {
      let several = left.count > 1 ? "left" : "right"
      error(
        Code.arrow, at: text.range,
        "expected one process to the \(several) of the arrow, found \(max(left.count, right.count))",
        help: "write one step for each of them; only what is published with `->` has several receivers")
      return nil
    }
    return ArrowSyntax(left: first, direction: head.direction, right: right, range: text.range)
  }

  /// What stands on one side of an arrow.
  private mutating func ends(
    of text: TextSyntax, _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ form: String
  ) -> [EndSyntax]? {
    var ends: [EndSyntax] = []
    for part in scalars[range].split(separator: ",", omittingEmptySubsequences: false) {
      var (start, end) = (part.startIndex, part.endIndex)
      while start < end, scalars[start] == " " { start += 1 }
      while start < end, scalars[end - 1] == " " { end -= 1 }
      guard let parsed = EndSyntax(text, scalars[start..<end]) else {
        let written = String(String.UnicodeScalarView(scalars[start..<end]))
        let found = written.isEmpty ? "nothing" : Prose.quoted(written)
        error(
          Code.arrow, at: start < end ? text.range(of: start..<end) : text.range,
          "expected `Process` or `Process.socket` at this end of the arrow, found \(found)", help: form)
        return nil
      }
      ends.append(parsed)
    }
    return ends
  }
}
