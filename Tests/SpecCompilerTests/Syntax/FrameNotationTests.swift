@testable import SpecCompiler
import SpecModel
import Testing

/// `in` and `out`, in which the quotes carry the meaning.
@Suite struct FrameNotationTests {
  @Test(
    arguments: [
      ("ping_uuid", .plain, "ping_uuid"), ("", .singleQuoted, "''"), ("", .doubleQuoted, "''"),
      ("ping, count", .singleQuoted, "'ping, count'"), ("ping,[ count ] ,{ }", .singleQuoted, "'ping, [count], {}'"),
      ("{type:ping,  a :  b}", .singleQuoted, "'{type: ping, a: b}'"),
      (" ping \n count ", .singleQuoted, "'ping count'"),
      ("MDPC01", .doubleQuoted, "\"MDPC01\""), ("0x02", .plain, "0x02"), ("", .plain, nil), ("x", .block, nil),
    ] as [(String, YAMLScalar.Style, String?)])
  func `one frame`(text: String, style: YAMLScalar.Style, notation: String?) {
    #expect(FrameNotation.normalised(YAMLScalar(text: text, style: style)) == notation)
  }

  @Test func `frames with their places`() throws {
    let text = Sample.steps(
      "A -> B: m\n        in: [ a_id, '', 'm,[ ],{}', \"X\" ]\n        out:\n          - ''\n          - b")
    let (root, _) = YAMLParser.parse(SourceText(name: "t", text: text), text: text)
    let (syntax, findings) = ProtocolSyntax.parse(try #require(root))
    #expect(findings == [])
    guard case .step(let step) = try #require(syntax.chains.first?.items.first) else {
      Issue.record("expected a step")
      return
    }
    let hop = try #require(step.details.hops.first)
    let sent = try #require(hop.sent)
    #expect(sent.frames == ["a_id", "''", "'m, [], {}'", "\"X\""])
    #expect(sent.ranges.map(Found.place) == ["11:15-11:19", "11:21-11:23", "11:25-11:35", "11:37-11:40"])
    #expect(Found.place(sent.range) == "11:13-11:42")
    let received = try #require(hop.received)
    #expect(received.frames == ["''", "b"])
    #expect(Found.place(received.range) == "13:11-14:14")
  }

  @Test func `a binary frame, which YAML parts at its commas`() throws {
    let text = Sample.steps("A -> B: m\n        in: [ id, <0x01, n,  text>, <x>, 'a, b', <y ]")
    let (root, _) = YAMLParser.parse(SourceText(name: "t", text: text), text: text)
    let syntax = ProtocolSyntax.parse(try #require(root)).0
    guard case .step(let step) = try #require(syntax.chains.first?.items.first) else {
      Issue.record("expected a step")
      return
    }
    let sent = try #require(step.details.hops.first?.sent)
    #expect(sent.frames == ["id", "<0x01, n, text>", "<x>", "'a, b'", "<y"])
    #expect(
      sent.ranges.map(Found.place) == ["11:15-11:17", "11:19-11:35", "11:37-11:40", "11:42-11:48", "11:50-11:52"])
  }

  @Test func `what is no frame`() {
    let help = "\n  help: write the frames as the article does: `[ ping_uuid, '', 'ping, count' ]`"
    #expect(
      Found.all(Sample.steps("{ A -> B: m, in: x, out: [ [ a ] ] }")) == [
        "10:26-10:27 ZS0022 expected `in` as a list, found 'x'" + help,
        "10:36-10:41 ZS0033 expected a frame, found a list" + help,
      ])
  }
}
