import Testing
import ZMQWire

@Suite struct Base64Tests {
  @Test(
    "The test vectors of RFC 4648, section 10, are met both ways",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func vectors(plain: String, encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
  }

  @Test("All 64 digits are used")
  func alphabet() {
    let all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    let bytes = Base64.decode(all)
    #expect(bytes?.count == 48)
    #expect(bytes.map(Base64.encode) == all)
    #expect(bytes?.prefix(3) == [0x00, 0x10, 0x83])
  }

  @Test(
    "A text with another length, another character or spare bits is refused",
    arguments: [
      "A", "AA", "AAA", "AAAAA", "AA=", "A===", "====", "=AAA", "A=AA", "AA=A", "AAAA====", "AA==AAAA", "Zm9v ",
      " Zm9v", "Zm9\n", "Zm9-",
      "Zm9_", "Zm9*", "Zmé=", "ZZ==", "Zm9=", "Zh==", "\u{0}AAA",
    ])
  func refused(text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test("Of all texts of two digits and padding, only those without spare bits are read")
  func spareBits() {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var accepted = 0
    for second in digits where Base64.decode("A\(second)==") != nil { accepted += 1 }
    #expect(accepted == 4)
    accepted = 0
    for third in digits where Base64.decode("AA\(third)=") != nil { accepted += 1 }
    #expect(accepted == 16)
  }

  @Test("Random bytes survive, and pass through JSON")
  func roundTrips() throws {
    var generator = SplitMix(seed: 8)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
      let text = try written { writer in writer.write(base64: bytes) }
      #expect(try reading(text) { reader, span throws(JSONFault) in try reader.readBytes(in: span) } == bytes)
      // Encoders that escape every slash are common.
      let escaped = text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
      #expect(try reading(escaped) { reader, span throws(JSONFault) in try reader.readBytes(in: span) } == bytes)
    }
  }

  @Test(
    "A field of bytes that is no base64 is a fault at the string", arguments: ["\"A\"", "5", "\"Zm9=\"", "\"é===\""])
  func faults(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readBytes(in: bytes) }
        == JSONFault(.expectedBase64, at: 0))
  }
}
