import Foundation
import Testing

@testable import SpecSwift

/// Names of Swift and of the runtime beside declarations of the same name.
@Suite
struct LibraryNamesTests {
  private func text(of folder: String) throws -> String {
    let root = GoldenSourceTests.root.appending(path: "Sources/\(folder)").resolvingSymlinksInPath()
    let files =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return try files.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
      .joined(separator: "\n")
  }

  @Test(
    "every public type of the runtime that the emitter writes is in the list", arguments: ["ZMQWire", "ZMQRuntime"])
  func runtimeTypes(module: String) throws {
    // One within another hides nothing; it is indented.
    let declaration =
      /^(?:@frozen )?public (?:final |indirect )*(?:struct|class|enum|protocol|actor|typealias) ([A-Z][A-Za-z0-9]*)/
      .anchorsMatchLineEndings()
    let types = Set(try text(of: module).matches(of: declaration).map { String($0.output.1) })
    #expect(!types.isEmpty)
    for name in types.intersection(try written()).sorted() {
      #expect(LibraryNames.modules[name] == module, "\(name)")
    }
  }

  @Test(
    "so is every type of Swift's own that it calls by its name",
    arguments: [
      "Array", "Bool", "Character", "ContiguousArray", "ContinuousClock", "Dictionary", "Double", "Duration", "Float",
      "Int", "Int8", "Result", "Set", "Span", "StaticString", "String", "Substring", "Task", "UInt8",
    ])
  func swiftTypes(name: String) throws {
    if try written().contains(name) { #expect(LibraryNames.modules[name] == "Swift") }
  }

  /// The words with a capital in what the emitter writes.
  private func written() throws -> Set<String> {
    var written: Set<String> = []
    for line in try text(of: "SpecSwift").split(separator: "\n") where !line.contains("//") {
      for literal in line.matches(of: /"(?:[^"\\]|\\.)*"/) {
        // What is put in between is the emitter's own code.
        let literal = literal.output.replacing(/\\\([^)]*\)/, with: " ")
        written.formUnion(literal.matches(of: /\b[A-Z][A-Za-z0-9]+/).map { String($0.output) })
      }
    }
    return written
  }

  @Test("without a declaration of that name, nothing changes", arguments: GoldenSourceTests.protocols)
  func unqualified(file: String) throws {
    let source = SwiftEmitter.emit(try GoldenSourceTests.compile(file), sourceName: "a.yaml")
    #expect(source.contains("Swift.") == file.hasSuffix("/names.yaml"))
  }

  @Test(
    "a hidden name stands with its module where it is used",
    arguments: [
      ("public struct Error: JSONMessage, Error", "public struct Error: JSONMessage, Swift.Error"),
      ("error: any Error", "error: any Swift.Error"),
      ("case error(Names.Error)", "case error(Names.Error)"),
      (
        "let text: [String: String?] = [\"String\": \"a \\\"String\\\" \\\\\", b: String(c)]",
        "let text: [Swift.String: Swift.String?] = [\"String\": \"a \\\"String\\\" \\\\\", b: Swift.String(c)]"
      ),
      ("Strings(StaticString, stringString)", "Strings(StaticString, stringString)"),
      ("throws(WireError) -> String", "throws(WireError) -> Swift.String"),
      ("Error.String", "Error.String"), ("@String (String)", "@String (Swift.String)"),
    ])
  func hidden(text: String, expected: String) {
    let qualification = Qualification(modules: ["Error": "Swift", "String": "Swift"], namespace: "Error")
    #expect(qualification(text) == expected)
  }
}
