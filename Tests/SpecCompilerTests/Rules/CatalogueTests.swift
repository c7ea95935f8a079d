import Foundation
import SpecCompiler
import SpecModel
import Testing

/// Every code is explained, and every explanation is true.
@Suite struct CatalogueTests {
  /// The codes that stand in the sources, outside the catalogue.
  static func codesInUse() throws -> Set<String> {
    let sources = Golden.root.appending(path: "Sources").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    var codes: Set<String> = []
    for file in files ?? [] where file.pathExtension == "swift" && !file.path.contains("/Catalogue/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      codes.formUnion(text.matches(of: /"(ZS[0-9]{4})"/).map { String($0.output.1) })
    }
    return codes
  }

  @Test("the codes in use are the codes explained")
  func complete() throws {
    let explained = Catalogue.all.map(\.code.rawValue)
    #expect(Set(explained).count == explained.count, "a code is explained twice")
    #expect(try Self.codesInUse().symmetricDifference(explained).sorted() == [])
  }

  @Test("the wrong example gets its diagnostic and no other", arguments: Catalogue.all.map(\.code.rawValue))
  func wrong(code: String) throws {
    let explanation = try #require(Catalogue.explanation(for: DiagnosticCode(rawValue: code)))
    let codes = Compiler.compile(explanation.wrong.bytes(), name: "demo.yaml").diagnostics.map(\.code.rawValue)
    #expect(Set(codes) == [code])
  }

  @Test("the right example is clean", arguments: Catalogue.all.map(\.code.rawValue))
  func right(code: String) throws {
    let explanation = try #require(Catalogue.explanation(for: DiagnosticCode(rawValue: code)))
    let compilation = Compiler.compile(explanation.right.bytes(), name: "demo.yaml")
    #expect(DiagnosticPrinter(compilation.source).print(compilation.diagnostics) == "")
    #expect(compilation.spec != nil)
  }

  @Test("Docs/Diagnostics.md is current")
  func page() throws {
    try Golden.expect(DiagnosticsPage.render(), in: Golden.root.appending(path: "Docs/Diagnostics.md"))
  }
}
