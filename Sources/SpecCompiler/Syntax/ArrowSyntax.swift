import SpecModel

/// The arrow of a step: `Station -> Display, Logger`, `Client -> Broker -> Worker`.
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
  /// The processes whose proxies pass the message on, from left to right.
  var through: [EndSyntax]
  /// The ends on the right: one for a reply.
  var right: [EndSyntax]
  /// Where it is written.
  var range: SourceRange

  /// Dashes that editors put in the place of a hyphen.
  static let dashes = "–—−"

  /// Whether a key of a step is meant as an arrow.
  static func isMeant(by text: String) -> Bool {
    if ["->", "<-", "=>", "<=", "→", "←", "--"].contains(where: { text.contains($0) }) { return true }
    return dashes.contains { text.contains("\($0)>") || text.contains("<\($0)") }
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
          Code.arrow, at: text.range, "expected the arrow `->` or `<-`, found \(Prose.quoted(text.text))", help: form,
          fix: straightened(text))
        return nil
      }
    }
    guard let head = heads.first else {
      error(
        Code.arrow, at: text.range, "expected the arrow `->` or `<-`, found \(Prose.quoted(text.text))", help: form,
        fix: straightened(text))
      return nil
    }
    if let turn = heads.first(where: { $0.direction != head.direction }) {
      error(
        Code.arrow, at: text.range(of: turn.start..<turn.start + 2), "the arrows of a step point in one direction",
        help: "write `A -> B -> C: message` for what is sent through B, `A <- B <- C: message` for its answer")
      return nil
    }
    var stations: [[EndSyntax]] = []
    var start = 0
    for next in heads.map(\.start) + [scalars.count] {
      guard let ends = ends(of: text, scalars, start..<next, form) else { return nil }
      stations.append(ends)
      start = next + 2
    }
    let last = stations.count - 1
    for (index, ends) in stations.enumerated() where ends.count > 1 && (index < last || head.direction == .reply) {
      let place =
        index == 0 ? "to the left of the arrow" : index == last ? "to the right of the arrow" : "between two arrows"
      error(
        Code.arrow, at: text.range, "expected one process \(place), found \(ends.count)",
        help: "write one step for each of them; only what is published with `->` has several receivers")
      return nil
    }
    guard let left = stations.first?.first, let right = stations.last else { return nil }
    return ArrowSyntax(
      left: left, direction: head.direction, through: stations.dropFirst().dropLast().flatMap { $0 }, right: right,
      range: text.range)
  }

  /// The edit that writes one arrow as it should be: `=>`, `-->` and `→` for `->`, and the like. None where there are
  /// several, or where the arrow has a head at both ends.
  private func straightened(_ text: TextSyntax) -> [Edit] {
    let scalars = Array(text.text.unicodeScalars)
    let marks = "-=<>→←\(ArrowSyntax.dashes)".unicodeScalars
    let runs = scalars.indices.filter { marks.contains(scalars[$0]) && ($0 == 0 || !marks.contains(scalars[$0 - 1])) }
      .map { start in start..<(scalars[start...].firstIndex { !marks.contains($0) } ?? scalars.count) }
      .filter { run in scalars[run].count > 1 || !"-=".unicodeScalars.contains(scalars[run.lowerBound]) }
    guard runs.count == 1, let run = runs.first else { return [] }
    let goesRight = scalars[run].contains { $0 == ">" || $0 == "→" }
    let goesLeft = scalars[run].contains { $0 == "<" || $0 == "←" }
    let range = text.range(of: run)
    guard goesRight != goesLeft, range.end.column - range.start.column == run.count else { return [] }
    return [Edit(range, goesRight ? "->" : "<-")]
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
