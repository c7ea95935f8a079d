import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// The envelope rule hop by hop: paths through one and two ROUTER/DEALER proxies, there and back, on the installed
/// libzmq. Source: man zmq_proxy, "frames are passed on as they are".
@Suite(.serialized)
struct ProxyLawTests {
  typealias Frames = [[UInt8]]

  struct Path: CustomTestStringConvertible {
    var from: SocketType
    var sent: Frames
    var proxies: Int
    var to: SocketType
    /// What the program at the end answers, behind the envelope that it got.
    var testDescription: String { "\(from.rawValue) \(sent.text) → \(proxies) × ROUTER|DEALER → \(to.rawValue)" }
  }

  static let paths = [1, 2].flatMap { proxies in
    [
      Path(from: .req, sent: ["f"], proxies: proxies, to: .rep),
      Path(from: .req, sent: ["f", "g"], proxies: proxies, to: .router),
      Path(from: .dealer, sent: ["f"], proxies: proxies, to: .router),
      Path(from: .dealer, sent: ["", "f"], proxies: proxies, to: .rep),
      Path(from: .dealer, sent: ["f"], proxies: proxies, to: .dealer),
      Path(from: .dealer, sent: ["f"], proxies: proxies, to: .rep),
    ]
  }

  @Test("what each socket on the way receives is what the rule says", arguments: paths)
  func path(_ path: Path) throws {
    let context = try BareContext()
    let origin = try BareSocket(path.from, in: context, routingID: "origin")
    let end = try BareSocket(path.to, in: context, routingID: "end")
    var fronts: [BareSocket] = []
    var backs: [BareSocket] = []
    var last = origin
    for number in 1...path.proxies {
      fronts.append(try BareSocket(.router, in: context))
      backs.append(try BareSocket(.dealer, in: context, routingID: Array("proxy\(number)".utf8)))
      try last.connect(try fronts[number - 1].bind("tcp://127.0.0.1:*"))
      last = backs[number - 1]
    }
    try last.connect(try end.bind("tcp://127.0.0.1:*"))

    // There.
    var frames = path.sent
    var ids: Frames = ["origin"]
    #expect(origin.send(frames, within: .seconds(5)) == .sent)
    var sender = path.from
    for number in 1...path.proxies {
      let expected = EnvelopeLawTests.arrival(of: frames, from: sender, at: .router, id: ids[0])
      let received = try fronts[number - 1].receive(within: .seconds(5))
      #expect(received == expected?.frames)
      frames = try #require(received)
      #expect(backs[number - 1].send(frames, within: .seconds(5)) == .sent)
      ids.insert(Array("proxy\(number)".utf8), at: 0)
      sender = .dealer
    }
    let arrival = EnvelopeLawTests.arrival(of: frames, from: .dealer, at: path.to, id: ids[0])
    let received = try end.receive(within: arrival == nil ? .milliseconds(100) : .seconds(5))
    #expect(received == arrival?.frames)
    guard let arrival, let received else { return }

    // And back, in the envelope that arrived.
    var reply: Frames = ["answer"]
    if path.to != .rep { reply = received.dropLast(path.sent.filter { !$0.isEmpty }.count) + reply }
    #expect(end.send(reply, within: .seconds(5)) == .sent)
    sender = path.to
    for number in (1...path.proxies).reversed() {
      let expected = EnvelopeLawTests.arrival(of: reply, from: sender, at: .dealer, kept: arrival.kept)
      let passed = try backs[number - 1].receive(within: .seconds(5))
      #expect(passed == expected?.frames)
      reply = try #require(passed)
      #expect(fronts[number - 1].send(reply, within: .seconds(5)) == .sent)
      sender = .router
    }
    let expected = EnvelopeLawTests.arrival(of: reply, from: .router, at: path.from)
    #expect(try origin.receive(within: .seconds(5)) == expected?.frames)
  }
}
