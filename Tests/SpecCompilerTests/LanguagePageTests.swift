import Foundation
import SpecCompiler
import Testing

/// Docs/Language.md teaches the language with one file in pieces; the pieces are held against the compiler.
@Suite
struct LanguagePageTests {
  static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Docs/Language.md")

  @Test("the YAML blocks of the page, put together, are a protocol without a finding")
  func blocks() throws {
    var file = ""
    var isInside = false
    for line in try String(contentsOf: Self.page, encoding: .utf8).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      if line.hasPrefix("```") {
        isInside = line == "```yaml"
      } else if isInside {
        file += line + "\n"
      }
    }
    // The gallery has the same file in canonical form, behind two lines that say so.
    let gallery = try String(
      contentsOf: Self.page.deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "protocols/darkroom.yaml"), encoding: .utf8)
    let lines = gallery.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
    #expect(CanonicalForm.of(Array(file.utf8), name: "Language.md").text == lines.joined(separator: "\n"))
    let compilation = Compiler.compile(Array(file.utf8), name: "Language.md")
    #expect(compilation.diagnostics.map { "\($0.range.start.line): \($0.message)" } == [])
    let spec = try #require(compilation.spec)
    #expect(spec.processes.count == 5 && spec.messages.count == 13 && spec.chains.count == 5)
  }
}
