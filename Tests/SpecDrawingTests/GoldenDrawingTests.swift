import Foundation
import SpecCompiler
import SpecModel
import Testing

@testable import SpecDrawing

/// Each folder of `Goldens` has a protocol, the command, and what it prints; the drawings of Docs/Diagrams.md are
/// among them under their numbers. `UPDATE_GOLDENS=1` writes the expected texts anew.
@Suite("The drawings of Docs/Diagrams.md, to the character")
struct GoldenDrawingTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter { !$0.hasPrefix(".") }.sorted() ?? []

  @Test("Rendering a protocol with the command gives the expected text", arguments: names)
  func drawing(name: String) throws {
    let folder = GoldenDrawingTests.folder.appending(path: name)
    let spec = try resolved(String(contentsOf: folder.appending(path: "protocol.yaml"), encoding: .utf8))
    let command = try String(contentsOf: folder.appending(path: "command.txt"), encoding: .utf8)
    let options = try DrawingOptions(command: command)
    let format = command.firstMatch(of: /--format (\w+)/).map { String($0.1) } ?? "text"
    let text = try spec.chains.map { try Drawing.text(of: $0, in: spec, options, format) }.joined(separator: "\n")
    let endings = ["text": "txt", "svg": "svg", "mermaid": "mmd", "json": "json"]
    let expected = folder.appending(path: "expected.\(try #require(endings[format]))")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: expected)
    }
    #expect(text == (try String(contentsOf: expected, encoding: .utf8)))
  }

  private func resolved(_ text: String) throws -> ProtocolSpec {
    let compilation = Compiler.compile(Array(text.utf8), name: "protocol.yaml")
    let printed = DiagnosticPrinter(compilation.source).print(compilation.diagnostics)
    return try #require(compilation.spec, "\(printed)")
  }

  @Test("There are goldens")
  func goldens() {
    #expect(GoldenDrawingTests.names.count > 10)
  }
}

extension Drawing {
  /// A chain in a format of the command.
  fileprivate static func text(
    of chain: ChainSpec, in spec: ProtocolSpec, _ options: DrawingOptions, _ format: String
  ) throws -> String {
    switch format {
    case "svg": svg(of: chain, in: spec, options: options)
    case "mermaid": mermaid(of: chain, in: spec)
    case "json": json(of: chain, in: spec, options: options) + "\n"
    default: text(of: chain, in: spec, options: options)
    }
  }
}

extension DrawingOptions {
  /// The options of `zmqspec render protocol.yaml --style ladder …`.
  fileprivate init(command: String) throws {
    self.init()
    var words = command.split(whereSeparator: \.isWhitespace).dropFirst(3)
    while let word = words.popFirst() {
      switch word {
      case "--style": style = try #require(words.popFirst().flatMap { Style(rawValue: String($0)) })
      case "--charset": charset = try #require(words.popFirst().flatMap { Charset(rawValue: String($0)) })
      case "--width": width = try #require(words.popFirst().flatMap { Int($0) })
      case "--who": showWho = true
      case "--no-who": showWho = false
      case "--wire": showWire = true
      case "--real-json": realJSON = true
      case "--airy": isAiry = true
      case "--tight": isTight = true
      case "--frames": frames = try #require(words.popFirst().flatMap { Frames(rawValue: String($0)) })
      case "--format": _ = words.popFirst()
      default: Issue.record("unknown option \(word)")
      }
    }
  }
}
