import Testing

@Suite("zmqspec check")
struct CheckTests {
  @Test("A clean file gets one line")
  func clean() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("check", "protocols/ping-pong.yaml", "./protocols/weather.yaml")
        == Workspace.Result(
          output: """
            protocols/ping-pong.yaml: 2 processes, 3 messages, 2 chains, no problems
            protocols/weather.yaml: 3 processes, 1 message, 1 chain, no problems

            """))
  }

  @Test("All that is wrong is told, then counted; other files are checked all the same")
  func wrong() async throws {
    let workspace = try Workspace()
    try workspace.edit("protocols/ping-pong.yaml", "{ count: int }", to: "{ count: itn }")
    #expect(
      try await workspace.run("check", "protocols/ping-pong.yaml", "protocols/weather.yaml")
        == Workspace.Result(
          output: """
            protocols/ping-pong.yaml:12:26: error: no type is called 'itn' [ZS1004]
               12 |   ping: { args: { count: itn } }
                  |                          ^^^
                  = help: did you mean 'int'? write a built-in type such as `int` or `string`, or declare 'itn' under \
            `types`
            protocols/ping-pong.yaml:13:26: error: no type is called 'itn' [ZS1004]
               13 |   pong: { args: { count: itn } }
                  |                          ^^^
                  = help: did you mean 'int'? write a built-in type such as `int` or `string`, or declare 'itn' under \
            `types`
            protocols/weather.yaml: 3 processes, 1 message, 1 chain, no problems
            2 errors in 1 file
            `zmqspec check --fix` puts them right

            """, code: 1))
  }

  @Test("A warning is told and is not a failure")
  func warning() async throws {
    let workspace = try Workspace()
    try workspace.edit("protocols/ping-pong.yaml", "  plzdiekthxbye: {}", to: "  plzdiekthxbye: {}\n  unused: {}")
    let result = try await workspace.run("check", "protocols/ping-pong.yaml")
    #expect(result.output.contains("protocols/ping-pong.yaml:15:3: warning: "), "\(result)")
    #expect(result.output.hasSuffix("\n1 warning in 1 file\n"))
    #expect(result.code == 0)
  }

  @Test("--fix writes the remedies, says so, and leaves the rest as it is")
  func fix() async throws {
    let workspace = try Workspace()
    let good = try workspace.read("protocols/ping-pong.yaml")
    try workspace.edit("protocols/ping-pong.yaml", "PingProc -> PongProc: ping\n", to: "PingProc => PongProc: ping\n")
    try workspace.edit("protocols/ping-pong.yaml", "<- PongProc: pong", to: "<- PongProc: pogn")
    #expect(
      try await workspace.run("check", "--fix", "protocols/ping-pong.yaml", "protocols/weather.yaml")
        == Workspace.Result(
          output: """
            protocols/ping-pong.yaml:22:9: fixed: expected the arrow `->` or `<-`, found 'PingProc => PongProc' [ZS0031]
            protocols/ping-pong.yaml:23:31: fixed: no message is called 'pogn' [ZS1003]
            protocols/ping-pong.yaml: 2 processes, 3 messages, 2 chains, no problems
            protocols/weather.yaml: 3 processes, 1 message, 1 chain, no problems

            """))
    #expect(try workspace.read("protocols/ping-pong.yaml") == good)
    let modified = try workspace.modified("protocols/ping-pong.yaml")
    #expect(try await workspace.run("check", "--fix", "protocols/ping-pong.yaml").code == 0)
    #expect(try workspace.modified("protocols/ping-pong.yaml") == modified)
    try workspace.edit("protocols/ping-pong.yaml", "{ count: int }", to: "{ count: frobnicate }")
    #expect(try await workspace.run("check", "--fix", "protocols/ping-pong.yaml").code == 1)
    #expect(try await workspace.run("check", "--fix", "-", input: good).code == 64)
  }

  @Test("--fail-on warning makes a warning a failure")
  func failOn() async throws {
    let workspace = try Workspace()
    try workspace.edit("protocols/ping-pong.yaml", "  plzdiekthxbye: {}", to: "  plzdiekthxbye: {}\n  unused: {}")
    #expect(try await workspace.run("check", "--fail-on", "warning", "protocols/ping-pong.yaml").code == 1)
    #expect(try await workspace.run("check", "--fail-on", "error", "protocols/ping-pong.yaml").code == 0)
    #expect(try await workspace.run("check", "--fail-on", "warning", "protocols/weather.yaml").code == 0)
    try workspace.edit(
      "protocols/ping-pong.yaml", "unused: {}", to: "unused: {}  # zmqspec:ignore ZS1009 because it comes")
    #expect(try await workspace.run("check", "--fail-on", "warning", "protocols/ping-pong.yaml").code == 0)
  }

  @Test("A chain that gets stuck is told with the way there")
  func trace() async throws {
    let workspace = try Workspace()
    let text = """
      zmqspec: 1
      protocol: demo
      processes:
        Client: { sockets: { server: DEALER } }
        Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
      messages: { hello: {}, welcome: {}, data: {} }
      chains:
        joining:
          steps:
            - Client -> Server: hello
            - Server -> Client: welcome
            - Client -> Server: data

      """
    let result = try await workspace.run("check", "-", input: text)
    #expect(result.output.contains("<stdin>:11:9: warning: "), "\(result)")
    #expect(
      result.output.hasSuffix(
        """
              = chain 'joining' goes like this:
                   Client         Server
                  [DEALER]       [ROUTER]
                      |---1 hello--->|
                      |              |  Server restarts
                      |              |  Client waits for 'welcome' for ever
        1 warning in 1 file

        """), "\(result)")
    let json = try await workspace.run("check", "--error-format", "json", "-", input: text)
    #expect(
      json.output.hasSuffix(
        #","trace":{"chain":0,"events":[{"step":1},{"note":"Server restarts"}],"#
          + #""fatal":"Client waits for 'welcome' for ever"}}"# + "\n"), "\(json)")
  }

  @Test("JSON has one object a line and nothing else")
  func json() async throws {
    let workspace = try Workspace()
    let text = "zmqspec: 1\nprotocol: 1\n"
    let result = try await workspace.run("check", "--error-format", "json", "-", input: text)
    let lines = result.output.split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix(#"{"file":"<stdin>","code":"ZS"#) }, "\(result)")
    #expect(result.code == 1)
    #expect(result.errors == "")
    #expect(
      try await workspace.run("check", "--error-format", "json", "protocols/ping-pong.yaml") == Workspace.Result())
  }

  @Test("GitHub gets workflow commands")
  func github() async throws {
    let workspace = try Workspace()
    try workspace.edit("protocols/ping-pong.yaml", "final: PongProc", to: "final: Nobody")
    let result = try await workspace.run("check", "--error-format", "github", "protocols/ping-pong.yaml")
    #expect(result.output.hasPrefix("::error file=protocols/ping-pong.yaml,line=29,col=16,"), "\(result)")
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.code == 1)
  }

  @Test("A file that cannot be read is the world's fault: 2, also beside a file with errors")
  func unreadable() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("check", "nowhere.yaml", "protocols", "protocols/ping-pong.yaml")
        == Workspace.Result(
          output: "protocols/ping-pong.yaml: 2 processes, 3 messages, 2 chains, no problems\n",
          errors: """
            zmqspec: cannot read nowhere.yaml: No such file or directory
            zmqspec: cannot read protocols: Is a directory

            """, code: 2))
    let both = try await workspace.run("check", "nowhere.yaml", "-", input: "")
    #expect(both.output.hasSuffix("1 error in 1 file\n"))
    #expect(both.code == 2)
  }
}
