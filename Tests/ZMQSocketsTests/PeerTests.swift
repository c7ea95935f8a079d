import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What a ROUTER knows of its peers.
@Suite(.timeLimit(.minutes(1)))
struct PeerTests {
  @Test(
    "a peer is known when it has spoken, lost when it cannot be reached, and back when it speaks again",
    arguments: TransportKind.allCases)
  func life(kind: TransportKind) async throws {
    let transport = kind.make()
    let plan = server(SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"]))
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      #expect(await server.peers(of: "in").isEmpty)
      let worker = client(
        SocketConfiguration(.dealer, connect: [endpoint], routingID: RoutingID(Array("worker".utf8))))
      try await worker.run(on: transport) { worker async throws -> Void in
        #expect(try await worker.ask("hello") == "hello")
        let peers = await server.peers(of: "in")
        #expect(peers.map(\.routingID) == [RoutingID(received: Array("worker".utf8))])
        #expect(peers.first?.isPresent == true && peers.first?.returns == 0)
      }
      try await eventually("the worker is lost") {
        try? await server.client("in").send { writer in
          writer.frame("worker".utf8)
          writer.frame("are you there?".utf8)
        }
        return await server.peers(of: "in").first?.isPresent == false
      }
      try await worker.run(on: transport) { worker async throws -> Void in
        #expect(try await worker.ask("hello again") == "hello again")
        let peer = try #require(await server.peers(of: "in").first)
        #expect(peer.isPresent && peer.returns == 1 && peer.firstSeen < peer.lastSeen)
      }
      #expect(await server.ledger().sockets.first?.peers == 1)
      #expect(await server.ledger().isBalanced)
    }
  }
}
