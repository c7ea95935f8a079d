import Foundation
import Programs
import Testing
import ZMQRuntime
import ZMQSockets

extension FaultTests {
  // MARK: Peers that end

  @Test("a server is killed while it has a request; the next one at its endpoint answers")
  func killedInRequest() async throws {
    let (mute, endpoints) = try await Self.serve("mute", "tcp://127.0.0.1:*")
    var server: Account?
    let client = try await Caller.run(at: endpoints[0]) { client in
      let asking = Task { try await client.ask("lost", within: .seconds(2)) }
      #expect(try await mute.line() == "got")
      try await Self.kill(mute)
      await #expect(throws: RequestError.self) { try await asking.value }
      let (next, _) = try await Self.serve("serve", endpoints[0])
      try await client.restored(after: .killedInRequest)
      server = try await Self.endServer(next)
    }
    // One of two was in the hands of the one that was killed.
    #expect(client.answered == 1 && client.account.offered == ["sent": 2])
    #expect(server?.received == ["answered": 1] && server?.offered == ["sent": 1])
  }

  @Test("clients are killed between two frames of a message; nobody else notices")
  func killedInMessage() async throws {
    let (server, endpoints) = try await Self.serve("serve", "tcp://127.0.0.1:*")
    let port = try #require(endpoints[0].split(separator: ":").last)
    let client = try await Caller.run(at: endpoints[0]) { client in
      try await client.ask("before")
      for _ in 0..<10 {
        let torn = try Self.start("tear", "\(port)")
        #expect(try await torn.line() == "torn")
        try await Self.kill(torn)
      }
      try await client.restored(after: .killedInMessage)
    }
    let account = try await Self.endServer(server)
    // Half a message never was one: it is in nobody's counter.
    #expect(client.account.offered == ["sent": 2] && account.received.total == 2 && account.offered == ["sent": 2])
  }

  @Test("the peer of a ROUTER has gone before its reply: it is counted as unroutable")
  func goneBeforeReply() async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: String.self)
    let gate = Gate()
    let events = SocketEvents()
    var configuration = SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"])
    configuration.events = events
    let echo = HandlerSource(SlowEcho(arrived: arrived, gate: gate))
    let process = try await Self.plan("Server", ProcessPlan.Socket("requests", configuration, handler: echo))
      .run(on: ZMQTransport()) { process in
        let endpoint = process.endpoints(of: "requests")[0]
        let asker = try Self.start("ask", endpoint, "asker")
        try asker.tell("anybody there?")
        var iterator = arrivals.makeAsyncIterator()
        #expect(await iterator.next() == "anybody there?")
        try await Self.kill(asker)
        for await event in events where event.kind == .disconnected { break }
        await gate.open()
        let client = try await Caller.run(at: endpoint) { try await $0.restored(after: .goneBeforeReply) }
        #expect(client.account.offered == ["sent": 1])
        return process
      }
    let account = try await Account.only(of: process)
    #expect(account.received == ["answered": 2] && account.offered == ["sent": 1, "unroutable": 1])
  }

  @Test("a thousand clients ask and vanish; each request is handled, and the next client is served")
  func vanishing() async throws {
    let (server, endpoints) = try await Self.serve("serve", "tcp://127.0.0.1:*")
    let port = try #require(endpoints[0].split(separator: ":").last)
    for _ in 0..<5 {
      let clients = try Self.start("vanish", "\(port)", "200")
      #expect(try await clients.end() == .signal(SIGKILL), "\(clients.transcript)")
    }
    let client = try await Caller.run(at: endpoints[0]) { try await $0.restored(after: .vanishing) }
    #expect(client.account.offered == ["sent": 1])
    // Whether libzmq still took an answer to somebody who was going is a matter of moments.
    #expect(try await Self.endServer(server).received == ["answered": 1001])
  }
}
