import Foundation
import Testing

@testable import SpecCompiler

/// The list of names that generated code needs follows the emitter.
@Suite struct GeneratedNamesTests {
  private func text(of folder: String) throws -> String {
    let root = Golden.root.appending(path: "Sources/\(folder)").resolvingSymlinksInPath()
    let files =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return try files.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
      .joined(separator: "\n")
  }

  @Test("every public type of the runtime that the emitter writes is in the list")
  func runtimeTypes() throws {
    let declaration = /public (?:final |indirect )*(?:struct|class|enum|protocol|actor|typealias) ([A-Z][A-Za-z0-9]*)/
    let runtime = try text(of: "ZMQWire") + text(of: "ZMQRuntime")
    let types = Set(runtime.matches(of: declaration).map { String($0.output.1) })
    var written: Set<String> = []
    for line in try text(of: "SpecSwift").split(separator: "\n") where !line.contains("//") {
      for literal in line.matches(of: /"(?:[^"\\]|\\.)*"/) {
        // What is put in between is the emitter's own code.
        let literal = literal.output.replacing(/\\\([^)]*\)/, with: " ")
        written.formUnion(literal.matches(of: /\b[A-Z][A-Za-z0-9]+/).map { String($0.output) })
      }
    }
    #expect(!types.isEmpty)
    #expect(types.intersection(written).subtracting(GeneratedNames.types).sorted() == [])
  }
}
