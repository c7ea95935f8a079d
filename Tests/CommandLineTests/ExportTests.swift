import Foundation
import Testing

@Suite("zmqspec export")
struct ExportTests {
  @Test("--schema alone prints the schema of the language, the one that is committed")
  func language() async throws {
    let result = try await Workspace().run("export", "--schema")
    #expect(
      result
        == Workspace.Result(
          output: try String(
            contentsOf: Workspace.root.appending(path: "Docs/zmqspec.schema.json"), encoding: .utf8)))
  }

  @Test("One message of a file")
  func message() async throws {
    #expect(
      try await Workspace().run("export", "protocols/ping-pong.yaml", "--schema", "ping")
        == Workspace.Result(
          output: """
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "title": "ping-pong: ping",
              "type": "array",
              "items": [
                { "const": "ping" },
                { "type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807 }
              ],
              "minItems": 2,
              "additionalItems": false
            }

            """))
  }

  @Test("All messages of a file, with the types that they use")
  func messages() async throws {
    let result = try await Workspace().run("export", "protocols/weather.yaml", "--schema")
    #expect(result.code == 0)
    let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let definitions = try #require(schema?["definitions"] as? [String: Any])
    #expect(definitions.keys.sorted() == ["Sky", "Wind", "report"])
  }

  @Test("What cannot be exported says what to write instead")
  func mistakes() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("export", "protocols/ping-pong.yaml", "--schema", "pin")
        == Workspace.Result(
          errors: "zmqspec: ping-pong has no message 'pin'; did you mean 'ping'?\n", code: 64))
    #expect(
      try await workspace.run("export", "--schema", "protocols/ping-pong.yaml")
        == Workspace.Result(
          errors: "zmqspec: write the file first: `zmqspec export protocols/ping-pong.yaml --schema`\n", code: 64))
    #expect(
      try await workspace.run("export", "protocols/ping-pong.yaml")
        == Workspace.Result(
          errors: "zmqspec: say what to export: `--schema`\n", code: 64))
    #expect(try await workspace.run("export", "missing.yaml", "--schema").code == 2)
  }
}
