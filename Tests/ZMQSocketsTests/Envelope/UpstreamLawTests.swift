import Testing
import ZMQSockets
import ZMQWire

@testable import ZMQRuntime

/// What an XSUB sends to an XPUB: frames that begin with 0 or 1 are subscriptions, wherever they stand.
///
/// Memory is compared with the libzmq that is installed.
@Suite(.timeLimit(.minutes(1)))
struct UpstreamLawTests {
  typealias Frames = [[UInt8]]

  private static let (beginning, end): (Frames, Frames) = (["the beginning"], ["the end"])

  /// What an XPUB of libzmq gets of these messages.
  private func byLibrary(_ messages: [Frames], over transport: EnvelopeTransport) async throws -> [Frames] {
    let context = try BareContext()
    let (xpub, xsub) = (try BareSocket(.xpub, in: context), try BareSocket(.xsub, in: context))
    try xsub.connect(try xpub.bind(transport.endpoint))
    // Messages before the connection stands are lost.
    var isConnected = false
    while !isConnected {
      xpub.pump()
      _ = xsub.send(["here"], within: .zero)
      isConnected = try await next(of: xpub, within: .milliseconds(20)) != nil
    }
    #expect(xsub.send(Self.beginning, within: .zero) == .sent)
    while try await next(of: xpub, within: .seconds(5)) != Self.beginning {}
    for message in messages + [Self.end] { #expect(xsub.send(message, within: .zero) == .sent) }
    var arrived: [Frames] = []
    while arrived.last?.last != Self.end[0] {
      arrived.append(try #require(try await next(of: xpub, within: .seconds(5)), "after \(arrived)"))
    }
    return arrived
  }

  private func next(of socket: BareSocket, within limit: Duration) async throws -> Frames? {
    let deadline = ContinuousClock.now + limit
    repeat {
      if let frames = try socket.receive(within: .zero) { return frames }
      try await Task.sleep(for: .milliseconds(1))
    } while ContinuousClock.now < deadline
    return nil
  }

  /// What one in memory gets.
  private func inMemory(_ messages: [Frames]) throws -> [Frames] {
    let reactor = InMemoryReactor()
    let xpub = try reactor.open(SocketConfiguration(.xpub, bind: ["memory://x"]))
    let xsub = try reactor.open(SocketConfiguration(.xsub, connect: ["memory://x"]))
    for message in messages + [Self.end] {
      var writer = FrameWriter()
      for frame in message { writer.frame(frame) }
      #expect(try xsub.send(writer) == .sent)
    }
    var arrived: [Frames] = []
    let message = xpub.makeMessage()
    while try message.receive() { arrived.append((0..<message.frameCount).map { Array(message.frame($0)) }) }
    return arrived
  }

  @Test(
    "what arrives in memory is what arrives by libzmq", arguments: EnvelopeTransport.allCases,
    [
      [[[1]], [[0]], [[0]]],
      [["\u{1}a"], ["\u{1}a"], ["\u{0}a"], ["\u{0}a"], ["\u{0}a"]],
      [["hello"], ["hello", "you", ""], [""], ["", "x"], ["\u{2}a"]],
      [["hello", "\u{1}zz"], ["hello", "\u{1}zz"], ["next"]],
      [["\u{1}a", "body"], ["\u{1}a", "body"], ["\u{0}a", "body", "more"]],
      [["x", "\u{0}none", "y"], ["x", "\u{0}none"], ["z", "\u{1}z", "z"]],
    ] as [[Frames]])
  func agreement(transport: EnvelopeTransport, messages: [Frames]) async throws {
    let (arrived, expected) = (try await byLibrary(messages, over: transport), try inMemory(messages))
    #expect(arrived == expected)
  }

  @Test("and so it is for any messages", arguments: 0..<20)
  func anything(seed: Int) async throws {
    var state = UInt64(seed) &* 977 &+ 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let frames: Frames = ["", "h", "hello", [0], [1], [0, 97], [1, 97], [0, 98], [1, 98], [2, 97]]
    let messages: [Frames] = (0..<40).map { _ in (0...random(4)).map { _ in frames[random(frames.count)] } }
    let (arrived, expected) = (try await byLibrary(messages, over: .inproc), try inMemory(messages))
    #expect(arrived == expected)
  }

  @Test("every XPUB hears what an XSUB says; where there is none, it is lost")
  func all() throws {
    let reactor = InMemoryReactor()
    let xsub = try reactor.open(SocketConfiguration(.xsub, connect: ["memory://a", "memory://b"]))
    var writer = FrameWriter()
    writer.frame("news".utf8)
    #expect(try xsub.send(writer) == .sent)
    let xpubs = try ["a", "b"].map { try reactor.open(SocketConfiguration(.xpub, bind: ["memory://\($0)"])) }
    for xpub in xpubs { #expect(try !xpub.makeMessage().receive()) }
    #expect(try xsub.send(writer) == .sent)
    for xpub in xpubs {
      let message = xpub.makeMessage()
      #expect(try message.receive())
      #expect(message.frameCount == 1 && Array(message.frame(0)) == Array("news".utf8))
    }
  }
}

/// How two bare sockets reach each other.
typealias EnvelopeTransport = Meeting.Transport
