import Programs
import Testing
import ZMQRuntime
import ZMQSockets

extension FaultTests {
  // MARK: Routing ids that libzmq makes up

  @Test(
    "a server that is started again knows its clients by other ids than before, so no late answer finds another one")
  func freshIDs() async throws {
    var ids: Set<[UInt8]> = []
    for _ in 0..<4 {
      let (server, endpoints) = try await Self.serve("whoami")
      let client = Self.plan("Client", ProcessPlan.Socket("server", SocketConfiguration(.dealer, connect: endpoints)))
      let id = try await client.run(on: ZMQTransport()) { process in
        try await process.client("server").request(within: .seconds(5)) { writer in
          writer.frame("?".utf8)
        } decode: { message in
          message.frames.last
        }
      }
      #expect(id.count == 5 && id[0] == 0, "\(id)")
      ids.insert(id)
      _ = try await Self.end(server)
    }
    #expect(ids.count == 4, "\(ids)")
  }
}
