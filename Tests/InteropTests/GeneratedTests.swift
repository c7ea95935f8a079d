import Foundation
import SpecCompiler
import SpecModel
import SpecSwift
import Testing

extension InteropTests {
  /// The protocols that the Swift peer speaks, as the generator writes them today.
  @Suite struct GeneratedTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    static let protocols: [String] = {
      let folder = root.appending(path: "Interop/Protocols").path
      return (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
    }()

    @Test("there are protocols to compare") func completeness() { #expect(Self.protocols.count == 11) }

    /// `UPDATE_GOLDENS=1 swift test --filter GeneratedTests` writes them anew.
    @Test("Tests/InteropPeer/Generated is up to date", arguments: protocols)
    func upToDate(file: String) throws {
      let bytes = Array(try Data(contentsOf: Self.root.appending(path: "Interop/Protocols/\(file)")))
      let compilation = Compiler.compile(bytes, name: file)
      let printed = DiagnosticPrinter(compilation.source).print(compilation.diagnostics)
      let source = SwiftEmitter.emit(try #require(compilation.spec, "\(printed)"), sourceName: file)
      let name = "InteropPeer/Generated/\(SwiftEmitter.outputName(forProtocolFile: file))"
      let output = Self.root.appending(path: name)
      if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
        try source.write(to: output, atomically: true, encoding: .utf8)
      }
      let isCurrent = try String(contentsOf: output, encoding: .utf8) == source
      #expect(isCurrent, "Tests/\(name) is not what the generator makes of \(file)")
    }
  }
}
