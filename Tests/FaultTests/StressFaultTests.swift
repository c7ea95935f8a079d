import Foundation
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

extension FaultTests {
  // MARK: Programs that stop, start again, or run out of something

  @Test("a broker is killed under load and started again: requests are answered within 5 s")
  func brokerRestarted() async throws {
    let first = try Self.start("broker", "tcp://127.0.0.1:*", "tcp://127.0.0.1:*")
    let endpoints = try await first.line().split(separator: " ").map(String.init)
    let workers = try (0..<2).map { _ in try Self.start("work", endpoints[1]) }
    for worker in workers { #expect(try await worker.line() == "connected") }
    try await Self.client(at: endpoints[0]) { client in
      try await Self.exchange(200, with: client)
      async let load = Self.load(client, count: 20)
      first.send(SIGKILL)
      _ = try await first.end()
      _ = await load
      let second = try Self.start("broker", endpoints[0], endpoints[1])
      #expect(try await second.line() == endpoints.joined(separator: " "))
      let time = try await Self.restored(client)
      #expect(time < .seconds(5))
      Self.note("broker restarted under load", time)
      try await Self.exchange(200, with: client)
      _ = try await Self.end(second)
    }
    for worker in workers { _ = try await Self.end(worker) }
  }

  /// Requests while nothing may answer; each is answered, or given up at its deadline.
  private static func load(_ client: ClientSocket, count: Int) async -> (answered: Int, givenUp: Int) {
    var (answered, givenUp) = (0, 0)
    for number in 0..<count {
      if (try? await ask("load \(number)", client, within: .milliseconds(50))) != nil {
        answered += 1
      } else {
        givenUp += 1
      }
    }
    return (answered, givenUp)
  }

  @Test("a worker is stopped by SIGSTOP: its request ends at its deadline, and it answers when it goes on")
  func stopped() async throws {
    let server = try Self.start("serve", "tcp://127.0.0.1:*")
    try await Self.client(at: try await server.line()) { client in
      #expect(try await Self.ask("before", client, within: .seconds(5)) == "before")
      server.pause()
      let start = ContinuousClock.now
      await #expect(throws: RequestError.self) { try await Self.ask("while", client, within: .milliseconds(300)) }
      let waited = ContinuousClock.now - start
      #expect(waited < .seconds(1))
      server.send(SIGCONT)
      let time = try await Self.restored(client)
      #expect(time < .seconds(2))
      Self.note("worker stopped by SIGSTOP, after SIGCONT", time)
    }
    _ = try await Self.end(server)
  }

  @Test("a signal every millisecond does not lose a request")
  func signals() async throws {
    let server = try Self.start("serve", "tcp://127.0.0.1:*")
    try await Self.client(at: try await server.line()) { client in
      // A thread that has no other work, so that the signals keep their rhythm.
      let storm = Storm(at: server)
      let start = ContinuousClock.now
      try await Self.exchange(1000, with: client)
      Self.note("1,000 requests under a signal every millisecond", ContinuousClock.now - start)
      let count = storm.end()
      #expect(count > 0)
    }
    #expect(try await Self.end(server) == "balanced received=1000")
  }

  @Test("a subscriber that does not read slows neither the publisher nor the others")
  func slowSubscriber() async throws {
    let publisher = Self.plan(
      "Publisher", ProcessPlan.Socket("news", SocketConfiguration(.pub, bind: ["tcp://127.0.0.1:*"])))
    let process = try await publisher.run(on: ZMQTransport()) { process in
      let news = process.client("news")
      let slow = try Self.start("hoard", process.endpoints(of: "news")[0])
      try await news.waitForSubscribers(to: "", within: .seconds(10))
      try await news.send { writer in writer.frame("first".utf8) }
      #expect(try await slow.line() == "subscribed")
      let body = [UInt8](repeating: 0x78, count: 10_000)
      let start = ContinuousClock.now
      // 50 MB: far more than any queue on the way holds.
      for _ in 0..<5000 { try await news.send { writer in writer.frame(body) } }
      let time = ContinuousClock.now - start
      #expect(time < .seconds(10))
      Self.note("5,000 messages past a slow subscriber", time)
      return process
    }
    let ledger = await process.ledger()
    #expect(ledger.isBalanced, "\(ledger)")
    #expect(ledger.sockets[0].counters.sent == 5001, "\(ledger)")
  }

  @Test("a server without file descriptors for more clients serves those it has, and the next when there are some")
  func noDescriptorsToAccept() async throws {
    let server = try Self.start("limit", "40")
    let endpoint = try await server.line()
    try await Self.client(at: endpoint) { client in
      #expect(try await Self.ask("before", client, within: .seconds(5)) == "before")
      let context = try BareContext()
      var crowd: [BareSocket] = []
      for _ in 0..<60 {
        let socket = try BareSocket(.dealer, in: context)
        try socket.connect(endpoint)
        crowd.append(socket)
      }
      for socket in crowd { _ = socket.send([[], Array("crowd".utf8)], within: .seconds(1)) }
      // Some of them get an answer, and whoever was there before is still served.
      var answered = 0
      for socket in crowd where try socket.receive(within: .milliseconds(20)) != nil { answered += 1 }
      #expect(answered > 0 && answered < crowd.count)
      #expect(try await Self.ask("among", client, within: .seconds(5)) == "among")
      crowd = []
      try await Self.client(at: endpoint) { next in
        let time = try await Self.restored(next)
        #expect(time < .seconds(5))
        Self.note("file descriptors exhausted by clients", time)
      }
    }
    _ = try await Self.end(server)
  }

  @Test("a process that gets no file descriptors says so, and runs when there are some")
  func noDescriptorsToOpen() async throws {
    let program = try Self.start("exhaust")
    let refusal = try await program.line()
    #expect(refusal.hasPrefix("refused: cannot "), "\(program.transcript)")
    #expect(try await program.line() == "runs", "\(program.transcript)")
    #expect(try await program.end() == .exit(0), "\(program.transcript)")
  }

  /// Prints a time for Docs/Faults.md, where it is asked for.
  static func note(_ what: String, _ time: Duration) {
    guard ProcessInfo.processInfo.environment["ZMQSPEC_FAULT_TIMES"] != nil else { return }
    print("FAULT \(what): \(time)")
  }
}

/// A signal every millisecond, from a thread of its own.
final class Storm: @unchecked Sendable {
  // Sendable because everything is only touched under the lock.
  private let lock = NSLock()
  private let ended = DispatchSemaphore(value: 0)
  private var isOver = false
  private var count = 0

  init(at program: Program) {
    Thread.detachNewThread { [self] in
      let timer = DispatchSemaphore(value: 0)
      while !lock.withLock({ isOver }) {
        program.send(SIGUSR1)
        lock.withLock { count += 1 }
        _ = timer.wait(timeout: .now() + .milliseconds(1))
      }
      ended.signal()
    }
  }

  /// Ends it, and tells how many there were.
  func end() -> Int {
    lock.withLock { isOver = true }
    ended.wait()
    return lock.withLock { count }
  }
}

/// Answers when the gate is open.
struct SlowEcho: Dispatcher {
  let arrived: AsyncStream<String>.Continuation
  let gate: Gate

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    let body = message.frames.last ?? []
    arrived.yield(String(decoding: body, as: UTF8.self))
    await gate.pass()
    message.reply { writer in writer.frame(body) }
    return .handled
  }
}

/// Closed until it is opened.
actor Gate {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func pass() async {
    if !isOpen { await withCheckedContinuation { waiting.append($0) } }
  }

  func open() {
    isOpen = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
