import Foundation
import SpecCompiler
import SpecDocs
import Testing

/// The goldens are the pages themselves: "up to date" and "as expected" are one test.
/// `UPDATE_GOLDENS=1` writes them anew.
@Suite("Docs/Protocols has the page of every protocol file")
struct GoldenPageTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let files = names(in: "protocols", ending: ".yaml")

  static func names(in folder: String, ending: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return all.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  @Test("The page says what the file says", arguments: files)
  func page(name: String) throws {
    let source = "protocols/\(name).yaml"
    let bytes = [UInt8](try Data(contentsOf: GoldenPageTests.root.appending(path: source)))
    let result = Compiler.compile(bytes, name: source)
    let spec = try #require(result.spec, "\(result.diagnostics)")
    let page = MarkdownPage.render(spec, sourceName: source)
    let golden = GoldenPageTests.root.appending(path: "Docs/Protocols/\(name).md")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(page.utf8).write(to: golden)
    }
    #expect(page == (try String(contentsOf: golden, encoding: .utf8)))
    #expect(!page.contains(" \n") && !page.contains("\n\n\n"))
  }

  @Test("No page is left without its file")
  func leftovers() {
    #expect(!GoldenPageTests.files.isEmpty)
    #expect(GoldenPageTests.names(in: "Docs/Protocols", ending: ".md") == GoldenPageTests.files)
  }
}
