import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A worker that has said that it is gone still hears its broker, which has been told a moment later.
@Suite(.timeLimit(.minutes(1)))
struct MajordomoLeavingTests {
  /// Works until it is let go.
  private struct Working: Majordomo.Worker.BrokerHandler {
    let begun: AsyncStream<Void>.Continuation
    let letGo: AsyncStream<Void>

    func workerRequest(body: [[UInt8]], client: RoutingID, origin: Origin) async -> Majordomo.WorkerReply {
      begun.yield()
      for await _ in letGo { break }
      return Majordomo.WorkerReply(body: body)
    }

    func disconnect(origin: Origin) {}
    func silent() {}
  }

  private static let (ready, request, reply, heartbeat, disconnect): (UInt8, UInt8, UInt8, UInt8, UInt8) = (
    1, 2, 3, 4, 5
  )
  private static let header = Array("MDPW01".utf8)

  /// The next message of the worker's but its heartbeats; holds no thread meanwhile.
  private nonisolated(nonsending) func next(_ broker: BareSocket) async throws -> [[UInt8]] {
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
      if let frames = try broker.receive(within: .zero), frames.last != [Self.heartbeat] { return frames }
      try await Task.sleep(for: .milliseconds(1))
    }
    throw Silence()
  }

  private struct Silence: Error {}

  private func say(_ type: UInt8, _ rest: [[UInt8]] = [], to worker: [UInt8], _ broker: BareSocket) {
    #expect(broker.send([worker, [], Self.header, [type]] + rest, within: patience) == .sent)
  }

  @Test("heartbeats that come after its `disconnect` are taken or thrown away, and neither refused nor a failure")
  func heartbeats() async throws {
    let (beginnings, begun) = AsyncStream.makeStream(of: Void.self)
    let (letGo, release) = AsyncStream.makeStream(of: Void.self)
    let broker = try BareSocket(.router, in: BareContext())
    var worker = Majordomo.Worker(broker: Working(begun: begun, letGo: letGo))
    worker.sockets.broker.connect = [try broker.bind("tcp://127.0.0.1:*")]
    let process = try await worker.run(on: ZMQTransport()) { worker async throws -> RunningProcess in
      try await worker.broker.ready(service: "echo")
      let id = try #require(try await next(broker).first)
      say(Self.request, [Array("client".utf8), [], Array("work".utf8)], to: id, broker)
      for await _ in beginnings { break }
      // It says that it goes, while it is at work; the broker's heartbeats are on their way.
      try await worker.broker.disconnect()
      #expect(try await next(broker).last == [Self.disconnect])
      for _ in 0..<5 { say(Self.heartbeat, to: id, broker) }
      try await eventually("they have been taken") { await worker.counters(of: .broker).taken == 5 }
      // It comes to its end, and finishes what it has begun; more of them come.
      async let stopped: Void = worker.process.stop()
      for _ in 0..<5 { say(Self.heartbeat, to: id, broker) }
      release.yield()
      #expect(try await next(broker).contains([Self.reply]))
      for _ in 0..<5 { _ = broker.send([id, [], Self.header, [Self.heartbeat]], within: .zero) }
      await stopped
      return worker.process
    }
    let ledger = await process.ledger()
    let counters = ledger.sockets[0].counters
    #expect(ledger.isBalanced && counters.refused.isEmpty && counters.failed == 0, "\(ledger)")
    #expect(counters.answered == 1 && counters.taken >= 5, "\(ledger)")
    #expect(counters.received == 1 + counters.taken + counters.discarded, "\(ledger)")
    #expect(counters.sent >= 3 && counters.sent == counters.offered, "\(ledger)")
  }
}
