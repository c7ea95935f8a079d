import Testing
import ZMQWire

@testable import ZMQRuntime

/// What becomes of a message that the transport does not take, by policy; each ends in exactly one counter.
@Suite(.timeLimit(.minutes(1)))
struct OutboundQueueTests {
  private func plan(
    _ type: SocketType, _ queue: OutboundQueue, logger: LogBook? = nil, stopLimit: Duration = .milliseconds(50)
  ) -> ProcessPlan {
    var settings = ProcessSettings(label: "Sender")
    settings.logger = (logger ?? LogBook()).logger
    settings.stopSignals = []
    settings.stopLimit = stopLimit
    var configuration = SocketConfiguration(type)
    configuration.outbound = queue
    return ProcessPlan(name: "Sender", settings: settings, sockets: [.init("out", configuration)])
  }

  private func send(_ texts: String..., on process: RunningProcess) async throws {
    for text in texts { try await process.client("out").send { $0.frame(text.utf8) } }
  }

  private func ledger(of process: RunningProcess) async throws -> SocketLedger {
    let ledger = try #require(await process.ledger().sockets.first)
    #expect(ledger.isBalanced, "\(ledger)")
    return ledger
  }

  private func until(_ condition: () async -> Bool) async {
    while await !condition() { await Task.yield() }
  }

  @Test("what is kept leaves in order when there is room")
  func order() async throws {
    let transport = ScriptedTransport()
    try await plan(.push, OutboundQueue(messages: 3)).run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock)
      try await send("a", "b", "c", on: process)
      let full = try await ledger(of: process)
      #expect(full.queued == 3 && full.queuedBytes == 3 && full.counters.sent == 0)
      transport.script.set(.sent)
      await until { await process.ledger().sockets[0].queued == 0 }
      try await send("d", on: process)
      #expect(transport.script.taken == [["a"], ["b"], ["c"], ["d"]])
      #expect(try await ledger(of: process).counters.sent == 4)
    }
  }

  @Test("`wait`: whoever finds no room waits for some, and loses nothing")
  func wait() async throws {
    let transport = ScriptedTransport()
    try await plan(.push, OutboundQueue(messages: 2, whenFull: .wait)).run(on: transport) {
      process async throws -> Void in
      transport.script.set(.wouldBlock)
      try await send("a", "b", on: process)
      let third = Task { try await send("c", on: process) }
      await until { await process.ledger().sockets[0].waiting == 1 }
      #expect(try await ledger(of: process).counters.offered == 3)
      transport.script.set(.sent)
      try await third.value
      #expect(transport.script.taken == [["a"], ["b"], ["c"]])
      let counters = try await ledger(of: process).counters
      #expect(counters.sent == 3 && counters.unsent.isEmpty)
    }
  }

  @Test("`wait`: a task that is cancelled takes its message with it")
  func cancelledWait() async throws {
    let transport = ScriptedTransport()
    try await plan(.push, .none).run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock)
      let task = Task { try await send("a", on: process) }
      await until { await process.ledger().sockets[0].waiting == 1 }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(try await ledger(of: process).counters.unsent == [.cancelled: 1])
    }
  }

  @Test("`fail`: whoever finds no room is told")
  func fail() async throws {
    let transport = ScriptedTransport()
    try await plan(.push, OutboundQueue(messages: 1, whenFull: .fail)).run(on: transport) {
      process async throws -> Void in
      transport.script.set(.wouldBlock)
      try await send("a", on: process)
      let error = await #expect(throws: RequestError.self) { try await send("b", on: process) }
      #expect(error?.description == "Sender.out: the queue is full")
      #expect(try await ledger(of: process).counters.unsent == [.queueFull: 1])
    }
  }

  @Test("`dropNewest`: what finds no room is thrown away; a request is told, because somebody waits for its answer")
  func dropNewest() async throws {
    let transport = ScriptedTransport()
    try await plan(.dealer, OutboundQueue(messages: 1, whenFull: .dropNewest)).run(on: transport) {
      process async throws -> Void in
      transport.script.set(.wouldBlock)
      try await send("a", "b", "c", on: process)
      #expect(try await ledger(of: process).counters.unsent == [.dropped: 2])
      let error = await #expect(throws: RequestError.self) { try await ask("?", on: process, within: .seconds(60)) }
      #expect(error?.reason == .full)
      #expect(try await ledger(of: process).counters.unsent == [.dropped: 2, .queueFull: 1])
      transport.script.set(.sent)
      await until { await process.ledger().sockets[0].queued == 0 }
      #expect(transport.script.taken == [["a"]])
    }
  }

  @Test("`latest`: a newer message takes the place of those that wait")
  func latest() async throws {
    let transport = ScriptedTransport()
    try await plan(.push, OutboundQueue(whenFull: .latest)).run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock)
      try await send("1", "2", "3", on: process)
      let ledger = try await ledger(of: process)
      #expect(ledger.queued == 1 && ledger.counters.unsent == [.superseded: 2])
      transport.script.set(.sent)
      await until { await process.ledger().sockets[0].queued == 0 }
      #expect(transport.script.taken == [["3"]])
    }
  }

  @Test("`latest`: a request, for whose answer somebody waits, keeps its place")
  func latestSparesRequests() async throws {
    let transport = ScriptedTransport()
    try await plan(.dealer, OutboundQueue(whenFull: .latest)).run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock)
      let asking = Task { try await ask("?", on: process, within: .seconds(60)) }
      await until { await process.ledger().sockets[0].queued == 1 }
      try await send("1", "2", on: process)
      let ledger = try await ledger(of: process)
      #expect(ledger.queued == 2 && ledger.counters.unsent == [.superseded: 1])
      transport.script.set(.sent)
      await until { await process.ledger().sockets[0].queued == 0 }
      #expect(transport.script.taken == [["?"], ["2"]])
      asking.cancel()
    }
  }

  @Test("a request whose peer has gone while it waited in the queue is told")
  func lostInTheQueue() async throws {
    let time = VirtualTime()
    let transport = ScriptedTransport(time: time)
    try await plan(.router, OutboundQueue()).run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock, for: "peer")
      let asking = Task { try await ask("peer", on: process, within: .seconds(60)) }
      await until { await process.ledger().sockets[0].requests == 1 }
      transport.script.set(.unroutable, for: "peer")
      await time.advance(by: .seconds(1))
      let error = await #expect(throws: RequestError.self) { try await asking.value }
      #expect(error?.reason == .unroutable)
      #expect(try await ledger(of: process).counters.unsent == [.unroutable: 1])
    }
  }

  @Test("a socket that could not be opened anew is opened when the next message wants to leave")
  func renewedLater() async throws {
    let transport = ScriptedTransport()
    try await plan(.req, .none).run(on: transport) { process async throws -> Void in
      try await send("a", on: process)
      transport.script.refuseOpenings(1)
      await #expect(throws: TransportError.self) { try await send("b", on: process) }
      try await send("c", on: process)
      #expect(transport.script.taken == [["a"], ["c"]])
      let counters = try await ledger(of: process).counters
      #expect(counters.sent == 2 && counters.unsent == [.transport: 1])
    }
  }

  @Test("bytes are a bound like messages")
  func bytes() async throws {
    let transport = ScriptedTransport()
    try await plan(.push, OutboundQueue(bytes: 10, whenFull: .fail)).run(on: transport) {
      process async throws -> Void in
      transport.script.set(.wouldBlock)
      try await send("12345", "12345", on: process)
      await #expect(throws: RequestError.self) { try await send("1", on: process) }
      #expect(try await ledger(of: process).queuedBytes == 10)
    }
  }

  @Test("each way of not leaving has its counter", arguments: MessageCounters.Unsent.failures)
  func failures(_ failure: (fate: Script.Fate, counter: MessageCounters.Unsent)) async throws {
    let transport = ScriptedTransport()
    try await plan(.router, .none).run(on: transport) { process async throws -> Void in
      transport.script.set(failure.fate)
      await #expect(throws: (any Error).self) { try await send("peer", on: process) }
      #expect(try await ledger(of: process).counters.unsent == [failure.counter: 1])
    }
  }

  @Test("a request that has not left when its time is up never leaves")
  func expired() async throws {
    let time = VirtualTime()
    let transport = ScriptedTransport(time: time)
    try await plan(.dealer, OutboundQueue()).run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock)
      let asking = Task { try await ask("?", on: process, within: .seconds(60)) }
      await until { await process.ledger().sockets[0].requests == 1 }
      #expect(try await ledger(of: process).queued == 1)
      await time.advance(by: .seconds(60))
      let error = await #expect(throws: RequestError.self) { try await asking.value }
      #expect(error?.reason == .timedOut(after: .seconds(60)))
      #expect(try await ledger(of: process).counters.unsent == [.expired: 1])
      transport.script.set(.sent)
      try await send("next", on: process)
      #expect(transport.script.taken == [["next"]])
    }
  }

  @Test("a ROUTER's peer that takes nothing holds up nobody else, and gets its messages in order")
  func slowPeer() async throws {
    let time = VirtualTime()
    let transport = ScriptedTransport(time: time)
    try await plan(.router, OutboundQueue()).run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock, for: "slow")
      let client = process.client("out")
      for number in 1...3 {
        for peer in ["slow", "quick"] {
          try await client.send { writer in
            writer.frame(peer.utf8)
            writer.frame("\(number)".utf8)
          }
        }
      }
      #expect(transport.script.taken == [["quick", "1"], ["quick", "2"], ["quick", "3"]])
      transport.script.set(.sent, for: "slow")
      await time.advance(by: .seconds(1))
      #expect(transport.script.taken.suffix(3) == [["slow", "1"], ["slow", "2"], ["slow", "3"]])
      #expect(try await ledger(of: process).counters.sent == 6)
    }
  }

  @Test("a peer that has gone is named in the log")
  func unroutable() async throws {
    let book = LogBook()
    let transport = ScriptedTransport()
    try await plan(.router, .none, logger: book).run(on: transport) { process async throws -> Void in
      transport.script.set(.unroutable)
      await #expect(throws: RequestError.self) { try await send("worker-7", on: process) }
      #expect(book.all == ["warning: message not sent: unroutable [peer=worker-7 socket=Sender.out unsent=1]"])
    }
  }

  @Test("a stop that takes too long names what is open, and counts it")
  func stop() async throws {
    let book = LogBook()
    let transport = ScriptedTransport()
    var stopped: RunningProcess?
    let plan = plan(.push, OutboundQueue(), logger: book, stopLimit: .seconds(2))
    try await plan.run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock)
      try await send("a", "b", on: process)
      stopped = process
    }
    #expect(book.all == ["error: stopped with work undone after 2.0 seconds: out: 2 messages that nobody takes"])
    let ledger = try await ledger(of: try #require(stopped))
    #expect(ledger.counters.unsent == [.discarded: 2] && ledger.queued == 0)
  }

  @Test("a stop waits until what is kept has left")
  func stopFlushes() async throws {
    let transport = ScriptedTransport()
    let script = transport.script
    try await plan(.push, OutboundQueue(), stopLimit: .seconds(60)).run(on: transport) { process async throws -> Void in
      script.set(.wouldBlock)
      try await send("a", "b", on: process)
      // The stop is under way when there is room again.
      Task {
        await process.untilStopped()
        script.set(.sent)
      }
    }
    #expect(script.taken == [["a"], ["b"]])
  }

  @Test("a stop does not wait for a request that has not left: it is taken back")
  func stopTakesRequestsBack() async throws {
    let transport = ScriptedTransport()
    var asking: Task<Void, any Error>?
    try await plan(.dealer, OutboundQueue(), stopLimit: .seconds(600)).run(on: transport) {
      process async throws -> Void in
      transport.script.set(.wouldBlock)
      asking = Task { try await ask("?", on: process, within: .seconds(600)) }
      await until { await process.ledger().sockets[0].queued == 1 }
    }
    let error = await #expect(throws: RequestError.self) { try await asking?.value }
    #expect(error?.reason == .stopped)
    #expect(transport.script.taken.isEmpty)
  }

  @Test("a request that waited in the queue and that the transport then refuses is told so at once")
  func refusedRequest() async throws {
    let transport = ScriptedTransport()
    try await plan(.dealer, OutboundQueue(messages: 2)).run(on: transport) { process async throws -> Void in
      transport.script.set(.wouldBlock)
      let asking = Task { try await ask("?", on: process, within: .seconds(600)) }
      await until { await process.ledger().sockets[0].queued == 1 }
      transport.script.set(.error)
      let error = await #expect(throws: TransportError.self) { try await asking.value }
      #expect(error?.operation == "send on")
      let ledger = try await ledger(of: process)
      #expect(ledger.counters.unsent == [.transport: 1] && ledger.requests == 0 && ledger.isBalanced)
    }
  }

  private func ask(_ text: String, on process: RunningProcess, within limit: Duration) async throws {
    _ = try await process.client("out").request(within: limit) {
      $0.frame(text.utf8)
    } decode: { message in
      message.bodyFrameCount
    }
  }
}

extension MessageCounters.Unsent {
  fileprivate static let failures: [(Script.Fate, MessageCounters.Unsent)] = [
    (.result(.unroutable), .unroutable), (.result(.torn), .peerLost), (.error, .transport),
  ]
}
