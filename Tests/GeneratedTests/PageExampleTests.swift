import Foundation
import Testing

/// What a page shows as an example is a message: the generated codec reads it, and writes the same bytes.
@Suite("The examples of Docs/Protocols are real")
struct PageExampleTests {
  /// Pages of messages whose signature nobody can make without the key: a word stands in its place.
  static let signed: Set<String> = ["jupyter"]

  static let pages =
    (try? FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "Docs/Protocols").path))?
    .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted() ?? []

  @Test("Every example of a page decodes, and encodes to the bytes that the page shows", arguments: pages)
  func examples(page: String) throws {
    let codecs = try #require(PageCodec.all[page], "PageCodecs.swift lacks the page")
    let examples = try PageExample.all(on: page)
    #expect(Set(examples.map(\.message)) == Set(codecs.keys))
    for var example in examples {
      if Self.signed.contains(page) {
        example.frames = example.frames.map { $0 == PageSigner.placeholder ? Array(PageSigner.digits.utf8) : $0 }
      }
      let codec = try #require(codecs[example.message])
      #expect(!example.frames.isEmpty)
      #expect(try codec.recode(example.frames) == example.frames, "\(example.message)")
      // Its JSON is the JSON that is in its bytes.
      for json in example.json { #expect(example.frames.contains(Array(json.utf8)), "\(example.message): \(json)") }
    }
  }

  @Test("There are pages")
  func some() { #expect(Self.pages.count > 10) }
}

/// An example as a page has it.
struct PageExample {
  var message: String
  /// From the lines of hexadecimal digits.
  var frames: [[UInt8]]
  /// From the block above them, where there is one.
  var json: [String]

  /// The examples of a page, in its order.
  static func all(on page: String) throws -> [PageExample] {
    let text = String(decoding: try Repository.bytes(of: "Docs/Protocols/\(page).md"), as: UTF8.self)
    return try text.split(separator: "\n### <a id=\"message-" as Substring).dropFirst().map { section in
      let name = try #require(section.firstMatch(of: /<\/a>`([^`]+)`/)).1
      let lead = "\nFor example, byte by byte, without envelope"
      let parts = section.split(separator: lead[...], maxSplits: 1)
      let dump = try #require(
        parts.dropFirst().first?.firstMatch(of: /```\n(.*?)\n```/.dotMatchesNewlines()), "\(name)")
      let json = parts.first?.firstMatch(of: /```json\n(.*?)\n```/.dotMatchesNewlines())?.1 ?? ""
      return PageExample(
        message: String(name), frames: frames(in: dump.1), json: json.split(separator: "\n").map(String.init))
    }
  }

  /// ```
  ///  1  4D 44 50 57 30 31                                MDPW01
  /// 10  (empty)
  /// ```
  private static func frames(in dump: Substring) -> [[UInt8]] {
    let lines = dump.split(separator: "\n")
    let first = lines.first ?? ""
    let blanks = first.prefix { $0 == " " }
    let lead = blanks.count + first.dropFirst(blanks.count).prefix { $0.isNumber }.count
    var frames: [[UInt8]] = []
    for line in lines {
      if line.prefix(lead).contains(where: \.isNumber) { frames.append([]) }
      let digits = line.dropFirst(lead + 2).prefix(16 * 3 - 1).split(separator: " ").prefix { $0.count == 2 }
      if !frames.isEmpty { frames[frames.count - 1] += digits.compactMap { UInt8(String($0), radix: 16) } }
    }
    return frames
  }
}
