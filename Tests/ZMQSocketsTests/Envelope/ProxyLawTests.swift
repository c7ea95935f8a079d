import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// The envelope rule hop by hop: paths through one and two ROUTER/DEALER proxies, there and back, on the installed
/// libzmq. Source: man zmq_proxy, "frames are passed on as they are".
@Suite(.blocking, .serialized)
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

  @Test("ZMQ_REQ_CORRELATE goes through proxies to a REP and back", arguments: [1, 2])
  func correlated(proxies: Int) throws {
    let context = try BareContext()
    let origin = try BareSocket(
      .req, in: context, routingID: "origin", options: ["req_correlate": 1, "req_relaxed": 1])
    let end = try BareSocket(.rep, in: context)
    let fronts = try (0..<proxies).map { _ in try BareSocket(.router, in: context) }
    let backs = try (0..<proxies).map { try BareSocket(.dealer, in: context, routingID: Array("proxy\($0)".utf8)) }
    for (sender, receiver) in zip([origin] + backs, fronts + [end]) {
      try sender.connect(try receiver.bind("tcp://127.0.0.1:*"))
    }
    #expect(origin.send(["f"], within: .seconds(5)) == .sent)
    var ids: Frames = []
    var requestID: [UInt8] = []
    for number in 0..<proxies {
      ids.insert(number == 0 ? "origin" : Array("proxy\(number - 1)".utf8), at: 0)
      let received = try #require(try fronts[number].receive(within: .seconds(5)))
      if number == 0 { requestID = try #require(received.count == 4 ? received[1] : nil) }
      #expect(requestID.count == 4 && received == ids + [requestID, "", "f"])
      #expect(backs[number].send(received, within: .seconds(5)) == .sent)
    }
    #expect(try end.receive(within: .seconds(5)) == ["f"])
    #expect(end.send(["g"], within: .seconds(5)) == .sent)
    for number in (0..<proxies).reversed() {
      let reply = try #require(try backs[number].receive(within: .seconds(5)))
      #expect(reply == ids + [requestID, "", "g"])
      ids.removeFirst()
      #expect(fronts[number].send(reply, within: .seconds(5)) == .sent)
    }
    #expect(try origin.receive(within: .seconds(5)) == ["g"])
  }

  @Test("a broker that asks the worker which has rested longest: ROUTER to ROUTER, between two REQ")
  func restedWorkers() throws {
    let context = try BareContext()
    let (front, back) = (try BareSocket(.router, in: context), try BareSocket(.router, in: context))
    let client = try BareSocket(.req, in: context, routingID: "C")
    let worker = try BareSocket(.req, in: context, routingID: "W")
    try client.connect(try front.bind("tcp://127.0.0.1:*"))
    try worker.connect(try back.bind("tcp://127.0.0.1:*"))
    #expect(worker.send(["READY"], within: .seconds(5)) == .sent)
    #expect(try back.receive(within: .seconds(5)) == ["W", "", "READY"])
    #expect(client.send(["f"], within: .seconds(5)) == .sent)
    let request = try #require(try front.receive(within: .seconds(5)))
    #expect(request == ["C", "", "f"])
    #expect(back.send(["W", ""] + request, within: .seconds(5)) == .sent)
    // To the worker the request is the answer to its READY, and its answer is its next request.
    #expect(try worker.receive(within: .seconds(5)) == ["C", "", "f"])
    #expect(worker.send(["C", "", "g"], within: .seconds(5)) == .sent)
    #expect(try back.receive(within: .seconds(5)) == ["W", "", "C", "", "g"])
    #expect(front.send(["C", "", "g"], within: .seconds(5)) == .sent)
    #expect(try client.receive(within: .seconds(5)) == ["g"])
  }

  @Test("a streamer, PULL to PUSH, changes nothing", arguments: [1, 2])
  func streamer(hops: Int) throws {
    let context = try BareContext()
    let origin = try BareSocket(.push, in: context)
    var last = origin
    var pulls: [BareSocket] = []
    var pushes: [BareSocket] = []
    for hop in 0...hops {
      pulls.append(try BareSocket(.pull, in: context))
      try last.connect(try pulls[hop].bind("tcp://127.0.0.1:*"))
      guard hop < hops else { break }
      pushes.append(try BareSocket(.push, in: context))
      last = pushes[hop]
    }
    for message in [["f"], ["", "f"], ["f", "", "g"]] as [Frames] {
      #expect(origin.send(message, within: .seconds(5)) == .sent)
      for hop in 0..<hops {
        #expect(try pulls[hop].receive(within: .seconds(5)) == message)
        #expect(pushes[hop].send(message, within: .seconds(5)) == .sent)
      }
      #expect(try pulls[hops].receive(within: .seconds(5)) == message)
    }
  }

  @Test("a forwarder, XSUB to XPUB, passes subscriptions up and what fits them down", arguments: [1, 2])
  func forwarder(hops: Int) throws {
    let context = try BareContext()
    let station = try BareSocket(.xpub, in: context)
    let listener = try BareSocket(.sub, in: context)
    var upper = station
    var xsubs: [BareSocket] = []
    var xpubs: [BareSocket] = []
    for hop in 0..<hops {
      xsubs.append(try BareSocket(.xsub, in: context))
      xpubs.append(try BareSocket(.xpub, in: context))
      try xsubs[hop].connect(try upper.bind("tcp://127.0.0.1:*"))
      upper = xpubs[hop]
    }
    try listener.subscribe(to: "a")
    try listener.connect(try upper.bind("tcp://127.0.0.1:*"))
    for hop in (0..<hops).reversed() {
      let notice = try #require(try xpubs[hop].receive(within: .seconds(5)))
      #expect(notice == ["\u{1}a"])
      // What an XSUB sends before it has connected is lost, but for subscriptions, which it sends again.
      #expect(xsubs[hop].send(notice, within: .seconds(5)) == .sent)
      xsubs[hop].pump()
    }
    // A proxy's XSUBs are looked at all the time; libzmq takes a connection in only then.
    let deadline = ContinuousClock.now + .seconds(5)
    var notice: Frames?
    while notice == nil, ContinuousClock.now < deadline {
      for xsub in xsubs { xsub.pump() }
      notice = try station.receive(within: .milliseconds(5))
    }
    #expect(notice == ["\u{1}a"])
    for message in [["x", "a"], ["ab", "f"]] as [Frames] { #expect(station.send(message, within: .zero) == .sent) }
    for hop in 0..<hops {
      let passed = try #require(try xsubs[hop].receive(within: .seconds(5)))
      #expect(passed == ["ab", "f"])
      #expect(xpubs[hop].send(passed, within: .zero) == .sent)
    }
    #expect(try listener.receive(within: .seconds(5)) == ["ab", "f"])
  }
}
