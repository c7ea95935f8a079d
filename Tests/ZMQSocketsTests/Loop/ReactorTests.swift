import Testing
import ZMQWire

@testable import ZMQRuntime
@testable import ZMQSockets

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What every reactor does, whatever it sleeps in: memory, epoll or kqueue over `ZMQ_FD`, `zmq_poll`.
///
/// The test's own thread is the loop's, so each turn is one call.
@Suite(.blocking, .timeLimit(.minutes(1)))
struct ReactorTests {
  typealias Frames = [[UInt8]]

  static func make(_ kind: TransportKind) throws -> any Reactor {
    let reactor: any Reactor
    switch kind {
    case .memory: reactor = InMemoryReactor()
    case .best: reactor = ZMQReactor(poller: .best)
    case .zmqPoll: reactor = ZMQReactor(poller: .zmqPoll)
    }
    try reactor.processStarted()
    return reactor
  }

  /// A socket of a reactor, and what it was told.
  final class Probe {
    let socket: any TransportSocket
    var reports = 0
    var rooms = 0

    init(_ reactor: any Reactor, _ configuration: SocketConfiguration) throws {
      socket = try reactor.open(configuration)
      socket.onReadable = { [unowned self] in reports += 1 }
      socket.onWritable = { [unowned self] in
        rooms += 1
        socket.wantsWritable = false
      }
    }

    func send(_ frames: Frames) throws -> SendResult {
      var writer = FrameWriter()
      for frame in frames { writer.frame(frame) }
      return try socket.send(writer)
    }

    func receive() throws -> Frames? {
      let message = socket.makeMessage()
      guard try message.receive() else { return nil }
      return (0..<message.frameCount).map { Array(message.frame($0)) }
    }
  }

  private func pair(
    _ reactor: any Reactor, _ from: SocketType, _ to: SocketType
  ) throws -> (from: Probe, to: Probe) {
    let to = try Probe(
      reactor, SocketConfiguration(to, bind: ["inproc://pair"], subscriptions: to == .sub ? [""] : []))
    return (try Probe(reactor, SocketConfiguration(from, connect: ["inproc://pair"])), to)
  }

  /// Turns until something holds; never more than fifty, which is far more than any of this needs.
  private func turn(_ reactor: any Reactor, until condition: () -> Bool) {
    for _ in 0..<50 where !condition() { reactor.wait(until: .now + .milliseconds(20)) }
  }

  /// Turns until the reactor would sleep.
  private func settle(_ reactor: any Reactor) {
    repeat { reactor.wait(until: .now + .milliseconds(5)) } while reactor.hasWork
  }

  @Test("a wait ends at its deadline, not before", arguments: TransportKind.allCases)
  func deadline(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    let deadline = ContinuousClock.now + .milliseconds(30)
    reactor.wait(until: deadline)
    #expect(ContinuousClock.now >= deadline)
  }

  @Test("another thread wakes it; a wake while it is awake counts for the next wait", arguments: TransportKind.allCases)
  func wake(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    reactor.wake()
    reactor.wait(until: nil)
    let wake = reactor.wake
    let thread = try SystemThread { wake() }
    reactor.wait(until: nil)
    thread.join()
  }

  @Test("a message is reported, and once more until it is taken", arguments: TransportKind.allCases)
  func readable(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    let (push, pull) = try pair(reactor, .push, .pull)
    #expect(try push.send(["one"]) == .sent)
    #expect(try push.send(["two"]) == .sent)
    turn(reactor) { pull.reports > 0 }
    #expect(try pull.receive() == ["one"])
    let before = pull.reports
    turn(reactor) { pull.reports > before }
    #expect(try pull.receive() == ["two"])
    #expect(try pull.receive() == nil)
  }

  @Test("a send does not swallow the report of what has arrived meanwhile", arguments: TransportKind.allCases)
  func swallowedEdge(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    let (a, b) = try pair(reactor, .pair, .pair)
    settle(reactor)
    #expect(try a.send(["to b"]) == .sent)
    // libzmq takes the arrival in during this call, and its file descriptor stays silent.
    #expect(try b.send(["to a"]) == .sent)
    turn(reactor) { a.reports > 0 && b.reports > 0 }
    #expect(try b.receive() == ["to b"])
    #expect(try a.receive() == ["to a"])
  }

  @Test("whoever does not read is not told again and again", arguments: TransportKind.allCases)
  func pausedReader(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    let (push, pull) = try pair(reactor, .push, .pull)
    #expect(try push.send(["first"]) == .sent)
    turn(reactor) { pull.reports > 0 }
    settle(reactor)
    let before = pull.reports
    for _ in 0..<50 {
      #expect(try push.send(["more"]) == .sent)
      reactor.wait(until: .now)
    }
    settle(reactor)
    #expect(pull.reports - before <= (kind == .memory ? 50 : 1))
    let start = ContinuousClock.now
    reactor.wait(until: start + .milliseconds(20))
    #expect(ContinuousClock.now - start >= .milliseconds(20), "it woke although nobody had anything for it")
  }

  @Test("a socket that waits for room is told of a peer that has some", arguments: TransportKind.allCases)
  func writable(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    let push = try Probe(reactor, SocketConfiguration(.push, bind: ["inproc://late"]))
    #expect(try push.send(["early"]) == .wouldBlock)
    push.socket.wantsWritable = true
    settle(reactor)
    #expect(push.rooms == 0)
    let pull = try Probe(reactor, SocketConfiguration(.pull, connect: ["inproc://late"]))
    turn(reactor) { push.rooms > 0 }
    #expect(push.rooms == 1)
    #expect(try push.send(["now"]) == .sent)
    turn(reactor) { pull.reports > 0 }
    #expect(try pull.receive() == ["now"])
  }

  @Test("a bound SUB that nobody touches sends its subscriptions", arguments: TransportKind.allCases)
  func pumping(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    let endpoint = kind == .memory ? "memory://pumping" : "tcp://127.0.0.1:*"
    let sub = try Probe(reactor, SocketConfiguration(.sub, bind: [endpoint], subscriptions: [""]))
    let bound = try #require(sub.socket.boundEndpoints.first)
    // An XPUB inside, which is told of the subscription.
    let pub = try Probe(reactor, SocketConfiguration(.pub, connect: [bound]))
    turn(reactor) { pub.reports > 0 }
    #expect(try pub.receive() == [[1]])
    #expect(try pub.send(["news"]) == .sent)
    turn(reactor) { sub.reports > 0 }
    #expect(try sub.receive() == ["news"])
  }

  @Test("of many sockets each is reported", arguments: TransportKind.allCases)
  func manySockets(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    // More than one call of epoll_wait or kevent tells of.
    let pulls = try (0..<150).map { try Probe(reactor, SocketConfiguration(.pull, bind: ["inproc://many\($0)"])) }
    let pushes = try (0..<150).map { try Probe(reactor, SocketConfiguration(.push, connect: ["inproc://many\($0)"])) }
    settle(reactor)
    for push in pushes { #expect(try push.send(["x"]) == .sent) }
    turn(reactor) { pulls.allSatisfy { $0.reports > 0 } }
    for pull in pulls { #expect(try pull.receive() == ["x"]) }
  }

  @Test("a socket that was closed is reported no more, and the others still are", arguments: TransportKind.allCases)
  func closed(kind: TransportKind) throws {
    let reactor = try Self.make(kind)
    defer { reactor.shutDown() }
    let (push, pull) = try pair(reactor, .push, .pull)
    #expect(try push.send(["x"]) == .sent)
    pull.socket.close()
    settle(reactor)
    #expect(pull.reports == 0)
    // Its file descriptor may be the closed one's.
    let next = try Probe(reactor, SocketConfiguration(.pull, bind: ["inproc://next"]))
    let other = try Probe(reactor, SocketConfiguration(.push, connect: ["inproc://next"]))
    #expect(try other.send(["y"]) == .sent)
    turn(reactor) { next.reports > 0 }
    #expect(try next.receive() == ["y"])
  }
}
