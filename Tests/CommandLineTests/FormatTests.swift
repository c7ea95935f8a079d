import Testing

@Suite("zmqspec format")
struct FormatTests {
  private let pingPong = "protocols/ping-pong.yaml"

  @Test("A file is laid out in place, once; what needs nothing is not touched")
  func inPlace() async throws {
    let workspace = try Workspace()
    let canonical = try workspace.read(pingPong)
    try workspace.edit(pingPong, "processes:\n  PingProc: {", to: "processes:\r\n\r\n\r\n   PingProc:   {")
    try workspace.edit(pingPong, "  PongProc: { sockets", to: "   PongProc: { 'sockets'")
    let modified = try workspace.modified("protocols/weather.yaml")
    #expect(
      try await workspace.run("format", pingPong, "./protocols/weather.yaml")
        == Workspace.Result(output: "\(pingPong): formatted\nprotocols/weather.yaml: unchanged\n"))
    #expect(try workspace.read(pingPong) == canonical)
    #expect(try workspace.modified("protocols/weather.yaml") == modified)
    #expect(try await workspace.run("format", pingPong).output == "\(pingPong): unchanged\n")
  }

  @Test("--check writes nothing, names what would change, and fails")
  func check() async throws {
    let workspace = try Workspace()
    try workspace.edit(pingPong, "final: PongProc", to: "'final': PongProc")
    let text = try workspace.read(pingPong)
    #expect(
      try await workspace.run("format", "--check", pingPong, "protocols/weather.yaml")
        == Workspace.Result(errors: "\(pingPong): would change\n", code: 1))
    #expect(try workspace.read(pingPong) == text)
    #expect(try await workspace.run("format", "--check", "protocols/weather.yaml") == Workspace.Result())
  }

  @Test("--diff prints what would change")
  func diff() async throws {
    let workspace = try Workspace()
    let canonical = try workspace.read(pingPong)
    try workspace.edit(pingPong, "# The smallest", to: "\n# The smallest")
    try workspace.edit(pingPong, "        final: PongProc\n", to: "        'final': PongProc")
    let text = try workspace.read(pingPong)
    let result = try await workspace.run("format", "--diff", pingPong, "protocols/weather.yaml")
    #expect(
      result
        == Workspace.Result(
          output: """
            --- \(pingPong)
            +++ \(pingPong)
            @@ -1,4 +1,3 @@
            -
             # The smallest protocol that is one: a question, an answer, and a way to stop. The article's own example.
             zmqspec: 1
             protocol: ping-pong
            @@ -27,4 +26,4 @@
                 about: The pong process ends when it is asked to.
                 steps:
                   - PingProc -> PongProc: plzdiekthxbye
            -        'final': PongProc
            \\ No newline at end of file
            +        final: PongProc

            """))
    #expect(try workspace.read(pingPong) == text)
    #expect(text != canonical)
    #expect(try await workspace.run("format", "--diff", "--check", pingPong).code == 1)
  }

  @Test("Standard input goes to standard output, changed or not")
  func pipe() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("format", "-", input: "protocol:   t\nzmqspec:   1\n")
        == Workspace.Result(output: "zmqspec: 1\nprotocol: t\n"))
    let canonical = try workspace.read(pingPong)
    #expect(try await workspace.run("format", "-", input: canonical) == Workspace.Result(output: canonical))
  }

  @Test("A file that is not YAML is told of and left alone; other files are laid out all the same")
  func broken() async throws {
    let workspace = try Workspace()
    try workspace.write("a:   [\n", to: "broken.yaml")
    try workspace.write("protocol:   t\n", to: "poor.yaml")
    #expect(
      try await workspace.run("format", "broken.yaml", "nowhere.yaml", "poor.yaml")
        == Workspace.Result(
          output: "poor.yaml: formatted\n",
          errors: """
            broken.yaml:2:1: error: expected a value, found the end of the file [ZS0001]
                2 | \("")
                  | ^
                  = help: write a value, or remove what stands around it
            zmqspec: cannot read nowhere.yaml: No such file or directory

            """, code: 2))
    #expect(try workspace.read("broken.yaml") == "a:   [\n")
    #expect(try workspace.read("poor.yaml") == "protocol: t\n")
    #expect(try await workspace.run("format", "-", input: "a: [").code == 1)
  }

  @Test("A file of thousands of changed lines is compared in no time")
  func longDiff() async throws {
    let workspace = try Workspace()
    let text = (1...6000).map { "x-\($0):   \($0)\n" }.joined()
    let result = try await workspace.run("format", "--diff", "-", input: text)
    #expect(result.output.split(separator: "\n").count { $0.hasPrefix("+x-") } == 6000)
  }
}
