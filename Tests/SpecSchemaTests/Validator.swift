import Foundation
import Programs
import Testing

/// A JSON Schema validator that others have written: the `jsonschema` package of Python, in `validate.py`.
enum Validator {
  /// A document to validate.
  enum Document: Encodable {
    /// A file, read as YAML.
    case yaml(path: String)
    /// JSON as text.
    case json(String)

    private enum CodingKeys: CodingKey { case yaml, json }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .yaml(let path): try container.encode(path, forKey: .yaml)
      case .json(let text): try container.encode(text, forKey: .json)
      }
    }
  }

  /// A schema, and documents to validate by it.
  struct Task {
    /// The schema, as JSON text.
    var schema: String
    /// The documents.
    var documents: [Document]

    fileprivate func json() throws -> String {
      "{\"schema\":\(schema),\"documents\":\(String(decoding: try JSONEncoder().encode(documents), as: UTF8.self))}"
    }
  }

  /// What is wrong with each of the documents; an empty list for a valid one.
  static func complaints(_ documents: [Document], schema: String) async throws -> [[String]] {
    try await complaints([Task(schema: schema, documents: documents)]).first ?? []
  }

  /// What is wrong with each of the documents of each task.
  static func complaints(_ tasks: [Task]) async throws -> [[[String]]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zmqspec-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "input"), folder.appending(path: "output"))
    try Data("[\(try tasks.map { try $0.json() }.joined(separator: ","))]".utf8).write(to: input)
    try Data().write(to: output)

    let process = Process()
    process.executableURL = try Installation.python
    process.arguments = [Repository.root.appending(path: "Tests/SpecSchemaTests/validate.py").path]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try await process.runToItsEnd()
    try #require(process.terminationStatus == 0, "validate.py has failed; its complaint stands above")
    return try JSONDecoder().decode([[[String]]].self, from: try Data(contentsOf: output))
  }
}
