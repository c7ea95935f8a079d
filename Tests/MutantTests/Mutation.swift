/// A way to change one thing about a protocol file.
enum Mutation: String, CaseIterable {
  case keyRemoved = "a key with all below it removed"
  case memberRemoved = "a member in braces removed"
  case nameMisspelt = "a word misspelt"
  case nameSwapped = "a word replaced by another of the file"
  case socketTypeSwapped = "a socket type swapped"
  case stepsReordered = "two steps reordered"
  case arrowTurned = "an arrow turned"
  case lineDuplicated = "a line duplicated"
  case lineRemoved = "a line removed"
  case indentationChanged = "a line's indentation changed"
  case bracketRemoved = "a bracket or quote removed"
  case markInserted = "one of YAML's marks inserted"
  case byteFlipped = "a bit flipped"
  case fileCut = "the file cut"
  case nestedDeeply = "a value nested deeply"
  case patternUnbalanced = "a bracket of a pattern removed or added"
  case patternChanged = "a class or a count of a pattern changed"

  /// The edit that makes a mutant of a file; nil where the file has no place for it.
  func edit(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    switch self {
    case .keyRemoved: random.pick(text.entryLines).map { Edit(text.block($0)) }
    case .memberRemoved: random.pick(text.flowMembers).map { Edit($0) }
    case .nameMisspelt: random.pick(text.words).map { Edit($0, misspelt(Array(text.bytes[$0]), &random)) }
    case .nameSwapped: swappedName(text, &random)
    case .socketTypeSwapped: swappedSocketType(text, &random)
    case .stepsReordered: reorderedSteps(text, &random)
    case .arrowTurned: turnedArrow(text, &random)
    case .lineDuplicated:
      random.pick(text.codeLines).map {
        Edit(text.lines[$0].upperBound..<text.lines[$0].upperBound, Array(text.bytes[text.lines[$0]]))
      }
    case .lineRemoved: random.pick(text.codeLines).map { Edit(text.lines[$0]) }
    case .indentationChanged: changedIndentation(text, &random)
    case .bracketRemoved: random.pick(text.places(of: "{}[]\"'<>")).map { Edit($0..<$0 + 1) }
    case .markInserted: insertedMark(text, &random)
    case .byteFlipped:
      random.pick(text.bytes.indices).map {
        Edit($0..<$0 + 1, [text.bytes[$0] ^ 1 << UInt8.random(in: 0..<8, using: &random)])
      }
    case .fileCut: random.pick(text.bytes.indices).map { Edit($0..<text.bytes.count) }
    case .nestedDeeply: nested(text, &random)
    case .patternUnbalanced: unbalancedPattern(text, &random)
    case .patternChanged: changedPattern(text, &random)
    }
  }

  private func misspelt(_ word: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var word = word
    let place = Int.random(in: 0..<word.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0 where place + 1 < word.count && word[place] != word[place + 1]: word.swapAt(place, place + 1)
    case 1 where word.count > 1: word.remove(at: place)
    default: word.insert(word[place], at: place)
    }
    return word
  }

  private func swappedName(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    let words = text.words
    guard let one = random.pick(words), let other = random.pick(words), text.text(one) != text.text(other) else {
      return nil
    }
    return Edit(one, text.text(other))
  }

  private func swappedSocketType(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    let types = ["PAIR", "REQ", "REP", "DEALER", "ROUTER", "PUB", "SUB", "XPUB", "XSUB", "PUSH", "PULL", "STREAM"]
    guard let word = random.pick(text.words.filter { types.contains(text.text($0)) }),
      let type = random.pick(types.filter { $0 != text.text(word) })
    else { return nil }
    return Edit(word, type)
  }

  /// Two steps that follow one another change places, with what stands below them.
  private func reorderedSteps(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    let steps = text.codeLines.filter { line in
      let start = text.lines[line].lowerBound + (text.indentation(line) ?? 0)
      return text.bytes[start...].starts(with: Array("- ".utf8))
    }
    let pairs = steps.compactMap { line -> (Range<Int>, Range<Int>)? in
      let first = text.block(line)
      guard
        let next = steps.first(where: {
          text.lines[$0].lowerBound == first.upperBound && text.indentation($0) == text.indentation(line)
        })
      else { return nil }
      return (first, text.block(next))
    }
    guard let (first, second) = random.pick(pairs), text.text(first) != text.text(second) else { return nil }
    return Edit(first.lowerBound..<second.upperBound, Array(text.bytes[second] + text.bytes[first]))
  }

  private func turnedArrow(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    let forward = text.occurrences(of: " -> ").map { ($0, " <- ") }
    let back = text.occurrences(of: " <- ").map { ($0, " -> ") }
    return random.pick(forward + back).map { Edit($0.0, $0.1) }
  }

  private func changedIndentation(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    guard let line = random.pick(text.codeLines), let indentation = text.indentation(line) else { return nil }
    let start = text.lines[line].lowerBound
    guard let other = random.pick([-4, -2, -1, 1, 2, 4].map { indentation + $0 }.filter { $0 >= 0 }) else { return nil }
    return Edit(start..<start + indentation, String(repeating: " ", count: other))
  }

  private func insertedMark(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    let marks = [
      "{", "}", "[", "]", ":", ": ", ",", "- ", "\"", "'", "#", " #", "&a ", "*a ", "!a ", "|", ">", "%", "@", "`",
      "\t", "\n", "?", "<<: ",
    ]
    guard let line = random.pick(text.codeLines), let place = random.pick(text.lines[line]),
      let mark = random.pick(marks)
    else { return nil }
    return Edit(place..<place, mark)
  }

  /// A word in a hundred brackets, or in ten thousand.
  private func nested(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    guard let word = random.pick(text.words), let depth = random.pick([3, 60, 100, 10_000]),
      let (open, close) = random.pick([("[", "]"), ("{a: ", "}"), ("list<", ">"), ("optional<", ">")])
    else { return nil }
    return Edit(
      word, String(repeating: open, count: depth) + text.text(word) + String(repeating: close, count: depth))
  }

  /// A bracket of a pattern goes, or one comes that has no other half.
  private func unbalancedPattern(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    guard let pattern = random.pick(text.patterns) else { return nil }
    let brackets = pattern.filter { Array("()[]{}".utf8).contains(text.bytes[$0]) }
    if Bool.random(using: &random), let place = random.pick(brackets) { return Edit(place..<place + 1) }
    let place = Int.random(in: pattern.lowerBound...pattern.upperBound, using: &random)
    return random.pick(["(", ")", "[", "]", "{", "(?"]).map { Edit(place..<place, $0) }
  }

  /// A class of a pattern becomes another one, or none that there is; a count another count, or none.
  private func changedPattern(_ text: ProtocolText, _ random: inout SeededGenerator) -> Edit? {
    guard let pattern = random.pick(text.patterns) else { return nil }
    let changes = [
      "a-z": ["z-a", "A-Z", "a-", "^a-z", "[:alpha:]", "a-z&&b"], ".": ["[0-9]", "[.", "(?=.)", ""],
      "*": ["+", "?", "{2}", "{3,1}", "**", "{,}"], "+": ["*", "?", "{0}", "{1,100000}", "+*", "{"],
    ]
    let places = changes.sorted { $0.key < $1.key }.flatMap { old, new in
      pattern.filter { text.bytes[$0..<pattern.upperBound].starts(with: old.utf8) }.map {
        (range: $0..<$0 + old.utf8.count, new: new)
      }
    }
    guard let place = random.pick(places), let new = random.pick(place.new) else { return nil }
    return Edit(place.range, new)
  }
}
