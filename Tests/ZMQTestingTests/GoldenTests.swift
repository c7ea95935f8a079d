import Foundation
import SpecCompiler
import SpecModel
import SpecSwift
import Testing

/// The files for tests that are committed and compiled here are what the emitter makes today.
///
/// `UPDATE_GOLDENS=1 swift test --filter ZMQTestingTests.GoldenTests` writes them anew.
@Suite
struct GoldenTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let protocols =
    [
      "ping-pong", "shared-queue", "weather", "majordomo", "clustered-hashmap", "ventilator", "bitcoin", "freelance",
      "paranoid-pirate", "ironhouse",
    ].map { "protocols/\($0).yaml" }
    + ["snapshot", "alternatives", "render-farm", "vault", "presence", "gossip", "gauges"].map {
      "Tests/SpecSwiftTests/Protocols/\($0).yaml"
    }

  @Test("Tests/ZMQTestingTests/Generated is up to date", arguments: protocols)
  func golden(file: String) throws {
    let name = URL(fileURLWithPath: file).lastPathComponent
    let spec = try Self.compile(file)
    let source = SwiftEmitter.emitTesting(spec, sourceName: name, module: "GeneratedProtocols")
    let output = Self.root.appending(
      path: "Tests/ZMQTestingTests/Generated/\(SwiftEmitter.testingOutputName(forProtocolFile: name))")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try source.write(to: output, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: output, encoding: .utf8) == source, "\(output.path)")
  }

  @Test("a file for tests in the target of the protocol imports no further module")
  func sameTarget() throws {
    let source = SwiftEmitter.emitTesting(try Self.compile("protocols/ping-pong.yaml"), sourceName: "ping-pong.yaml")
    #expect(source.split(separator: "\n").filter { $0.hasPrefix("import ") }.count == 3)
    #expect(SwiftEmitter.testingOutputName(forProtocolFile: "URL-map.yaml") == "URLMap+Testing.swift")
  }

  private static func compile(_ file: String) throws -> ProtocolSpec {
    let bytes = Array(try Data(contentsOf: root.appending(path: file)))
    return try #require(Compiler.compile(bytes, name: file).spec, "\(file)")
  }
}
