import Testing
import ZMQWire

@Suite struct JSONStringTests {
  private func string(_ text: String) throws(JSONFault) -> String {
    try reading(text) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) }
  }

  @Test(
    "An escape is the character it stands for",
    arguments: [
      (#""\"""#, "\""), (#""\\""#, "\\"), (#""\/""#, "/"), (#""\b""#, "\u{8}"), (#""\f""#, "\u{C}"), (#""\n""#, "\n"),
      (#""\r""#, "\r"), (#""\t""#, "\t"), (#""\u0041""#, "A"), (#""\u00e9""#, "\u{E9}"), (#""\u00E9""#, "\u{E9}"),
      (#""\u20ac""#, "€"), (#""\uFFFF""#, "\u{FFFF}"), (#""\uD834\uDD1E""#, "𝄞"), (#""\u0000""#, "\u{0}"),
      (#""a\u0062c\\d\"e""#, "abc\\d\"e"), (#""\\u0041""#, "\\u0041"), (#""é\n€""#, "é\n€"),
    ])
  func escapes(text: String, expected: String) throws {
    #expect(try Array(string(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("Every length around the eight bytes that are looked at together is read", arguments: 0...40)
  func lengths(length: Int) throws {
    let plain = String(repeating: "a", count: length)
    #expect(try string("\"\(plain)\"") == plain)
    #expect(try string("\"\(plain)\"" + String(repeating: " ", count: 9)) == plain)
    #expect(try string("\"\(plain)é\(plain)\"") == "\(plain)é\(plain)")
    #expect(try string("\"\(plain)\\n\(plain)\"") == "\(plain)\n\(plain)")
    #expect(try string("\"\(plain)\\\"\(plain)𝄞\"") == "\(plain)\"\(plain)𝄞")
  }

  @Test("Every byte at every place of a word is judged as it is alone")
  func everyByteAtEveryPlace() {
    for byte in UInt8.min...UInt8.max where byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
      for place in 0..<16 {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: 26)
        text[0] = UInt8(ascii: "\"")
        text[25] = UInt8(ascii: "\"")
        text[1 + place] = byte
        let reason: JSONFault.Reason? = byte < 0x20 ? .controlCharacter : byte >= 0x80 ? .notUTF8 : nil
        let expected = reason.map { JSONFault($0, at: 1 + place) }
        #expect(fault(in: text) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) } == expected)
      }
    }
  }

  @Test("Any string is written as text that is read back as its own scalars")
  func roundTrips() throws {
    var generator = SplitMix(seed: 6)
    for _ in 0..<20_000 {
      let value = randomString(using: &generator)
      let text = try written { writer in writer.write(value) }
      #expect(try Array(string(text).utf8) == Array(value.utf8))
    }
  }

  private func randomString(using generator: inout SplitMix) -> String {
    var value = String.UnicodeScalarView()
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7F, 0x20...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0x10FFFF,
    ]
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let range = ranges.randomElement(using: &generator) ?? 0...0
      value.append(Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? "?")
    }
    return String(value)
  }

  @Test("Another kind of value is not a string", arguments: ["5", "null", "[\"a\"]", "{}", "", "a"])
  func otherKinds(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) }
        == JSONFault(.expectedString, at: 0))
  }
}
