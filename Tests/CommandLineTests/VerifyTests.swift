import Testing

@Suite("zmqspec verify", .serialized)
struct VerifyTests {
  @Test("IN and OUT of every hop, as libzmq delivers them", arguments: ["tcp", "ipc", "inproc"])
  func report(transport: String) async throws {
    let result = try await Workspace().run("verify", "protocols/ping-pong.yaml", "--transport", transport)
    #expect(result.code == 0)
    #expect(result.errors == "")
    let version = try #require(result.output.firstMatch(of: /by libzmq ([0-9.]+) over/)?.output.1)
    #expect(
      result.output == """
        sending-pings
          1 IN : ['["ping",1]']  PingProc.pongs
          1 OUT: ['["ping",1]']  PongProc.pings  as predicted
          2 IN : ['["pong",1]']  PongProc.pings
          2 OUT: ['["pong",1]']  PingProc.pongs  as predicted

        stopping
          1 IN : ['["plzdiekthxbye",null]']  PingProc.pongs
          1 OUT: ['["plzdiekthxbye",null]']  PongProc.pings  as predicted

        protocols/ping-pong.yaml: 2 chains, 3 hops as predicted, by libzmq \(version) over \(transport)

        """)
  }

  @Test("A sample that nobody subscribes to is told of as that, and an example puts it right")
  func unheard() async throws {
    let file = { (channel: String) in
      """
      zmqspec: 1
      protocol: rocket
      layouts: { frame: [ text: $channel, json: [ $type, $height ] ] }
      processes:
        Rocket: { sockets: { down: { type: PUB, bind: "tcp://*:9100" } } }
        Ground: { sockets: { down: { type: SUB, subscribe: [ "pos", "eng" ] } } }
        Logger: { sockets: { all: { type: SUB, subscribe: "" } } }
      messages: { position: { layout: frame, args: { channel: \(channel), height: float } } }
      chains: { flying: { steps: [ { "Rocket -> Ground, Logger": position } ] } }

      """
    }
    let workspace = try Workspace()
    let result = try await workspace.run("verify", "-", input: file("string"))
    #expect(result.code == 1)
    #expect(
      result.output.hasPrefix(
        """
        flying
          1 IN : [channel, '["position",1.5]']                        Rocket.down
          1 OUT: nothing                                              Ground.down  NOT PLAYED: it subscribes to "pos", "eng"
          give the field in the first frame an `example` that begins with one of these

        """), "\(result)")
    let heard = try await workspace.run("verify", "-", "--quiet", input: file("{ type: string, example: pos.1 }"))
    #expect(heard.code == 0, "\(heard)")
  }

  @Test("A file with errors is not played")
  func broken() async throws {
    let result = try await Workspace().run("verify", "-", input: "zmqspec: 1\n")
    #expect(result.code == 1)
    #expect(result.output == "")
    #expect(result.errors.contains("ZS0021"))
  }
}
