import Foundation
import Testing

@Suite("zmqspec render")
struct RenderTests {
  @Test("The article's drawing and frames, to the character")
  func article() async throws {
    #expect(
      try await Workspace().run("render", "protocols/ping-pong.yaml")
        == Workspace.Result(
          output: """
            Sending pings
            -------------

            * If the ping process sends a *ping*, the pong process responds with a *pong*.
            * The number of pings (and pongs) is counted. The current ping count is sent with each message.

                PingProc      PongProc
                 [REQ] ---1--> [REP]
                       <--2---

                1 IN : ['ping, count']
                1 OUT: ['ping, count']

                2 IN : ['pong, count']
                2 OUT: ['pong, count']

            Stopping
            --------

            The pong process ends when it is asked to.

                PingProc      PongProc
                 [REQ] ---1--> [REP]

                1 IN : ['plzdiekthxbye, null']
                1 OUT: ['plzdiekthxbye, null']

            """))
  }

  @Test("One chain as a ladder, with what travels; the same with a ROUTER")
  func options() async throws {
    #expect(
      try await Workspace().run(
        "render", "protocols/ping-pong-router.yaml", "--chain", "sending-pings", "--style", "ladder", "--charset",
        "unicode", "--real-json", "--wire"
      ).output.hasSuffix(
        """
            PingProc      PongProc
              [REQ]       [ROUTER]
                ├───1 ping───►│
                │◄──2 pong────┤

            1 IN : ['["ping",1]']
            1 NET: ['', '["ping",1]']               REQ adds the delimiter
            1 OUT: [ping_uuid, '', '["ping",1]']    ROUTER adds ping_uuid

            2 IN : [ping_uuid, '', '["pong",1]']
            2 NET: ['', '["pong",1]']               ROUTER removes ping_uuid
            2 OUT: ['["pong",1]']                   REQ removes the delimiter

        """))
  }

  @Test("Pages of Markdown in a folder; --check tells the first line that differs")
  func pages() async throws {
    let workspace = try Workspace()
    let command = [
      "render", "protocols/ping-pong.yaml", "protocols/weather.yaml", "--format", "markdown", "-o", "Docs/",
    ]
    #expect(
      try await workspace.run(command)
        == Workspace.Result(output: "Docs/ping-pong.md: written\nDocs/weather.md: written\n"))
    #expect(
      try await workspace.run(command + ["--check"])
        == Workspace.Result(output: "Docs/ping-pong.md: up to date\nDocs/weather.md: up to date\n"))
    try workspace.edit("Docs/weather.md", "# weather", to: "# climate")
    #expect(
      try await workspace.run(command + ["--check"])
        == Workspace.Result(
          output: "Docs/ping-pong.md: up to date\n",
          errors: """
            Docs/weather.md: stale, it does not say what protocols/weather.yaml says
              line 4
                is:        # climate
                should be: # weather
              run: zmqspec render protocols/weather.yaml --format markdown -o Docs/

            """, code: 1))
    #expect(
      try await workspace.run(command)
        == Workspace.Result(output: "Docs/ping-pong.md: unchanged\nDocs/weather.md: written\n")
    )
  }

  @Test("The ending of -o tells the format")
  func ending() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("render", "protocols/ping-pong.yaml", "-o", "page.md").output == "page.md: written\n")
    #expect(try workspace.read("page.md").contains("\n# ping-pong\n"))
    #expect(
      try await workspace.run("render", "protocols/ping-pong.yaml", "-o", "page.txt").output == "page.txt: written\n")
    #expect(
      Workspace.Result(output: try workspace.read("page.txt"))
        == (try await workspace.run("render", "protocols/ping-pong.yaml")))
  }

  @Test("Pages in the repository are current")
  func repository() async throws {
    let workspace = try Workspace()
    try FileManager.default.copyItem(
      at: Workspace.root.appending(path: "Docs"), to: workspace.folder.appending(path: "Docs"))
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.appending(path: "protocols").path)
    let files = names.filter { $0.hasSuffix(".yaml") }.map { "protocols/\($0)" }
    let result = try await workspace.run(
      ["render"] + files + ["--format", "markdown", "-o", "Docs/Protocols/", "--check"])
    #expect(result.code == 0, "\(result)")
  }

  @Test("A diagram that stays too wide is drawn with a warning, or refused with --strict-width")
  func width() async throws {
    let workspace = try Workspace()
    let command = ["render", "protocols/ping-pong.yaml", "--width", "10", "--chain", "stopping"]
    let loose = try await workspace.run(command)
    #expect(loose.code == 0 && loose.output.hasPrefix("Stopping\n"))
    #expect(loose.errors.hasPrefix("protocols/ping-pong.yaml: warning: chain 'stopping': its diagram takes "))
    let strict = try await workspace.run(command + ["--strict-width"])
    #expect(strict.code == 1 && strict.output == "")
    #expect(strict.errors.hasPrefix("protocols/ping-pong.yaml: error: chain 'stopping': its diagram takes "))
  }

  @Test("A chain that there is not")
  func chain() async throws {
    #expect(
      try await Workspace().run("render", "protocols/ping-pong.yaml", "--chain", "sending-ping")
        == Workspace.Result(
          errors: "zmqspec: there is no chain 'sending-ping'; did you mean 'sending-pings'?\n", code: 64))
  }

  @Test("A file whose ending tells no format is none of text, unless that is said")
  func unknownEnding() async throws {
    let workspace = try Workspace()
    let picture = try await workspace.run("render", "protocols/ping-pong.yaml", "-o", "x.png")
    #expect(
      picture.errors.hasPrefix(
        "Error: '.png' tells no format: say it with --format, or end the file in one of .txt, .md, "), "\(picture)")
    for output in ["plain", ".hidden", "v1.2/"] {
      #expect(try await workspace.run("render", "protocols/ping-pong.yaml", "-o", output).code == 0)
    }
    #expect(
      try await workspace.run("render", "protocols/ping-pong.yaml", "--format", "text", "-o", "x.out").output
        == "x.out: written\n")
  }

  @Test(
    "Options that do not go together",
    arguments: [
      ["--check"], ["--width", "0"], ["--format", "markdown", "--wire"], ["-o", "x.md", "--chain", "stopping"],
      ["-o", "x.png"], ["-o", "new.folder/x.htm"],
    ])
  func usage(options: [String]) async throws {
    let result = try await Workspace().run(["render", "protocols/ping-pong.yaml"] + options)
    #expect(result.code == 64)
    #expect(result.errors.hasPrefix("Error: "))
  }
}
