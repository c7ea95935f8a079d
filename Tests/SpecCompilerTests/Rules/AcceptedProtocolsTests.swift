import Foundation
import SpecCompiler
import SpecModel
import Testing

/// The protocols to read first have nothing wrong with them, and nothing doubtful.
@Suite struct AcceptedProtocolsTests {
  @Test("zero diagnostics", arguments: try Golden.files(in: "protocols", withExtension: "yaml"))
  func clean(file: URL) throws {
    let compilation = Compiler.compile(try Golden.bytes(of: file), name: file.lastPathComponent)
    #expect(DiagnosticPrinter(compilation.source).print(compilation.diagnostics) == "")
    #expect(compilation.spec != nil)
  }

  @Test("no two of them bind one port, so that all can run at a time")
  func ports() throws {
    var owners: [String: String] = [:]
    for file in try Golden.files(in: "protocols", withExtension: "yaml") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /bind: "tcp:\/\/[^"]*:([0-9]+)"/) {
        let port = String(match.output.1)
        #expect(owners[port] == nil, "\(file.lastPathComponent) binds \(port), as \(owners[port] ?? "") does")
        owners[port] = file.lastPathComponent
      }
    }
    #expect(!owners.isEmpty)
  }
}
