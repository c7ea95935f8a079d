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

  @Test("A file with errors is not played")
  func broken() async throws {
    let result = try await Workspace().run("verify", "-", input: "zmqspec: 1\n")
    #expect(result.code == 1)
    #expect(result.output == "")
    #expect(result.errors.contains("ZS0021"))
  }
}
