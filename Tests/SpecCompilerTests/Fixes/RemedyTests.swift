import Foundation
import SpecModel
import Testing

@testable import SpecCompiler

/// Remedies: each removes its finding and brings no other; all of them together put a file right.
@Suite struct RemedyTests {
  private static let files = try? Golden.files(in: "Tests/SpecCompilerTests/Rejected", withExtension: "yaml")

  /// Whether an earlier stage has stopped the file, so that the rules have not seen it.
  private func isEarly(_ diagnostics: [Diagnostic]) -> Bool {
    let rules = Set(Rules.all.map { $0.code })
    return diagnostics.contains { $0.severity == .error && !rules.contains($0.code) }
  }

  @Test("a remedy removes its finding and adds none that was to be seen", arguments: files ?? [])
  func eachRejectedFile(file: URL) throws {
    let compilation = Compiler.compile(try Golden.bytes(of: file), name: "t.yaml")
    let before = Dictionary(grouping: compilation.diagnostics) { $0.code.rawValue + $0.message }.mapValues(\.count)
    for finding in compilation.diagnostics where !finding.fix.isEmpty {
      let text = try #require(compilation.source.applying(finding.fix), "\(finding.fix)")
      let after = Compiler.compile(Array(text.utf8), name: "t.yaml").diagnostics
      let counts = Dictionary(grouping: after) { $0.code.rawValue + $0.message }.mapValues(\.count)
      let key = finding.code.rawValue + finding.message
      #expect(counts[key, default: 0] == before[key, default: 0] - 1, "\(finding.code): \(text)")
      if isEarly(compilation.diagnostics) { continue }
      for (found, count) in counts {
        #expect(count <= before[found, default: 0], "\(finding.code) brings \(found)\n\(text)")
      }
    }
  }

  @Test("the codes that `zmqspec rules` calls fixable are those with a remedy in some file")
  func fixable() throws {
    var codes: Set<String> = []
    for file in Self.files ?? [] {
      let diagnostics = Compiler.compile(try Golden.bytes(of: file), name: "t.yaml").diagnostics
      codes.formUnion(diagnostics.filter { !$0.fix.isEmpty }.map(\.code.rawValue))
    }
    #expect(Catalogue.traits().filter(\.isFixable).map(\.code.rawValue) == codes.sorted())
  }

  /// What is wrong, and what it becomes.
  @Test(arguments: [
    ("- Client -> Server: pnig", "- Client -> Server: ping"), ("- Clinet -> Server: ping", "- Client -> Server: ping"),
    ("- Client => Server: ping", "- Client -> Server: ping"), ("- Client --> Server: ping", "- Client -> Server: ping"),
    ("- Client → Server: ping", "- Client -> Server: ping"), ("- Client –> Server: ping", "- Client -> Server: ping"),
    ("- Client —> Server: ping", "- Client -> Server: ping"),
    ("- Client -> Server: ping\n        within: 2s", "- Client -> Server: ping"),
    ("- { Client -> Server: ping, within: 2s }", "- { Client -> Server: ping }"),
    ("- Client -> Server: ping\n        abuot: x", "- Client -> Server: ping\n        about: x"),
    (
      "- Client -> Server: ping\n        in: [ ping ]  # mine",
      "- Client -> Server: ping\n        in: ['ping, [], {}']  # mine"
    ),
    (
      "- Client -> Server: ping  # zmqspec:ignor ZS0406 because x",
      "- Client -> Server: ping  # zmqspec:ignore ZS0406 because x"
    ),
  ])
  func steps(wrong: String, right: String) {
    let file = { (step: String) in
      """
      zmqspec: 1
      protocol: t
      processes: { Client: { sockets: { server: DEALER } }, Server: { sockets: { clients: { type: ROUTER, bind: "tcp://*:5" } } } }
      messages: { ping: {}, pong: {} }
      chains:
        c:
          steps:
            \(step)
            - Client <- Server: pong

      """
    }
    let text = file(wrong)
    let fixed = Fixer.fix(Array(text.utf8), name: "t.yaml")
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == file(right))
    #expect(fixed.applied.count == 1)
  }

  @Test("several at once, one behind the other, CRLF and mark kept")
  func several() {
    let text = "\u{FEFF}zmqspec: 1\r\nprotocl: t\r\nprocesses: {A: {sockets: {b: {tyype: REQQ}}}}   \r\nchains: {}"
    let fixed = Fixer.fix(Array(text.utf8), name: "t.yaml")
    #expect(
      String(decoding: fixed.bytes, as: UTF8.self)
        == "\u{FEFF}zmqspec: 1\r\nprotocol: t\r\nprocesses: {A: {sockets: {b: {type: REQ}}}}   \r\nchains: {}")
    #expect(fixed.applied.map(\.code.rawValue) == ["ZS0020", "ZS0020", "ZS0026"])
    #expect(!fixed.compilation.diagnostics.hasErrors)
  }

  @Test("of two names that are as near none is chosen")
  func ambiguous() {
    let file = { (name: String) in
      "zmqspec: 1\nprotocol: t\nprocesses: {}\nmessages: { a: { args: { x: \(name) } } }\ntypes: { one: { enum: [ a ] }, "
        + "red: { enum: [ b ] }, bed: { enum: [ c ] } }\n"
    }
    func fix(_ name: String) -> [String] {
      Compiler.compile(Array(file(name).utf8), name: "t.yaml").diagnostics.filter { $0.code == "ZS1004" }
        .flatMap { $0.fix.map(\.text) }
    }
    #expect(fix("onee") == ["one"])
    #expect(fix("ded") == [])
  }

  @Test("the type of a field tells what was meant")
  func ambiguousScalars() {
    let file = { (a: String, b: String, c: String) in
      "zmqspec: 1\nprotocol: t\nprocesses: {}\nmessages: { m: { args: { a: { type: string, default: \(a) }, "
        + "b: { type: bool, example: \(b) }, c: optional<string> = \(c) } } }\n"
    }
    let fixed = Fixer.fix(Array(file("017", "yes", "no").utf8), name: "t.yaml")
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == file("\"017\"", "true", "\"no\""))
  }
}
