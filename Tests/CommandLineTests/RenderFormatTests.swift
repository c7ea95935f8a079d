import Foundation
import Testing

@Suite("zmqspec render --format")
struct RenderFormatTests {
  @Test("A picture of one chain; of all chains in a folder")
  func pictures() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("render", "protocols/ping-pong.yaml", "--chain", "stopping", "-o", "stopping.svg")
        == Workspace.Result(output: "stopping.svg: written\n"))
    let picture = try workspace.read("stopping.svg")
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\"") && picture.hasSuffix("</svg>\n"))
    #expect(picture.contains("<title id=\"d-stopping-t\">Stopping</title>"))
    #expect(picture.contains("1 plzdiekthxbye from PingProc REQ to PongProc REP."))
    #expect(picture.contains("@media (prefers-color-scheme: dark)"))
    #expect(
      try await workspace.run("render", "protocols/ping-pong.yaml", "--format", "mermaid", "-o", "out/")
        == Workspace.Result(
          output: "out/ping-pong.sending-pings.mmd: written\nout/ping-pong.stopping.mmd: written\n"))
    #expect(
      try workspace.read("out/ping-pong.stopping.mmd") == """
        sequenceDiagram
          title Stopping
          participant s0 as PingProc<br/>[REQ]
          participant s1 as PongProc<br/>[REP]
          s0->>s1: 1 plzdiekthxbye

        """)
    #expect(
      try await workspace.run("render", "protocols/ping-pong.yaml", "--format", "svg")
        == Workspace.Result(
          errors: "zmqspec: svg holds one chain: name it with --chain, or with -o a folder for all 2\n", code: 64))
  }

  @Test("The grid of every chain is JSON")
  func grid() async throws {
    let result = try await Workspace().run("render", "protocols/ping-pong.yaml", "--format", "json")
    let grids = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
    #expect(grids?.map { $0["chain"] as? String } == ["sending-pings", "stopping"])
  }

  @Test("Frames as boxes, as a table, not at all")
  func frames() async throws {
    let workspace = try Workspace()
    let command = ["render", "protocols/ping-pong.yaml", "--chain", "stopping", "--frames"]
    let boxes = try await workspace.run(command + ["boxes"]).output
    #expect(
      boxes.hasSuffix(
        """

        1 NET     PingProc REQ -> PongProc REP
                  #---#
        Frame 1   | 0 |                             Empty delimiter       (added by REQ)
                  #---#------------------------#
        Frame 2   | n | ["plzdiekthxbye",null] |    Body: plzdiekthxbye   (the handler's)
                  #---+------------------------#

        """), "\(boxes)")
    #expect(try await workspace.run(command + ["table"]).output.contains("\n| delimiter | empty | - | - |\n") == false)
    #expect(
      try await workspace.run(command + ["table", "--wire"]).output.contains("| delimiter | empty | - | `''` | - |\n"))
    #expect(try await workspace.run(command + ["none"]).output.hasSuffix(" [REQ] ---1--> [REP]\n"))
  }
}
