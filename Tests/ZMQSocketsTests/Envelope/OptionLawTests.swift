import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Options that change what a program sees, against the installed libzmq.
@Suite(.blocking, .serialized, .timeLimit(.minutes(1)))
struct OptionLawTests {
  typealias Frames = [[UInt8]]
  typealias Rule = EnvelopeRule<[UInt8]>

  static let transports = Meeting.Transport.allCases

  @Test("ZMQ_PROBE_ROUTER sends one empty frame at each connection, past the sender's envelope", arguments: transports)
  func probe(_ transport: Meeting.Transport) throws {
    let pairs: [(SocketType, SocketType)] = [
      (.dealer, .router), (.dealer, .dealer), (.dealer, .rep), (.req, .router), (.router, .router), (.router, .dealer),
    ]
    for (from, to) in pairs {
      let meeting = try Meeting(from, to, over: transport, aBinds: false, aOptions: ["probe_router": 1])
      let sentinel: Frames = from == .req ? ["S"] : try #require(meeting.sentinel)
      #expect(meeting.a.send(sentinel, within: .seconds(5)) == .sent)
      if case .received(let frames, _) = Rule.arrive([""], at: to, from: "A") {
        #expect(try meeting.b.receive(within: .seconds(5)) == frames, "\(from.rawValue) → \(to.rawValue)")
      }
      let next = EnvelopeLawTests.arrival(of: sentinel, from: from, at: to)
      #expect(try meeting.b.receive(within: .seconds(5)) == next?.frames, "\(from.rawValue) → \(to.rawValue)")
    }
  }

  @Test("ZMQ_XPUB_WELCOME_MSG reaches each new subscriber whose prefix fits", arguments: transports)
  func welcome(_ transport: Meeting.Transport) throws {
    for (prefix, isWelcome) in [("", true), ("hel", true), ("hello", true), ("hello!", false), ("x", false)] {
      let context = try BareContext()
      let xpub = try BareSocket(.xpub, in: context, options: ["xpub_welcome_msg": "hello"])
      let sub = try BareSocket(.sub, in: context)
      try sub.subscribe(to: Array(prefix.utf8))
      try sub.connect(try xpub.bind(transport.endpoint))
      // It is sent as the subscription is taken in.
      #expect(try xpub.receive(within: .seconds(5)) == [[1] + Array(prefix.utf8)])
      #expect(xpub.send([Array("\(prefix) S".utf8)], within: .zero) == .sent)
      if isWelcome { #expect(try sub.receive(within: .seconds(5)) == ["hello"]) }
      #expect(try sub.receive(within: .seconds(5)) == [Array("\(prefix) S".utf8)])
    }
  }

  @Test("ZMQ_XPUB_VERBOSE tells of a prefix that another has subscribed to, ZMQ_XPUB_VERBOSER also of its end")
  func verbose() throws {
    let first: Frames = ["\u{1}a"]
    let expected: [(options: [String: SocketOption], notices: [Frames])] = [
      ([:], [first, ["\u{1}z"]]),
      (["xpub_verbose": 1], [first, first, ["\u{1}z"]]),
      (["xpub_verboser": 1], [first, first, ["\u{0}a"], ["\u{1}z"]]),
    ]
    for (options, notices) in expected {
      let context = try BareContext()
      let xpub = try BareSocket(.xpub, in: context, options: options)
      let endpoint = try xpub.bind("inproc://verbose")
      // XSUBs, which say at once what they want.
      let (one, other) = (try BareSocket(.xsub, in: context), try BareSocket(.xsub, in: context))
      for xsub in [one, other] {
        try xsub.connect(endpoint)
        #expect(xsub.send(first, within: .zero) == .sent)
      }
      #expect(other.send(["\u{0}a"], within: .zero) == .sent)
      #expect(one.send(["\u{1}z"], within: .zero) == .sent)
      var received: [Frames] = []
      while let notice = try xpub.receive(within: received.count < notices.count ? .seconds(5) : .milliseconds(20)) {
        received.append(notice)
      }
      // What comes of two peers comes in any order.
      #expect(received.sorted { $0.text < $1.text } == notices.sorted { $0.text < $1.text })
    }
  }

  @Test("ZMQ_CONFLATE keeps the last frame, and no message", arguments: [Meeting.Transport.tcp, .ipc])
  func conflate(_ transport: Meeting.Transport) throws {
    for (from, to) in [(.push, .pull), (.dealer, .dealer)] as [(SocketType, SocketType)] {
      let meeting = try Meeting(
        from, to, over: transport, aBinds: true, aOptions: ["conflate": 1], bOptions: ["conflate": 1])
      for value in ["v1", "v2"] {
        #expect(meeting.a.send(["t", Array(value.utf8)], within: .seconds(5)) == .sent)
      }
      // What is under way already is not overtaken.
      var received: [Frames] = []
      while received.last != ["v2"], let frames = try meeting.b.receive(within: .seconds(5)) { received.append(frames) }
      #expect(received.allSatisfy { $0.count == 1 } && received.last == ["v2"], "\(received.map(\.text))")
    }
  }

  @Test("ZMQ_CONFLATE: a SUB looks for its prefix in the frame that is left, and a ROUTER does not heed it")
  func conflateElsewhere() throws {
    for (prefix, arrival) in [("", ["v1"]), ("t", nil)] as [([UInt8], Frames?)] {
      let context = try BareContext()
      let xpub = try BareSocket(.xpub, in: context)
      let sub = try BareSocket(.sub, in: context, options: ["conflate": 1])
      try sub.subscribe(to: prefix)
      try sub.connect(try xpub.bind("tcp://127.0.0.1:*"))
      #expect(try xpub.receive(within: .seconds(5)) == [[1] + prefix])
      #expect(xpub.send(["t", "v1"], within: .zero) == .sent)
      #expect(try sub.receive(within: arrival == nil ? .milliseconds(50) : .seconds(5)) == arrival)
      #expect(xpub.send(["t S"], within: .zero) == .sent)
      #expect(try sub.receive(within: .seconds(5)) == ["t S"])
    }

    let requests = try Meeting(.dealer, .router, over: .tcp, aBinds: false, bOptions: ["conflate": 1])
    for value in ["v1", "v2"] { #expect(requests.a.send(["t", Array(value.utf8)], within: .seconds(5)) == .sent) }
    for value in ["v1", "v2"] { #expect(try requests.b.receive(within: .seconds(5)) == ["A", "t", Array(value.utf8)]) }
  }

  @Test(
    "with ZMQ_ROUTER_HANDOVER=0 a second peer of the same id is never heard, and with 1 it takes the first one's place")
  func handover() throws {
    for hasHandover in [false, true] {
      let context = try BareContext()
      let router = try BareSocket(.router, in: context, options: ["router_handover": .int(hasHandover ? 1 : 0)])
      let endpoint = try router.bind("tcp://127.0.0.1:*")
      let first = try BareSocket(.dealer, in: context, routingID: "W")
      try first.connect(endpoint)
      #expect(first.send(["first"], within: .seconds(5)) == .sent)
      #expect(try router.receive(within: .seconds(5)) == ["W", "first"])
      let second = try BareSocket(.dealer, in: context, routingID: "W")
      try second.connect(endpoint)
      #expect(second.send(["second"], within: .seconds(5)) == .sent)
      #expect(
        try router.receive(within: hasHandover ? .seconds(5) : .milliseconds(100))
          == (hasHandover ? ["W", "second"] : nil))
      #expect(router.send(["W", "job"], within: .seconds(5)) == .sent)
      let (taker, other) = hasHandover ? (second, first) : (first, second)
      #expect(try taker.receive(within: .seconds(5)) == ["job"])
      #expect(try other.receive(within: .milliseconds(20)) == nil)
    }
  }

  @Test(
    "ZMQ_REQ_RELAXED without ZMQ_REQ_CORRELATE takes a late answer for that to the next request", arguments: transports)
  func relaxed(_ transport: Meeting.Transport) throws {
    for isCorrelated in [false, true] {
      let meeting = try Meeting(
        .req, .router, over: transport, aBinds: false,
        aOptions: ["req_relaxed": 1, "req_correlate": .int(isCorrelated ? 1 : 0)])
      var envelopes: [Frames] = []
      for request in ["one", "two"] as Frames {
        #expect(meeting.a.send([request], within: .seconds(5)) == .sent)
        let received = try #require(try meeting.b.receive(within: .seconds(5)))
        #expect(received.last == request)
        envelopes.append(Array(received.dropLast()))
      }
      for (envelope, answer) in zip(envelopes, ["to one", "to two"] as Frames) {
        // A new request may have ended the connection, and the peer has another id then.
        _ = meeting.b.send(envelope + [answer], within: .zero)
      }
      let answer = try meeting.a.receive(within: .seconds(5))
      #expect(answer == (isCorrelated ? ["to two"] : ["to one"]))
    }
  }
}
