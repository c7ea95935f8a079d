import Foundation
import SpecCompiler
import SpecModel
import Testing

@testable import SpecSwift

/// The generated files that are committed, compiled and run are what the emitter makes today.
///
/// `UPDATE_GOLDENS=1 swift test --filter GoldenSourceTests` writes them anew.
@Suite
struct GoldenSourceTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Everything under `protocols`.
  static let gallery: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "protocols").path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "protocols/\($0)" }
  }()

  /// Protocols that have what the gallery's have not, or have it all at once.
  static let own = [
    "kitchen-sink", "alternatives", "snapshot", "render-farm", "presence", "nested-requests", "routed", "addressed",
    "vault", "frames", "names", "requests", "kernel", "rpc", "gossip", "helpdesk", "gauges",
  ].map { "Tests/SpecSwiftTests/Protocols/\($0).yaml" }

  static let protocols = gallery + own

  /// Those whose handlers' names no other's have.
  static let withStubs =
    own.filter { !$0.hasSuffix("gossip.yaml") }
    + [
      "bitcoin", "clustered-hashmap", "paranoid-pirate", "ping-pong", "shared-queue", "socket-monitor", "subscriptions",
      "ventilator", "weather", "zap", "zre",
    ].map { "protocols/\($0).yaml" }

  @Test("Tests/GeneratedProtocols is up to date", arguments: protocols)
  func golden(file: String) throws {
    let name = URL(fileURLWithPath: file).lastPathComponent
    let output = "Tests/GeneratedProtocols/\(SwiftEmitter.outputName(forProtocolFile: name))"
    let source = SwiftEmitter.emit(try Self.compile(file), sourceName: name)
    try Self.compare(source, with: output)
  }

  @Test("so is the code by calls, which protocols of many messages have")
  func byCalls() throws {
    let source = SwiftEmitter.emitByCalls(
      try Self.compile("Tests/SpecSwiftTests/Protocols/kitchen-sink.yaml"), namespace: "KitchenSinkByCalls",
      sourceName: "kitchen-sink.yaml")
    try Self.compare(source, with: "Tests/GeneratedProtocols/KitchenSinkByCalls.swift")
  }

  @Test("the stubs that are compiled beside it are up to date", arguments: withStubs)
  func stubs(file: String) throws {
    let name = URL(fileURLWithPath: file).lastPathComponent
    let stem = SwiftEmitter.outputName(forProtocolFile: name).dropLast(".swift".count)
    let stubs = SwiftEmitter.emitStubs(try Self.compile(file), sourceName: name)
    try Self.compare(stubs, with: "Tests/GeneratedProtocols/Stubs/\(stem)Stubs.swift")
  }

  static func compile(_ file: String) throws -> ProtocolSpec {
    let bytes = Array(try Data(contentsOf: root.appending(path: file)))
    let compilation = Compiler.compile(bytes, name: file)
    let printed = DiagnosticPrinter(compilation.source).print(compilation.diagnostics)
    return try #require(compilation.spec, "\(printed)")
  }

  static func compare(_ source: String, with output: String) throws {
    let url = root.appending(path: output)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try source.write(to: url, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: url, encoding: .utf8)
    // The first line that differs says more than two files.
    for (number, lines) in zip(source.split(separator: "\n"), golden.split(separator: "\n")).enumerated() {
      guard lines.0 == lines.1 else {
        Issue.record("\(output), line \(number + 1) without empty ones: is \(lines.1), should be \(lines.0)")
        return
      }
    }
    #expect(source == golden, "\(output)")
  }
}
