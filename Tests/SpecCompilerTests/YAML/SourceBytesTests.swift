import SpecCompiler
import Testing

/// Encodings, characters and size.
@Suite struct SourceBytesTests {
  @Test func `invalid UTF-8 is reported at its byte and at its character`() {
    #expect(
      Found.all(Array("zmqspec: 1\nabout: \"größe ".utf8) + [0xFF] + Array("\"\n".utf8)) == [
        """
        2:15-2:16 ZS0003 expected UTF-8, found the byte 0xFF at offset 27
          help: save the file as UTF-8
        """
      ])
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE2, 0x28, 0xA1],
    ] as [[UInt8]])
  func `every kind of malformed sequence`(bytes: [UInt8]) {
    let findings = Found.all(Array("a: ".utf8) + bytes)
    #expect(findings.count == 1)
    #expect(findings[0].hasPrefix("1:4-1:5 ZS0003"))
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 with and without its mark`(isBigEndian: Bool, hasMark: Bool) {
    let units = (hasMark ? [0xFEFF] : []) + Array(Sample.pingPong.utf16)
    let bytes = units.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(Found.all(bytes) == ["1:1-1:1 ZS0003 expected UTF-8, found UTF-16\n  help: save the file as UTF-8"])
  }

  @Test func `a byte-order mark is dropped, and columns do not count it`() {
    #expect(Found.all([0xEF, 0xBB, 0xBF] + Array(Sample.pingPong.utf8)) == [])
    let findings = Found.all([0xEF, 0xBB, 0xBF] + Array("zmqspec: 2\n".utf8))
    #expect(findings.contains { $0.hasPrefix("1:10-1:11 ZS0024") })
  }

  @Test func `characters that YAML forbids`() {
    #expect(
      Found.all("zmqspec: 1\r\nab\0out: x\n") == [
        """
        2:3-2:4 ZS0004 YAML forbids the character U+0000, found at offset 14
          help: remove it, or write it as an escape in double quotes: "\\u0000"
        """
      ])
    for character in ["\u{1}", "\u{B}", "\u{C}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFE}", "\u{FEFF}"] {
      #expect(Found.codes("a: \(character)\n") == ["ZS0004"])
    }
  }

  @Test func `a file of more than 16 MiB is refused before it is read`() {
    let bytes = [UInt8](repeating: 0x23, count: 50_000_000)
    let clock = ContinuousClock()
    let start = clock.now
    let compilation = Compiler.compile(bytes, name: "big.yaml")
    #expect(clock.now - start < .seconds(1))
    #expect(
      compilation.diagnostics.map(\.message) == [
        "the file has 50000000 bytes, and a protocol file may have at most 16777216"
      ])
    #expect(compilation.source.lines == [""])
  }
}
