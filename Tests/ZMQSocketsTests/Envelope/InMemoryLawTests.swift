import Testing
import ZMQWire

@testable import ZMQRuntime

/// The in-memory transport against the table that libzmq is held against: the same pairs, the same messages, legal and
/// malformed.
///
/// A ROUTER stands in for a REP, so a REP's messages are cut as the runtime cuts them.
@Suite(.timeLimit(.minutes(1)))
struct InMemoryLawTests {
  typealias Frames = [[UInt8]]

  struct Pair: CustomTestStringConvertible {
    var from: SocketType
    var to: SocketType
    var aBinds: Bool
    var testDescription: String { "\(from.rawValue) → \(to.rawValue), \(aBinds ? "A" : "B") binds" }
  }

  static let pairs = EnvelopeLawTests.cases.filter { $0.transport == .inproc }.map {
    Pair(from: $0.from, to: $0.to, aBinds: $0.aBinds)
  }

  /// Two sockets in memory that have met.
  private struct Meeting {
    let reactor = InMemoryReactor()
    let a: any TransportSocket
    let b: any TransportSocket

    init(_ pair: Pair) throws {
      func configuration(_ type: SocketType, _ name: String, binds: Bool) -> SocketConfiguration {
        SocketConfiguration(
          type, bind: binds ? ["memory://meeting"] : [], connect: binds ? [] : ["memory://meeting"],
          routingID: RoutingID(received: Array(name.utf8)),
          subscriptions: type == .sub || type == .xsub ? [""] : [])
      }
      a = try reactor.open(configuration(pair.from, "A", binds: pair.aBinds))
      b = try reactor.open(configuration(pair.to, "B", binds: !pair.aBinds))
    }
  }

  private func send(_ frames: Frames, on socket: any TransportSocket) throws -> SendResult {
    var writer = FrameWriter()
    for frame in frames { writer.frame(frame) }
    return try socket.send(writer)
  }

  /// The next message that is no notice of a subscription.
  private func receive(from socket: any TransportSocket, of type: SocketType) throws -> Frames? {
    let message = socket.makeMessage()
    while try message.receive() {
      let frames = (0..<message.frameCount).map { Array(message.frame($0)) }
      if type == .xpub || type == .pub, SubscriptionNotice(frames) != nil { continue }
      return frames
    }
    return nil
  }

  /// What the program at the other side gets, and the envelope in front of it.
  private func arrived(at meeting: Meeting, _ pair: Pair) throws -> (frames: Frames, envelope: Frames)? {
    // A PUB throws away what an XSUB sends it; the XPUB in its place has no handler.
    guard pair.to != .pub, let frames = try receive(from: meeting.b, of: pair.to) else { return nil }
    guard pair.to == .rep else { return (frames, []) }
    guard
      let length = SocketType.rep.envelopeLength(
        delimiter: true, hasTopic: false, frameCount: frames.count, isEmpty: { frames[$0].isEmpty }),
      length < frames.count
    else { return nil }
    return (Array(frames[length...]), Array(frames[..<length]))
  }

  @Test("what arrives is what the rule says", arguments: pairs)
  func play(_ pair: Pair) throws {
    for message in EnvelopeLawTests.messages where !message.isEmpty || pair.from == .router {
      let meeting = try Meeting(pair)
      if pair.to == .req {
        #expect(try send(["ask"], on: meeting.b) == .sent)
        #expect(try receive(from: meeting.a, of: pair.from) == ["B", "", "ask"])
      }
      let sent = pair.from == .router ? ["B"] + message : message
      #expect(try send(sent, on: meeting.a) == .sent, "\(sent.text)")
      let expected = EnvelopeLawTests.arrival(of: sent, from: pair.from, at: pair.to)
      let arrival = try arrived(at: meeting, pair)
      #expect(arrival?.frames == expected?.frames, "\(sent.text) arrives as \(arrival?.frames.text ?? "nothing")")
      guard let arrival, let expected else {
        // Whoever was sent something malformed goes on as if nothing had been.
        if pair.to == .req { try answer(["B", "", "S"], with: ["S"], meeting, pair) }
        continue
      }
      // The way back.
      switch pair.to {
      case .rep:
        let back = EnvelopeLawTests.arrival(of: ["g", "h"], from: .rep, at: pair.from, kept: expected.kept, id: "B")
        #expect(try send(arrival.envelope + ["g", "h"], on: meeting.b) == .sent)
        #expect(try receive(from: meeting.a, of: pair.from) == back?.frames, "the reply to \(sent.text)")
      case .router:
        let reply: Frames = pair.from == .req ? ["A", "", "g"] : ["A", "g"]
        let back = EnvelopeLawTests.arrival(of: reply, from: .router, at: pair.from, id: "B")
        #expect(try send(reply, on: meeting.b) == .sent)
        #expect(try receive(from: meeting.a, of: pair.from) == back?.frames, "the reply to \(sent.text)")
      default: break
      }
    }
  }

  private func answer(_ sent: Frames, with expected: Frames, _ meeting: Meeting, _ pair: Pair) throws {
    #expect(try send(sent, on: meeting.a) == .sent)
    #expect(try receive(from: meeting.b, of: pair.to) == expected)
  }

  @Test("types outside of the table do not meet: libzmq would say so over tcp", arguments: SocketType.allCases)
  func strangers(_ from: SocketType) {
    for to in SocketType.allCases where !from.peers.contains(to) && from != .stream && to != .stream {
      // The stand-ins decide: a REP is opened as a ROUTER, a PUB as an XPUB.
      let opened = (SocketConfiguration(from).openedType, SocketConfiguration(to).openedType)
      guard !opened.0.peers.contains(opened.1) else { continue }
      #expect(throws: TransportError.self, "\(from.rawValue) meets \(to.rawValue)") {
        _ = try Meeting(Pair(from: from, to: to, aBinds: true))
      }
    }
  }

  @Test("a peer that comes with a name that is taken takes the other's place")
  func handover() throws {
    let reactor = InMemoryReactor()
    let id = RoutingID(received: Array("worker".utf8))
    let router = try reactor.open(SocketConfiguration(.router, bind: ["memory://r"]))
    let old = try reactor.open(SocketConfiguration(.dealer, connect: ["memory://r"], routingID: id))
    let new = try reactor.open(SocketConfiguration(.dealer, connect: ["memory://r"], routingID: id))
    #expect(try send(["worker", "job"], on: router) == .sent)
    #expect(try receive(from: new, of: .dealer) == ["job"])
    #expect(try receive(from: old, of: .dealer) == nil)
    #expect(try send(["anybody?"], on: old) == .wouldBlock)
    new.close()
    #expect(try send(["worker", "job"], on: router) == .unroutable)
  }

  @Test("ten thousand peers of one ROUTER each get their own")
  func manyPeers() throws {
    let reactor = InMemoryReactor()
    let router = try reactor.open(SocketConfiguration(.router, bind: ["memory://r"]))
    let dealers = try (0..<10_000).map {
      try reactor.open(
        SocketConfiguration(
          .dealer, connect: ["memory://r"], routingID: RoutingID(received: Array("peer-\($0)".utf8))))
    }
    for (number, dealer) in dealers.enumerated() where number < 2000 {
      #expect(try send([Array("\(number)".utf8)], on: dealer) == .sent)
    }
    while let frames = try receive(from: router, of: .router) { #expect(try send(frames, on: router) == .sent) }
    for (number, dealer) in dealers.enumerated() where number < 2000 {
      #expect(try receive(from: dealer, of: .dealer) == [Array("\(number)".utf8)])
    }
  }
}
