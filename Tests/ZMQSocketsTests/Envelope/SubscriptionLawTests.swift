import Testing
import ZMQWire

@testable import ZMQRuntime
@testable import ZMQSockets

/// Laws that memory and libzmq keep alike, played on the sockets that the runtime uses.
@Suite(.blocking, .timeLimit(.minutes(1)))
struct SubscriptionLawTests {
  typealias Frames = [[UInt8]]
  typealias Probe = ReactorTests.Probe

  /// The next message; turns the reactor until there is one.
  private func next(of probe: Probe, _ reactor: any Reactor) throws -> Frames? {
    let deadline = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < deadline {
      if let frames = try probe.receive() { return frames }
      reactor.wait(until: .now + .milliseconds(5))
    }
    return nil
  }

  @Test("a prefix that was added twice and taken away once is still there", arguments: TransportKind.allCases)
  func twice(kind: TransportKind) throws {
    let reactor = try ReactorTests.make(kind)
    defer { reactor.shutDown() }
    let pub = try Probe(reactor, SocketConfiguration(.pub, bind: ["inproc://twice"]))
    let sub = try Probe(reactor, SocketConfiguration(.sub, connect: ["inproc://twice"], subscriptions: ["a", "z"]))
    try sub.socket.subscribe(to: "a")
    // Each is told upwards, and a PUB counts them.
    let notices = try (0..<3).map { _ in try next(of: pub, reactor)?.text ?? "nothing" }
    #expect(notices.sorted() == ["[\u{1}a]", "[\u{1}a]", "[\u{1}z]"])
    try sub.socket.unsubscribe(from: "a")
    for message in [["a", "1"], ["z", "1"]] as [Frames] {
      #expect(try pub.send(message) == .sent)
      #expect(try next(of: sub, reactor) == message)
    }
    try sub.socket.unsubscribe(from: "a")
    #expect(try next(of: pub, reactor) == ["\u{0}a"])
    for message in [["a", "2"], ["z", "2"]] as [Frames] { #expect(try pub.send(message) == .sent) }
    #expect(try next(of: sub, reactor) == ["z", "2"])
  }

  @Test("a prefix is looked for in frame 0 alone, byte by byte", arguments: TransportKind.allCases)
  func prefix(kind: TransportKind) throws {
    let reactor = try ReactorTests.make(kind)
    defer { reactor.shutDown() }
    let pub = try Probe(reactor, SocketConfiguration(.pub, bind: ["inproc://prefix"]))
    let sub = try Probe(reactor, SocketConfiguration(.sub, connect: ["inproc://prefix"], subscriptions: ["ab"]))
    #expect(try next(of: pub, reactor) == ["\u{1}ab"])
    let messages: [Frames] = [
      ["x", "ab"], ["a", "b"], ["", "ab"], ["AB"], ["ab"], ["abc", "x"], ["xab", "ab"], ["ab", ""],
    ]
    for message in messages { #expect(try pub.send(message) == .sent) }
    for message in messages where message[0].starts(with: "ab" as [UInt8]) {
      #expect(try next(of: sub, reactor) == message)
    }
    #expect(try sub.receive() == nil)
  }

  @Test(
    "behind a routing id that was refused, whoever goes on addresses the next frame", arguments: TransportKind.allCases)
  func refusedID(kind: TransportKind) throws {
    let reactor = try ReactorTests.make(kind)
    defer { reactor.shutDown() }
    let router = try Probe(reactor, SocketConfiguration(.router, bind: ["inproc://refused"]))
    let dealer = try Probe(
      reactor, SocketConfiguration(.dealer, connect: ["inproc://refused"], routingID: RoutingID(received: "B")))
    #expect(try dealer.send(["here"]) == .sent)
    #expect(try next(of: router, reactor) == ["B", "here"])
    #expect(try router.send(["nobody", "B", "f"]) == .unroutable)
    #expect(try dealer.receive() == nil)
    // The rest of that message, as a program sends it that does not stop.
    #expect(try router.send(["B", "f"]) == .sent)
    #expect(try next(of: dealer, reactor) == ["f"])
  }
}
