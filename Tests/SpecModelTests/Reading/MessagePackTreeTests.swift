import Testing
import ZMQWire

@testable import SpecModel

/// MessagePack as the interpreting reader sees it.
@Suite struct MessagePackTreeTests {
  @Test(
    "every form",
    arguments: [
      ([0x05], "5"), ([0xFF], "-1"), ([0xCC, 0x80], "128"), ([0xD0, 0x80], "-128"), ([0xC0], "null"), ([0xC3], "true"),
      ([0xCD, 1, 0], "256"), ([0xD1, 0xFF, 0], "-256"), ([0xA1, 0x61], "\"a\""), ([0xD9, 1, 0x61], "\"a\""),
      ([0xC4, 1, 0], "\"AA==\""), ([0x91, 0x01], "[1]"), ([0xDC, 0, 1, 1], "[1]"),
      ([0x81, 0xA1, 0x61, 1], "{\"a\":1}"),
      ([0xCF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "18446744073709551615"),
      ([0xCA, 0x3F, 0xC0, 0, 0], "1.5"), ([0xD6, 0xFF, 0, 0, 0, 0], "\"1970-01-01T00:00:00Z\""),
    ] as [([UInt8], String)])
  func forms(bytes: [UInt8], json: String) throws {
    #expect(try WireTree(messagePack: bytes).json == json)
  }

  @Test("what only its bytes tell apart, and what lies as deep as it may")
  func limits() throws {
    #expect(
      try WireTree(messagePack: [0x82, 0xA1, 0x4B, 1, 0xA3, 0xE2, 0x84, 0xAA, 2]).json == "{\"K\":1,\"\u{212A}\":2}")
    #expect(throws: Never.self) { try WireTree(messagePack: Array(repeating: 0x91, count: 63) + [0x90]) }
  }

  @Test(
    "what is none",
    arguments: [
      [], [0xC1], [0x91], [0xA2, 0x61], [0xA1, 0xFF], [0x82, 0xA1, 0x61, 1, 0xA1, 0x61, 2], [0x05, 0x05],
      [0xDD, 0xFF, 0xFF, 0xFF, 0xFF], [0xC6, 0xFF, 0xFF, 0xFF, 0xFF], [0xD4, 0, 0], [0x81, 1, 1],
      Array(repeating: 0x91, count: 10_000), Array(repeating: 0x91, count: 64) + [0x90],
      [0xD7, 0xFF, 0, 0, 0, 4, 0, 0, 0, 0],
    ] as [[UInt8]])
  func broken(bytes: [UInt8]) { #expect(throws: WireError.self) { try WireTree(messagePack: bytes) } }
}
