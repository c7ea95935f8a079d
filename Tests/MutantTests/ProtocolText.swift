/// The text of a protocol file with the places at which a mutation may take hold.
struct ProtocolText: Sendable {
  let bytes: [UInt8]
  /// Where each line stands, its line break included.
  let lines: [Range<Int>]
  /// For each line, where its YAML ends: at its comment, or before it begins where the line is prose.
  private let ends: [Int]

  init(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      lines.append(start..<index + 1)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
    self.ends = Self.ends(of: lines, in: bytes)
  }

  /// The line in which a byte stands, counted from 0.
  func line(at index: Int) -> Int {
    lines.firstIndex { $0.contains(index) } ?? max(0, lines.count - 1)
  }

  /// How far a line is indented; nil for one without anything.
  func indentation(_ line: Int) -> Int? {
    lines.indices.contains(line) ? Self.indentation(of: lines[line], in: bytes) : nil
  }

  private static func indentation(of line: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard let first = line.first(where: { bytes[$0] != UInt8(ascii: " ") }), bytes[first] != UInt8(ascii: "\n") else {
      return nil
    }
    return first - line.lowerBound
  }

  /// Prose is a block scalar, and what stands behind `about:` and the like; it has no places.
  private static func ends(of lines: [Range<Int>], in bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var prose: Int?
    for line in lines {
      let text = String(decoding: bytes[line], as: UTF8.self)
      let indentation = indentation(of: line, in: bytes)
      if let outer = prose, indentation.map({ $0 > outer }) ?? true {
        ends.append(line.lowerBound)
        continue
      }
      prose = nil
      let code = text.prefix(while: { $0 != "#" })
      if code.hasSuffix("|\n") || code.hasSuffix(">\n") || text.hasSuffix("|\n") { prose = indentation }
      let proseKey = ["about: ", "title: ", "note: "].compactMap { code.range(of: $0)?.upperBound }.min()
      ends.append(line.lowerBound + code[..<(proseKey ?? code.endIndex)].utf8.count)
    }
    return ends
  }

  /// The lines that have YAML.
  var codeLines: [Int] { lines.indices.filter { ends[$0] > lines[$0].lowerBound && indentation($0) != nil } }

  /// The lines that begin with a key or with `- `.
  var entryLines: [Int] { codeLines.filter { line in bytes[lines[line]].contains(UInt8(ascii: ":")) } }

  /// A line and those below that are indented further.
  func block(_ line: Int) -> Range<Int> {
    guard let own = indentation(line) else { return lines[line] }
    var end = line + 1
    while end < lines.count, indentation(end).map({ $0 > own }) ?? true { end += 1 }
    // Blank lines at the end belong to what follows.
    while end > line + 1, indentation(end - 1) == nil { end -= 1 }
    return lines[line].lowerBound..<lines[end - 1].upperBound
  }

  /// Words that begin with a letter, outside comments and prose.
  var words: [Range<Int>] {
    var words: [Range<Int>] = []
    for line in lines.indices {
      var start: Int?
      for index in lines[line].lowerBound...ends[line] {
        let isPart = index < ends[line] && (bytes[index].isLetter || (start != nil && bytes[index].isNamePart))
        if isPart {
          start = start ?? index
        } else if let begin = start {
          words.append(begin..<index)
          start = nil
        }
      }
    }
    return words
  }

  /// Where one of some bytes stands, outside comments and prose.
  func places(of wanted: String) -> [Int] {
    let wanted = Set(wanted.utf8)
    return lines.indices.flatMap { line in (lines[line].lowerBound..<ends[line]).filter { wanted.contains(bytes[$0]) } }
  }

  /// Where a text stands, outside comments and prose.
  func occurrences(of text: String) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    return lines.indices.flatMap { line in
      (lines[line].lowerBound..<ends[line]).compactMap { start in
        bytes[start...].starts(with: wanted) ? start..<start + wanted.count : nil
      }
    }
  }

  /// What stands between the quotes of each `pattern`.
  var patterns: [Range<Int>] {
    ["\"", "'"].flatMap { quote in
      occurrences(of: "pattern: \(quote)").compactMap { key in
        bytes[key.upperBound...].firstIndex { quote.utf8.contains($0) }.map { key.upperBound..<$0 }
      }
    }
  }

  /// The members of mappings in braces, each with the comma that ends it or stands before it.
  var flowMembers: [Range<Int>] {
    var members: [Range<Int>] = []
    for line in lines.indices {
      var start: Int?
      for index in lines[line].lowerBound..<ends[line] {
        switch bytes[index] {
        case UInt8(ascii: "{"): start = index + 1
        case UInt8(ascii: ","):
          if let begin = start { members.append(begin..<index + 1) }
          if start != nil { start = index + 1 }
        case UInt8(ascii: "}"):
          if let begin = start { members.append(begin..<index) }
          start = nil
        case UInt8(ascii: "["), UInt8(ascii: "]"): start = nil
        default: break
        }
      }
    }
    return members.filter { bytes[$0].contains(UInt8(ascii: ":")) }
  }

  /// The names that a range touches, and the one behind it of which it is the key: `otherwise: refused`.
  func names(around range: Range<Int>) -> Set<String> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, bytes[start - 1].isNamePart { start -= 1 }
    while end < bytes.count, bytes[end].isNamePart { end += 1 }
    if bytes[end...].starts(with: ": ".utf8) {
      end += 2
      while end < bytes.count, bytes[end].isNamePart { end += 1 }
    }
    return Set(Self.names(in: bytes[start..<end]))
  }

  /// The names in front of the first colon of a line, which are its key; of an arrow the message, too.
  func keys(_ line: Int) -> [String] {
    guard lines.indices.contains(line) else { return [] }
    let text = bytes[lines[line]]
    let isArrow = [" -> ", " <- "].contains { arrow in text.indices.contains { text[$0...].starts(with: arrow.utf8) } }
    return Self.names(in: isArrow ? text : text.prefix { $0 != UInt8(ascii: ":") })
  }

  private static func names(in bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { !$0.isNamePart }.filter { (1..<100).contains($0.count) }.map { String(decoding: $0, as: UTF8.self) }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  fileprivate var isNamePart: Bool {
    isLetter || (0x30...0x39).contains(self) || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}
