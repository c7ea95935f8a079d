import Testing

@testable import ZMQWire

@Suite struct KeyTableTests {
  @Test("However alike keys are, each names its own field, and what is only like them names none")
  func alike() {
    // Of every length about the words that are compared, with a difference in each place.
    var random = SplitMix(seed: 24)
    for length in [1, 2, 7, 8, 9, 15, 16, 17, 23, 24, 25, 40] {
      let first = (0..<length).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
      var keys = [first]
      for place in 0..<length {
        var other = first
        other[place] = UInt8(ascii: "A")
        keys.append(other)
      }
      keys.append(first + [0x61])
      let tables = [Array(keys.prefix(8)), Array(keys.suffix(8))].map { (KeyTable($0), $0) }
      for text in keys {
        for rest in [#"":1"#, #"": 1,"more":2}"#, #"" :1,"more":2}"#, "", "a\":1,\"more\":2"] {
          for (table, keys) in tables { expect(table, keys, in: [0x22] + text + Array(rest.utf8)) }
        }
      }
    }
  }

  @Test("In any text the table finds what comparing one key after the other finds")
  func anyText() {
    var random = SplitMix(seed: 7)
    let letters = Array(#"abc":\, "#.utf8) + [0, 0xC3, 0xA9]
    func word(_ length: Int, of letters: ArraySlice<UInt8>) -> [UInt8] {
      (0..<length).compactMap { _ in letters.randomElement(using: &random) }
    }
    for _ in 0..<2_000 {
      let plain = Bool.random(using: &random)
      let keys = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        word(Int.random(in: 0...10, using: &random), of: plain ? letters[..<3] : letters[...])
      }
      let text = Bool.random(using: &random) ? keys.randomElement(using: &random) : nil
      let rest = word(Int.random(in: 0...12, using: &random), of: letters[...])
      expect(
        KeyTable(keys), keys, in: [0x22] + (text ?? []) + (Bool.random(using: &random) ? [0x22, 0x3A] : []) + rest)
    }
  }

  @Test("A key is looked for where it should be, and not beyond the end")
  func elsewhere() {
    let keys = ["x", "position", "a-key-of-more-than-16"].map { Array($0.utf8) }
    let table = KeyTable(keys)
    let text = Array(#"{"position":1,"a-key-of-more-than-16":2,"x":3456789}"#.utf8)
    for count in 0...text.count {
      let bytes = Array(text[..<count])
      for index in -1...count { expect(table, keys, in: bytes, at: index) }
    }
    #expect(table.plainKey(at: .max, in: text.span) == nil)
    #expect(table.plainKey(at: .min, in: text.span) == nil)
  }

  /// The first of the keys that stands at `index` in quotation marks with a colon; the table may leave out what needs
  /// escapes, what is long, and what is so near the end that eight bytes cannot be looked at.
  private func expect(_ table: KeyTable, _ keys: [[UInt8]], in bytes: [UInt8], at index: Int = 0) {
    let found = table.plainKey(at: index, in: bytes.span)
    let rest = index < 0 ? [] : bytes.dropFirst(index)
    let wanted = keys.firstIndex { key in
      !key.contains(where: JSONWord.needsEscape) && rest.starts(with: [0x22] + key + [0x22, 0x3A])
    }
    guard let wanted else { return #expect(found == nil) }
    if found == nil, keys[wanted].count > 24 || rest.count < 9 { return }
    #expect(found.map { [$0.field, $0.size] } == [wanted, keys[wanted].count + 3])
  }
}
