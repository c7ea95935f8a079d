import Testing
import ZMQWire

@testable import ZMQRuntime
@testable import ZMQSockets

/// A DEALER's peer that dies between two frames of a reply: libzmq refuses the frame at which it notices, and throws the
/// following ones away until the message has ended (lb.cpp).
@Suite(.blocking, .serialized, .timeLimit(.minutes(1)))
struct TornReplyTests {
  /// So many that the peer dies in their midst: libzmq looks for its end only about once in a millisecond.
  private static let envelope = 300_000

  /// A peer that another thread may close.
  private final class Peer: Sendable {
    let socket: Locked<BareSocket?>

    init(at endpoint: String) throws {
      let socket = try BareSocket(.dealer, in: BareContext())
      try socket.connect(endpoint)
      self.socket = Locked(socket)
    }

    func close(after pause: Duration) throws {
      let thread = try SystemThread {
        let end = ContinuousClock.now + pause
        while ContinuousClock.now < end {}
        self.socket.withLock { $0 = nil }
      }
      thread.detach()
    }
  }

  @Test("it is told, and the next message arrives whole", arguments: [false, true])
  func torn(keepingEnvelope: Bool) throws {
    let reactor = try ReactorTests.make(.best)
    defer { reactor.shutDown() }
    var configuration = SocketConfiguration(.dealer, bind: ["tcp://127.0.0.1:*"])
    configuration.maximumFrameCount = Self.envelope + 1
    let dealer = try reactor.open(configuration)
    let endpoint = try #require(dealer.boundEndpoints.first)
    let message = dealer.makeMessage()
    let frames = [[UInt8]](repeating: [7], count: Self.envelope + 1)
    var body = FrameWriter()
    body.frame("answer".utf8)
    var result = SendResult.sent
    // Where a peer goes too early or too late, with the next one.
    for attempt in 1...10 where result == .sent || result == .wouldBlock && attempt == 1 {
      let peer = try Peer(at: endpoint)
      #expect(peer.socket.withLock { $0?.send(frames, within: .seconds(5)) } == .sent)
      while try !message.receive() { reactor.wait(until: .now + .milliseconds(20)) }
      try peer.close(after: .milliseconds(5))
      result = try message.reply(envelope: Self.envelope, body: body, keepingEnvelope: keepingEnvelope)
    }
    #expect(result == .torn)

    let next = try Peer(at: endpoint)
    var writer = FrameWriter()
    for frame in ["next", "one"] { writer.frame(frame.utf8) }
    while try dealer.send(writer) == .wouldBlock { reactor.wait(until: .now + .milliseconds(5)) }
    #expect(try next.socket.withLock { try $0?.receive(within: .seconds(5)) } == ["next", "one"])
  }
}
