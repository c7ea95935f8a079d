import Foundation
import SpecCompiler
import SpecModel
import Testing

/// Docs/RFC.md says which rule sees to which sentence of the RFCs; the rules must exist.
@Suite("Docs/RFC.md")
struct RFCPageTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Docs/RFC.md")

  /// Every socket type that the four RFCs specify.
  static let socketTypes = ["REQ", "REP", "DEALER", "ROUTER", "PUB", "XPUB", "SUB", "XSUB", "PUSH", "PULL", "PAIR"]

  let text: String

  init() throws { text = try String(contentsOf: Self.page, encoding: .utf8) }

  @Test("every code that it names is a rule of the tool, and the link beside it leads there")
  func codes() {
    let links = text.matches(of: /\[(ZS\d{4})\]\(Diagnostics\.md#(zs\d{4})\)/)
    #expect(links.count > 30)
    for link in links {
      let code = String(link.1)
      #expect(Catalogue.explanation(for: DiagnosticCode(rawValue: code)) != nil, "\(code) does not exist")
      #expect(code.lowercased() == link.2)
    }
    #expect(text.matches(of: /ZS\d{4}/).count == links.count, "a code stands without its link")
  }

  @Test("every socket type has its table, and every row somebody who sees to it", arguments: socketTypes)
  func rows(type: String) throws {
    let heading = try #require(text.range(of: "\n### \(type)\n"))
    let rest = text[heading.upperBound...]
    let section = rest[..<(rest.range(of: "\n#")?.lowerBound ?? rest.endIndex)]
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
    #expect(!rows.isEmpty)
    for row in rows {
      let cells = row.split(separator: "|")
      #expect(cells.count == 2 && cells[1].contains(/\*\*(rule|runtime|libzmq|none)\*\*/), "\(row)")
    }
  }
}
