import Testing
import ZMQWire

@Suite struct UUIDValueTests {
  private let text = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
  private let bytes: [UInt8] = [
    0xF8, 0x1D, 0x4F, 0xAE, 0x7D, 0xEC, 0x11, 0xD0, 0xA7, 0x65, 0x00, 0xA0, 0xC9, 0x1E, 0x6B, 0xF6,
  ]

  @Test("The example of RFC 9562, section 4, is the same as text and as bytes")
  func example() throws {
    let uuid = try #require(UUIDValue(text))
    #expect(uuid.bytes == bytes)
    #expect(UUIDValue(bytes: bytes) == uuid)
    #expect(uuid.description == text)
    #expect(UUIDValue("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6") == uuid)
    #expect(uuid.high == 0xF81D_4FAE_7DEC_11D0)
    #expect(uuid.low == 0xA765_00A0_C91E_6BF6)
  }

  @Test(
    "Another text is no UUID",
    arguments: [
      "", "f81d4fae", "f81d4fae-7dec-11d0-a765-00a0c91e6bf", "f81d4fae-7dec-11d0-a765-00a0c91e6bf67",
      "f81d4fae7dec11d0a76500a0c91e6bf6",
      "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", "g81d4fae-7dec-11d0-a765-00a0c91e6bf6",
      "f81d4fae-7dec-11d0-a765-00a0c91e6bf-",
      "f81d4fae 7dec-11d0-a765-00a0c91e6bf6", "f81d4fa-e7dec-11d0-a765-00a0c91e6bf6",
      "f81d4fae-7dec-11d0-a765-00a0c91e6b\u{E9}",
    ])
  func refused(text: String) {
    #expect(UUIDValue(text) == nil)
  }

  @Test("Only sixteen bytes are a UUID", arguments: [0, 15, 17])
  func lengths(count: Int) {
    #expect(UUIDValue(bytes: [UInt8](repeating: 0, count: count)) == nil)
  }

  @Test("A random UUID has version 4 and the variant of the RFC, and no two are the same")
  func random() {
    var seen: Set<UUIDValue> = []
    for _ in 0..<1_000 {
      let uuid = UUIDValue.random()
      #expect(uuid.bytes[6] >> 4 == 4)
      #expect(uuid.bytes[8] >> 6 == 0b10)
      #expect(UUIDValue(uuid.description) == uuid)
      seen.insert(uuid)
    }
    #expect(seen.count == 1_000)
    var one = SplitMix(seed: 9)
    var other = SplitMix(seed: 9)
    #expect(UUIDValue.random(using: &one) == UUIDValue.random(using: &other))
  }

  @Test("The order is that of the texts")
  func order() {
    let sorted = (0..<100).map { _ in UUIDValue.random() }.sorted()
    #expect(sorted.map(\.description) == sorted.map(\.description).sorted())
  }

  @Test("A UUID passes through JSON, and what is none is a fault at the string")
  func json() throws {
    let uuid = try #require(UUIDValue(text))
    let written = try written { writer in writer.write(uuid) }
    #expect(written == "\"\(text)\"")
    #expect(try reading(written) { reader, bytes throws(JSONFault) in try reader.readUUID(in: bytes) } == uuid)
    let escaped = "\"\\u0066\(text.dropFirst())\""
    #expect(try reading(escaped) { reader, bytes throws(JSONFault) in try reader.readUUID(in: bytes) } == uuid)
    for wrong in ["5", "\"\"", "\"\(text)0\""] {
      #expect(
        fault(in: wrong) { reader, bytes throws(JSONFault) in try reader.readUUID(in: bytes) }
          == JSONFault(.expectedUUID, at: 0))
    }
  }
}
