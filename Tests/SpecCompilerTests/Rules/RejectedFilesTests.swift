import Foundation
import SpecCompiler
import SpecModel
import Testing

/// Each `Rejected/CODE-short-name.yaml` gets its diagnostic, and the whole text that is printed about it
/// stands beside it.
@Suite struct RejectedFilesTests {
  private static let folder = "Tests/SpecCompilerTests/Rejected"

  @Test("the whole rendered text", arguments: try Golden.files(in: folder, withExtension: "yaml"))
  func rendered(file: URL) throws {
    let compilation = Compiler.compile(try Golden.bytes(of: file), name: file.lastPathComponent)
    let code = String(file.lastPathComponent.prefix(6))
    #expect(compilation.diagnostics.contains { $0.code.rawValue == code })
    #expect((compilation.spec == nil) == compilation.diagnostics.hasErrors)
    try Golden.expect(
      DiagnosticPrinter(compilation.source).print(compilation.diagnostics),
      in: file.deletingPathExtension().appendingPathExtension("txt"))
  }

  @Test("every code has a rejected file, and every text its file")
  func complete() throws {
    let files = try Golden.files(in: Self.folder, withExtension: "yaml")
    let codes = Set(files.map { String($0.lastPathComponent.prefix(6)) })
    #expect(Set(Catalogue.all.map(\.code.rawValue)).subtracting(codes).sorted() == [])
    let texts = try Golden.files(in: Self.folder, withExtension: "txt").map {
      $0.deletingPathExtension().lastPathComponent
    }
    #expect(Set(texts).subtracting(files.map { $0.deletingPathExtension().lastPathComponent }).sorted() == [])
  }
}
