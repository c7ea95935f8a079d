import Foundation
import SpecModel
import Testing
import ZMQWire

@testable import SpecSchema

@Suite("Examples in the schema of the language")
struct ExampleTests {
  /// Every key of every place, and the steps that are neither arrows nor groups.
  static let keys =
    LanguagePlace.allCases.flatMap(\.keys) + [LanguagePlace.work]
    + LanguagePlace.stepForms.filter { ["note", "pause"].contains($0.name) }

  /// A schema by which each of a list's items has its own schema.
  private static func schema(ofItems items: [JSONValue]) throws -> String {
    guard case .object(var members) = try Self.languageSchema() else { return "false" }
    members.removeAll { $0.key != "definitions" }
    return SchemaText.text(of: JSONValue.object(members).adding(["type": "array", "items": .array(items)]))
  }

  private static func languageSchema() throws -> JSONValue {
    let bytes = Array(LanguageSchema.text.utf8)
    var reader = JSONReader()
    return try reader.readValue(in: bytes.span)
  }

  @Test("Each is valid where it stands")
  func validity() async throws {
    let schema = try Self.schema(ofItems: Self.keys.map(\.schema))
    let examples = JSONValue.array(Self.keys.map { FlowReader.value(of: $0.example) })
    #expect(try await Validator.complaints([.json(SchemaText.text(of: examples))], schema: schema) == [[]])
  }

  @Test("Each is what a YAML library reads in the table's text")
  func reading() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "zmqspec-examples-\(UUID().uuidString).yaml")
    try Data(Self.keys.map { "- \($0.example)\n" }.joined().utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let schema = try Self.schema(ofItems: Self.keys.map { ["const": FlowReader.value(of: $0.example)] })
    #expect(try await Validator.complaints([.yaml(path: file.path)], schema: schema) == [[]])
  }
}
