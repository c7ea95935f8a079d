import Foundation
import SpecModel
import Testing

@testable import SpecCompiler
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
    let text = spec.chains.map { Drawing.text(of: $0, in: spec, options: options) }.joined(separator: "\n")
    let expected = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: expected)
    }
    #expect(text == (try String(contentsOf: expected, encoding: .utf8)))
  }

  /// A protocol with all its references, whatever the rules say to it: drawings 5 and 7 call a message `error`, which
  /// generated Swift could not.
  private func resolved(_ text: String) throws -> ProtocolSpec {
    let root = try #require(YAMLParser.parse(SourceText(name: "protocol.yaml", text: text), text: text).0)
    let (syntax, parsing) = ProtocolSyntax.parse(root)
    let (spec, resolving) = Resolver.resolve(syntax)
    let found = parsing + resolving
    #expect(!found.hasErrors, "\(found)")
    return spec
  }

  @Test("There are goldens")
  func goldens() {
    #expect(GoldenDrawingTests.names.count > 10)
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
      default: Issue.record("unknown option \(word)")
      }
    }
  }
}
