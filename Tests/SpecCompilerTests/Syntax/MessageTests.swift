import SpecCompiler
import SpecModel
import Testing

/// Messages, their layouts and their types on the wire.
@Suite struct MessageTests {
  private func found(_ message: String) -> [String] {
    Found.lines("zmqspec: 1\nprotocol: t\nprocesses: {}\nmessages:\n  m: \(message)\n").filter {
      !$0.contains("ZS1009")
    }
  }

  @Test(arguments: ["", "{}", "~", "null"]) func `a message without anything`(message: String) {
    #expect(found(message) == [])
  }

  @Test(arguments: [
    ("[]", "5:6-5:8 ZS0022 expected the message 'm' as a mapping, found a list"),
    ("{ args: [ x ] }", "5:14-5:19 ZS0022 expected `args` as a mapping, found a list"),
    (
      "{ wire: 1.5 }",
      "5:14-5:17 ZS0029 expected the message type as a text, found '1.5', which YAML does not read as a text"
    ),
    (
      "{ wire: yes }",
      "5:14-5:17 ZS0029 expected the message type as a text, found 'yes', which YAML does not read as a text"
    ),
    ("{ wire: \"\" }", "5:14-5:16 ZS0042 the message type is empty"),
    ("{ layout: { a: b } }", "5:16-5:24 ZS0022 expected the name of a layout, found a mapping"),
    ("{ layout: tripel }", "5:16-5:22 ZS1051 no layout is called 'tripel'"),
    ("{ fields: { id: 1 } }", "5:18-5:20 ZS1053 the layout of 'm' has no field 'id'"),
    (
      "{ since: new }", "5:15-5:18 ZS0037 expected a semantic version, found 'new'"
    ),
    ("{ args: { x: int }, kwargs: { x: int } }", "5:36-5:37 ZS1005 'm' has two arguments called 'x'"),
  ])
  func `what is wrong with a message`(message: String, finding: String) {
    #expect(found(message) == [finding])
  }

  @Test func `wire type and layout, its own and the file's`() throws {
    let text = Sample.pingPong.replacing("ping: { args", with: "ping: { wire: \"PING 1\", layout: object, args")
    let spec = try #require(Compiler.compile(Array(text.utf8), name: "t").spec)
    #expect(spec.messages.map(\.wireType) == ["PING 1", "pong", "plzdiekthxbye"])
    #expect(spec.messages.map(\.layout) == [.object, .pair, .pair])
    #expect(spec.messages[0].wireTypeRange == SourceRange(line: 11, columns: 17..<25))
  }

  @Test(arguments: ["1.0", "1", "1.2.3.4", "01.2.3", "1.2.3-", "a.b.c", "1.2.3-ü"])
  func `a version is semantic`(version: String) {
    #expect(
      Found.all("zmqspec: 1\nprotocol: t\nversion: \(version)\nprocesses: {}\n") == [
        """
        3:10-3:\(10 + version.count) ZS0037 expected a semantic version, found '\(version)'
          help: write three numbers parted by points, such as `1.2.0`
        """
      ])
  }

  @Test(arguments: ["1.2.3", "0.0.0", "10.20.30-rc.1+build.5"]) func `semantic versions`(version: String) {
    #expect(!Found.codes("zmqspec: 1\nprotocol: t\nversion: \(version)\nprocesses: {}\n").contains("ZS0037"))
  }

  @Test func `the version of the language`() {
    #expect(
      Found.all("zmqspec: 2\nprotocol: t\nprocesses: {}\n") == [
        """
        1:10-1:11 ZS0024 expected version 1 of the language, found '2'
          help: write `zmqspec: 1`, or use a zmqspec that knows this version
        """
      ])
  }
}
