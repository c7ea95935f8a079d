import CLibZMQ
import Testing
import ZMQWire

@testable import ZMQRuntime
@testable import ZMQSockets

/// Replies that wait for each other: libzmq and a ROUTER with nothing of the runtime's around it.
@Suite(.blocking, .timeLimit(.minutes(1)))
struct HeldReplyTests {
  typealias Frames = [[UInt8]]

  /// A ROUTER, the DEALERs that ask it, and the replies that it holds.
  private final class Bench {
    let router: BareSocket
    let peers: [BareSocket]
    let message = ZMQFrames()
    private var replies: HeldReplies

    /// - Parameters:
    ///   - patience: In nanoseconds; by itself, so long that a slow machine makes no difference.
    ///   - queue: How many replies libzmq keeps for each peer.
    init(peers names: [String] = ["a"], patience: UInt64 = 1 << 40, queue: Int = 0) throws {
      let context = try BareContext()
      let options: [String: SocketOption] = ["sndhwm": .int(queue), "rcvhwm": .int(queue)]
      router = try BareSocket(.router, in: context, options: options)
      // Within a process nothing but libzmq's own queues stands between two sockets.
      let endpoint = try router.bind("inproc://router")
      peers = try names.map { name throws(TransportError) in
        let peer = try BareSocket(.dealer, in: context, routingID: Array(name.utf8), options: options)
        try peer.connect(endpoint)
        return peer
      }
      replies = HeldReplies(of: .router, patience: patience)
    }

    /// Lets a peer ask, and takes what it has asked.
    func take(from peer: Int = 0) throws {
      #expect(peers[peer].send([Array("question".utf8)], within: .seconds(5)) == .sent)
      #expect(try message.receive(from: router.handle))
      replies.noteMessage()
    }

    func hold(_ frames: String..., asReplyTo message: ZMQFrames? = nil) -> Bool {
      hold(frames, asReplyTo: message)
    }

    func hold(_ frames: [String], asReplyTo message: ZMQFrames? = nil) -> Bool {
      var writer = FrameWriter()
      for frame in frames { writer.frame(frame.utf8) }
      return replies.hold(1, of: message ?? self.message, writer)
    }

    /// No further question waits.
    func beSilent() { replies.noteSilence() }

    var isEmpty: Bool { replies.isEmpty }
    var isFull: Bool { replies.isFull }

    /// What is refused, and why.
    func pass() -> [String] {
      var unsent: [String] = []
      replies.pass(to: router.handle) { passage, reply in
        let frames = reply.frames.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        switch passage {
        case .passed: unsent.append("passed \(frames)")
        case .torn: unsent.append("torn \(frames)")
        case .refused(let reason): unsent.append("\(reason == EAGAIN ? "full" : "\(reason)") \(frames)")
        }
      }
      return unsent
    }

    func received(by peer: Int = 0) throws -> [String] {
      var all: [String] = []
      while let frames = try peers[peer].receive(within: .zero) {
        all.append(frames.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
      }
      return all
    }
  }

  @Test("what comes alone is answered at once, and what follows it is answered together")
  func together() throws {
    let bench = try Bench()
    try bench.take()
    #expect(!bench.hold("alone"))
    try bench.take()
    #expect(bench.hold("1"))
    try bench.take()
    #expect(bench.hold("2", "", "two"))
    #expect(!bench.isEmpty)
    #expect(try bench.received() == [])
    #expect(bench.pass() == [])
    #expect(bench.isEmpty)
    #expect(try bench.received() == ["1", "2  two"])
    // After one of many that came together, the first of the next ones is held, too; after one that came alone it is not.
    bench.beSilent()
    try bench.take()
    #expect(bench.hold("3"))
    #expect(bench.pass() == [])
    bench.beSilent()
    try bench.take()
    #expect(!bench.hold("4"))
    #expect(try bench.received() == ["3"])
  }

  @Test("another socket's replies are never held")
  func otherSockets() throws {
    var replies = HeldReplies(of: .rep)
    let writer = FrameWriter()
    for _ in 0..<3 {
      replies.noteMessage()
      let isHeld = replies.hold(0, of: ZMQFrames(), writer)
      #expect(!isHeld)
    }
  }

  @Test("so many are held as are written within the patience")
  func patience() throws {
    let patient = try Bench()
    let hasty = try Bench(patience: 0)
    try patient.take()
    try hasty.take()
    // At first nothing is known of the pace.
    try patient.take()
    #expect(patient.hold("1"))
    #expect(patient.isFull)
    #expect(patient.pass() == [])
    try hasty.take()
    #expect(hasty.hold("1"))
    #expect(hasty.pass() == [])
    for number in 2...65 {
      try patient.take()
      #expect(!patient.isFull)
      #expect(patient.hold("\(number)"))
      try hasty.take()
      #expect(hasty.hold("\(number)"))
      #expect(hasty.isFull)
      #expect(hasty.pass() == [])
    }
    #expect(patient.isFull)
    #expect(patient.pass() == [])
    #expect(try patient.received() == (1...65).map { "\($0)" })
    #expect(try hasty.received() == (1...65).map { "\($0)" })
  }

  @Test("what a peer's queue refuses comes back whole and in order, and others get theirs")
  func full() throws {
    // Within a process a queue has room for both sides' bounds.
    let bench = try Bench(peers: ["a", "b"], queue: 1)
    try bench.take(from: 0)
    for number in 1...4 {
      try bench.take(from: 0)
      #expect(bench.hold("\(number)", "x"))
      try bench.take(from: 1)
      #expect(bench.hold("\(number)"))
      if number < 3 { #expect(try bench.pass().isEmpty && bench.received(by: 1) == ["\(number)"]) }
    }
    #expect(bench.pass() == ["full a 3 x", "full a 4 x"])
    #expect(try bench.received(by: 0) == ["1 x", "2 x"])
    #expect(try bench.received(by: 1) == ["3", "4"])
    // The places are empty again.
    try bench.take(from: 0)
    #expect(bench.hold("5"))
    #expect(bench.pass() == [])
    #expect(try bench.received(by: 0) == ["5"])
  }

  @Test("what a peer has taken leaves room at once")
  func room() throws {
    var times = 0
    for _ in 0..<20 {
      let bench = try Bench(queue: 1)
      try bench.take()
      for text in ["1", "2"] {
        try bench.take()
        #expect(bench.hold(text))
      }
      try bench.take()
      #expect(bench.pass() == [])
      #expect(try bench.received() == ["1", "2"])
      #expect(bench.hold("3"))
      if bench.pass().isEmpty { times += 1 }
    }
    #expect(times == 20)
  }

  @Test("a reply to a peer that has gone comes back")
  func unroutable() throws {
    let bench = try Bench()
    try bench.take()
    try bench.take()
    // Its routing id is what the question says.
    let other = try BareSocket(.dealer, in: bench.router.context)
    let pair = try BareSocket(.dealer, in: bench.router.context)
    try pair.connect(try other.bind("inproc://other"))
    #expect(pair.send([Array("nobody".utf8), Array("question".utf8)], within: .seconds(5)) == .sent)
    let message = ZMQFrames()
    #expect(try message.receive(from: other.handle))
    #expect(bench.hold("x", asReplyTo: message))
    #expect(bench.hold("1"))
    #expect(bench.pass() == ["\(EHOSTUNREACH) nobody x"])
    #expect(try bench.received() == ["1"])
  }

  @Test("what has too many frames is not held")
  func manyFrames() throws {
    let bench = try Bench()
    try bench.take()
    try bench.take()
    let many = [String](repeating: "x", count: 255)
    #expect(bench.hold(many))
    try bench.take()
    #expect(!bench.hold("1"))
    #expect(bench.pass() == [])
    #expect(bench.hold("1"))
    #expect(bench.pass() == [])
    #expect(try bench.received().map(\.count) == [509, 1])
  }
}

/// The same as whoever asks a server sees it.
@Suite(.blocking, .serialized, .timeLimit(.minutes(2)))
struct RepliesInOrderTests {
  static let kinds = [TransportKind.best, .zmqPoll]

  /// Answers on the loop's thread, as generated code does.
  private struct Straight: Dispatcher {
    typealias Answer = nonisolated(nonsending) @Sendable (String) async throws -> String?
    let answer: Answer

    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      guard let say = try message.decode(Say.self) else { throw message.unrecognized() }
      if let text = try await answer(say.text) {
        try message.reply { writer in try Echo(text).encode(into: &writer) }
      }
      return .handled
    }

    nonisolated(nonsending) func refuse(_ message: IncomingMessage, reason: String, error: any Error) async throws {}
  }

  private func straightServer(
    _ configuration: SocketConfiguration, answer: @escaping Straight.Answer
  ) -> ProcessPlan {
    ProcessPlan(
      name: "Server", settings: quiet("Server"),
      sockets: [.init("in", configuration, handler: HandlerSource { _ in Straight(answer: answer) })])
  }

  /// Asks so many questions at once, by hand.
  private func ask(_ count: Int, at endpoint: String, options: [String: SocketOption] = [:]) throws -> BareSocket {
    let dealer = try BareSocket(
      .dealer, in: BareContext(), routingID: Array("asker".utf8), options: ["sndhwm": 0].merging(options) { $1 })
    try dealer.connect(endpoint)
    for number in 0..<count {
      #expect(dealer.send([Array("[\"say\",\"\(number)\"]".utf8)], within: .seconds(5)) == .sent)
    }
    return dealer
  }

  private func answers(_ count: Int, to dealer: BareSocket) throws -> [String] {
    try (0..<count).compactMap { _ in
      try dealer.receive(within: .seconds(10))?.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
  }

  @Test("what a handler sends by itself stands between the answers", arguments: kinds)
  func between(kind: TransportKind) async throws {
    let count = 2000
    let running = Locked<RunningProcess?>(nil)
    let plan = straightServer(SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])) { text in
      guard let number = Int(text), number % 3 == 0 else { return text }
      let client = running.withLock { $0 }?.client("in")
      try await client?.send { writer in
        writer.frame("asker".utf8)
        try Echo("sent \(text)").encode(into: &writer)
      }
      return nil
    }
    try await plan.run(on: kind.make()) { server async throws -> Void in
      running.withLock { $0 = server }
      let endpoint = try #require(server.endpoints(of: "in").first)
      let dealer = try ask(count, at: endpoint)
      let expected = (0..<count).map { "[\"echo\",\"\($0 % 3 == 0 ? "sent " : "")\($0)\"]" }
      #expect(try answers(count, to: dealer) == expected)
      running.withLock { $0 = nil }
    }
  }

  @Test("a handler that takes its time keeps no answer back", arguments: kinds)
  func slow(kind: TransportKind) async throws {
    let arrived = Locked(0)
    // Each takes the loop's thread for a while, and until the answer before it is there.
    let plan = straightServer(SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])) { text in
      let number = Int(text) ?? 0
      let start = ContinuousClock.now
      while ContinuousClock.now < start + .milliseconds(1) {}
      while arrived.withLock({ $0 }) < number, ContinuousClock.now < start + .seconds(5) {}
      return "\(text) of \(arrived.withLock { $0 })"
    }
    try await plan.run(on: kind.make()) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let dealer = try ask(50, at: endpoint)
      for number in 0..<50 {
        let answer = try answers(1, to: dealer)
        #expect(answer == ["[\"echo\",\"\(number) of \(number)\"]"])
        arrived.withLock { $0 += 1 }
      }
    }
  }

  @Test("who has more questions under way than libzmq's queue has room for gets every answer", arguments: kinds)
  func manyUnderWay(kind: TransportKind) async throws {
    let (count, window) = (60_000, 4000)
    let plan = straightServer(SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])) { text in text }
    try await plan.run(on: kind.make()) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let dealer = try ask(window, at: endpoint, options: ["rcvhwm": 0])
      for number in 0..<count {
        let answer = try answers(1, to: dealer)
        try #require(answer == ["[\"echo\",\"\(number % window)\"]"])
        if number + window < count {
          #expect(dealer.send([Array("[\"say\",\"\(number % window)\"]".utf8)], within: .seconds(5)) == .sent)
        }
      }
      try await eventually("all are counted") { await server.counters(of: "in").sent == count }
    }
  }

  @Test("answers that libzmq's queue refuses wait in ours, in order", arguments: kinds)
  func refused(kind: TransportKind) async throws {
    let count = 4000
    let padding = String(repeating: "x", count: 10_000)
    var configuration = SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])
    configuration.options = ["sndhwm": 10, "sndbuf": 100_000]
    configuration.outbound = OutboundQueue(messages: count, bytes: 1 << 30)
    let plan = straightServer(configuration) { text in text + padding }
    try await plan.run(on: kind.make()) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let dealer = try ask(count, at: endpoint, options: ["rcvhwm": 10, "rcvbuf": 100_000])
      try await eventually("every question is answered") { await server.counters(of: "in").answered == count }
      let before = await server.counters(of: "in")
      // Most are still in the queue, since nobody has taken one yet.
      #expect(before.offered == count && before.sent < count / 2)
      let numbers = try answers(count, to: dealer).map { Int($0.dropFirst(9).prefix { $0 != "x" }) }
      #expect(numbers == Array(0..<count))
      try await eventually("all are counted") { await server.counters(of: "in").sent == count }
    }
  }
}
