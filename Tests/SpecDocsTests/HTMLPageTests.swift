import Foundation
import SpecCompiler
import SpecModel
import Testing

@testable import SpecDocs

/// What a browser makes of it, a person has seen; here is what holds whatever it looks like.
@Suite("The HTML page")
struct HTMLPageTests {
  static let page: String = {
    let specs = GoldenPageTests.files.compactMap { name -> (ProtocolSpec, String)? in
      let source = "protocols/\(name).yaml"
      guard let bytes = try? Data(contentsOf: GoldenPageTests.root.appending(path: source)) else { return nil }
      return Compiler.compile([UInt8](bytes), name: source).spec.map { ($0, source) }
    }
    return HTMLPage.render(specs)
  }()

  private static func attributes(_ name: String, of page: String) -> [String] {
    page.split(separator: " \(name)=\"" as Substring).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test("Every id is there once, and every link within leads to one")
  func links() {
    let ids = HTMLPageTests.attributes("id", of: HTMLPageTests.page)
    #expect(ids.count > 500)
    let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(twice.isEmpty, "\(twice)")
    let known = Set(ids)
    for link in HTMLPageTests.attributes("href", of: HTMLPageTests.page) where link.hasPrefix("#") {
      #expect(known.contains(String(link.dropFirst())), "\(link)")
    }
    for label in HTMLPageTests.attributes("aria-labelledby", of: HTMLPageTests.page).flatMap({
      $0.split(separator: " ")
    }) {
      #expect(known.contains(String(label)), "\(label)")
    }
  }

  @Test("It needs no other file, and has a picture, frames and a place in the contents for every chain")
  func whole() {
    let page = HTMLPageTests.page
    for part in ["<link", " src=", "@import", "url(", "javascript:"] { #expect(!page.contains(part), "\(part)") }
    for part in [
      "<meta name=\"viewport\"", "type=\"search\"", "prefers-color-scheme: dark", "@media print", "@media (max-width",
      "<html lang=\"en\">",
    ] { #expect(page.contains(part), "\(part)") }
    let figures = page.split(separator: "<figure>" as Substring).count - 1
    #expect(figures == page.split(separator: "<pre class=\"frames\">" as Substring).count - 1 && figures > 30)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<!-- Generated from protocols/bitcoin.yaml, "))
  }

  @Test("Elements are closed in the order in which they were opened")
  func nesting() {
    var open: [Substring] = []
    let body = HTMLPageTests.page.replacing(/<(style|script)>.*?<\/\1>/.dotMatchesNewlines(), with: "")
    for tag in body.matches(of: /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^>"])*)>/) {
      if ["meta", "input", "br"].contains(tag.2) || tag.3.hasSuffix("/") { continue }
      if tag.1.isEmpty {
        open.append(tag.2)
      } else if open.popLast() != tag.2 {
        Issue.record("</\(tag.2)> closes no such element")
      }
    }
    #expect(open.isEmpty, "\(open)")
  }

  private static func spec(_ steps: String) throws -> ProtocolSpec {
    let file = """
      zmqspec: 1
      protocol: t
      about: "A [link](javascript:alert(1)), <script>alert(2)</script>."
      processes:
        A: { sockets: { b: DEALER } }
        B: { sockets: { a: { type: ROUTER, bind: "tcp://*:5555" } } }
      messages: { one: {}, two: {}, new: {} }
      chains:
        c:
          steps:
      \(steps)
      """
    return try #require(Compiler.compile(Array(file.utf8), name: "t.yaml").spec)
  }

  @Test("A permalink to a step survives another step in front of it")
  func permalinks() throws {
    let before = try HTMLPageTests.spec("      - A -> B: one\n      - A -> B: two\n      - A -> B: one")
    let after = try HTMLPageTests.spec(
      "      - A -> B: new\n      - A -> B: one\n      - A -> B: two\n      - A -> B: one")
    let anchors = { (spec: ProtocolSpec) in
      HTMLPageTests.attributes("id", of: HTMLPage.render([(spec, "t.yaml")])).filter { $0.hasPrefix("t/chain-c.") }
    }
    #expect(anchors(before) == ["t/chain-c.one", "t/chain-c.two", "t/chain-c.one-2"])
    #expect(anchors(after) == ["t/chain-c.new", "t/chain-c.one", "t/chain-c.two", "t/chain-c.one-2"])
    #expect(
      HTMLPage.render([(after, "t.yaml")]).contains(
        "<li class=\"numbered\" id=\"t/chain-c.one\"><span class=\"number\">2</span>"))
  }

  @Test("What an author writes does not run")
  func harmless() throws {
    let page = HTMLPage.render([(try HTMLPageTests.spec("      - A -> B: one"), "t-->.yaml")])
    #expect(page.contains("A link, &lt;script&gt;alert(2)&lt;/script&gt;."))
    #expect(!page.contains("javascript:"))
    #expect(
      page.split(separator: "\n").dropFirst().first == "<!-- Generated from t-- .yaml: change that, not this. -->"
        || !page.contains("t-->"))
  }
}
