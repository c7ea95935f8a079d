import Foundation
import SpecCompiler
import SpecModel
import SpecSchema
import Testing

@Suite("The schema of the language")
struct LanguageSchemaTests {
  @Test("The committed copy is current")
  func copy() throws { try Repository.expect(LanguageSchema.text, in: "Docs/zmqspec.schema.json") }

  @Test("Every file that the compiler accepts is valid")
  func accepted() async throws {
    let paths = try Repository.compiled().filter { $0.compilation.spec != nil }.map(\.path)
    #expect(paths.count > 30)
    let complaints = try await Self.complaints(paths)
    for (path, complaint) in zip(paths, complaints) { #expect(complaint == [], "\(path)") }
  }

  /// Codes of family 0 whose faults no schema can see.
  static let invisible = [
    "ZS0009": "an anchor is gone before a schema sees anything",
    "ZS0010": "so is a tag",
    "ZS0029": "an editor reads one version of YAML and does not know the other",
    "ZS0095": "an excuse is a comment", "ZS0096": "so it is", "ZS0097": "so it is", "ZS0098": "so it is",
    "ZS0047": "a source is a word behind `=` like any other",
    "ZS0041": "a number in a text behind `=` is a text, and elsewhere JSON's numbers have no bounds",
  ]

  @Test("Every file whose fault is one of shape is refused")
  func rejected() async throws {
    let refused = try Repository.compiled().filter { file in
      file.compilation.spec == nil && file.compilation.diagnostics.contains { $0.code.rawValue.hasPrefix("ZS00") }
    }
    #expect(refused.count > 30)
    for (file, complaint) in zip(refused, try await Self.complaints(refused.map(\.path))) {
      let codes = Set(file.compilation.diagnostics.map(\.code.rawValue).filter { $0.hasPrefix("ZS00") })
      let isInvisible = codes.allSatisfy { Self.invisible[$0] != nil }
      #expect(isInvisible || !complaint.isEmpty, "\(file.path): \(codes.sorted())")
    }
  }

  private static func complaints(_ paths: [String]) async throws -> [[String]] {
    try await Validator.complaints(
      paths.map { .yaml(path: Repository.root.appending(path: $0).path) }, schema: LanguageSchema.text)
  }
}
