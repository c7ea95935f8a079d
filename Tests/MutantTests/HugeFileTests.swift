import Foundation
import SpecCompiler
import Testing

/// Files that are far too large, or large in one respect: told within seconds, and by one finding where that says it all.
@Suite("Huge files")
struct HugeFileTests {
  /// A text, repeated until it has so many bytes.
  private static func bytes(_ text: String, _ count: Int) -> [UInt8] {
    var bytes = Array(text.utf8)
    bytes.reserveCapacity(2 * count)
    while bytes.count < count { bytes += bytes }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  @Test(
    "50 MB are refused at once",
    arguments: ["zmqspec: 1\nprotocol: a\nprocesses: {}\n", "[", "a", "# comment\n", "\0", "- - - - "])
  func tooLarge(piece: String) {
    let bytes = Self.bytes(piece, 50_000_000)
    let start = ContinuousClock.now
    let compilation = Compiler.compile(bytes, name: "huge.yaml")
    #expect(compilation.diagnostics.map(\.code.rawValue) == ["ZS0005"])
    #expect(.now - start < .seconds(5))
  }

  @Test(
    "One megabyte of one thing",
    arguments: ["[", "[]\n", "a", "a ", "'", "\"", "{a: ", "- ", "- a\n", "? ", "a: b\n", "#", "\n", " ", "&a ", "|\n"])
  func large(piece: String) {
    let start = ContinuousClock.now
    let compilation = Compiler.compile(Self.bytes(piece, 1_000_000), name: "large.yaml")
    #expect(compilation.spec == nil)
    #expect(!compilation.diagnostics.isEmpty)
    #expect(.now - start < .seconds(30))
  }

  @Test("A megabyte in one value of a protocol", arguments: ["about", "x-more", "title"])
  func largeValue(key: String) {
    let text = "zmqspec: 1\nprotocol: a\nprocesses: {}\n\(key): \(String(repeating: "long ", count: 200_000))\n"
    let start = ContinuousClock.now
    #expect(Compiler.compile(Array(text.utf8), name: "large.yaml").diagnostics.allSatisfy { $0.severity == .warning })
    #expect(.now - start < .seconds(30))
  }
}
