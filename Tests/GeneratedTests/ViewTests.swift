import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Handlers that get messages as views into their frames: `x-swift-handler: views`.
@Suite(.timeLimit(.minutes(1)))
struct ViewTests {
  /// Notes what it has seen of each view, and suspends before it looks.
  struct Reader: Gauges.Board.GaugesHandler {
    let seen: Probe<Gauges.Measured>

    nonisolated(nonsending) func measured(
      _ measured: Gauges.Measured.View, in frame: Span<UInt8>, origin: Origin
    ) async throws -> Gauges.Noted {
      if measured.remark.matches("wait", in: frame) { try await Task.sleep(for: .milliseconds(5)) }
      seen.note(measured.copied(in: frame))
      return Gauges.Noted()
    }

    nonisolated(nonsending) func replay(
      _ replay: Gauges.Replay.View, in frame: Span<UInt8>, origin: Origin, send: SendElement<Gauges.Line>
    ) async throws -> Gauges.Replayed {
      for word in replay.words {
        // A Span may be looked at on both sides of a suspension: the frame stays until the handler returns.
        try await send(Gauges.Line(text: "\(replay.origin.string(in: frame)): \(word.string(in: frame))"))
      }
      return Gauges.Replayed()
    }

    func dump(data: [UInt8], origin: Origin) {
      seen.note(Gauges.Measured(name: "dump", value: Double(data.count), labels: [:]))
    }

    func otherwise(frames: [[UInt8]], reason: any Error, origin: Origin) {
      seen.note(Gauges.Measured(name: "bad", value: 0, remark: "\(reason)", labels: [:]))
    }
  }

  private func board(_ kind: TestTransport, _ seen: Probe<Gauges.Measured>) -> Gauges.Board {
    var board = Gauges.Board(gauges: Reader(seen: seen), lines: Gauges.Board.LinesInbox())
    board.sockets.gauges.bind = [kind.endpoint()]
    board.sockets.lines.bind = [kind.endpoint()]
    return board
  }

  @Test("a handler sees in the frame what the client has said", arguments: TestTransport.allCases)
  func seen(kind: TestTransport) async throws {
    let transport = kind.make()
    let seen = Probe(of: Gauges.Measured.self)
    let board = board(kind, seen)
    var gauge = Gauges.Gauge()
    gauge.sockets.board.connect = board.sockets.gauges.bind
    gauge.sockets.lines.connect = board.sockets.lines.bind
    try await board.run(on: transport) { _ in
      try await gauge.run(on: transport) { gauge in
        let place = Gauges.Place(name: "Tromsø", height: 3)
        let noted = try await gauge.board.measured(
          name: "A\n\"ö\" \u{1F30A}", value: 1.5, unit: .second, remark: "wait", code: "xyz", place: place,
          tags: ["", "tide \\"], labels: ["a": "\t", "b": "ß"], frame: "none", raw: [0, 255])
        #expect(noted == Gauges.Noted(name: "A\n\"ö\" \u{1F30A}", tags: ["", "tide \\"]))
        _ = try await gauge.board.measured(name: "B", value: -1, labels: [:])
        let replies = try await gauge.board.replay(origin: "log", words: ["one", "t\"wo"])
        var lines: [String] = []
        for try await line in replies { lines.append(line.text) }
        #expect(lines == ["log: one", "log: t\"wo"])
        try await gauge.board.dump(data: [1, 2, 3])
        let all = await seen.next(3)
        #expect(
          all[0]
            == Gauges.Measured(
              name: "A\n\"ö\" \u{1F30A}", value: 1.5, unit: .second, remark: "wait", code: "xyz", place: place,
              tags: ["", "tide \\"], labels: ["a": "\t", "b": "ß"], frame: "none", raw: [0, 255]))
        #expect(all[1] == Gauges.Measured(name: "B", value: -1, labels: [:]))
        #expect(all[2].name == "dump" && all[2].value == 3)
      }
    }
  }

  @Test("an inbox takes copies", arguments: TestTransport.allCases)
  func inbox(kind: TestTransport) async throws {
    let transport = kind.make()
    let inbox = Gauges.Board.LinesInbox()
    var board = Gauges.Board(gauges: Reader(seen: Probe()), lines: inbox)
    board.sockets.gauges.bind = [kind.endpoint()]
    board.sockets.lines.bind = [kind.endpoint()]
    var gauge = Gauges.Gauge()
    gauge.sockets.board.connect = board.sockets.gauges.bind
    gauge.sockets.lines.connect = board.sockets.lines.bind
    try await board.run(on: transport) { _ in
      try await gauge.run(on: transport) { gauge in
        for note in ["one", "t\\wo"] { try await gauge.lines.tick(note: note) }
        var notes: [String] = []
        for await message in inbox {
          if case .tick(let tick) = message { notes.append(tick.note) }
          if notes.count == 2 { break }
        }
        #expect(notes == ["one", "t\\wo"])
      }
    }
  }

  @Test("what is wrong is refused as ever, constraints of texts included", arguments: TestTransport.allCases)
  func refused(kind: TestTransport) async throws {
    let transport = kind.make()
    let seen = Probe(of: Gauges.Measured.self)
    let board = board(kind, seen)
    try await board.run(on: transport) { _ in
      try await RefusalTests.withRawSocket(.dealer, to: board.sockets.gauges.bind[0], on: transport) { socket in
        for body in [
          #"["measured",["",1.5],{"labels":{}}]"#,
          #"["measured",["thirteen char",1.5],{"labels":{}}]"#,
          #"["measured",["\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4",1],{"labels":{}}]"#,
          #"["measured",["a",1.5],{"labels":{},"code":"XYZ"}]"#,
          #"["measured",["a",1.5],{"labels":{"a":5}}]"#,
          #"["measured",["a\ud800",1.5],{"labels":{}}]"#,
          #"["measured",[5,1.5],{"labels":{}}]"#,
        ] {
          try await socket.send { $0.frame(body.utf8) }
        }
        let reasons = await seen.next(7).map(\.remark)
        #expect(
          reasons == [
            "frame 1, byte 13, args[0]: expected 1 to 12 characters, found \"\"",
            "frame 1, byte 13, args[0]: expected 1 to 12 characters, found \"thirteen char\"",
            "frame 1, byte 13, args[0]: expected 1 to 12 characters, found \"\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u…",
            "frame 1, byte 42, kwargs.code: expected a text that matches [a-z]+, found \"XYZ\"",
            "frame 1, byte 37, kwargs.labels.a: expected a string, found 5",
            "frame 1, byte 15, args[0]: expected both halves of a surrogate pair, found \\ud800",
            "frame 1, byte 13, args[0]: expected a string, found 5",
          ])
      }
    }
  }

  @Test("a text with the wrong frame beside it is some text, and no crash")
  func wrongFrame() throws {
    let frame = Array(#"["measured",["a\nlong name",1.5],{"labels":{}}]"#.utf8)
    let view = try #require(try Gauges.Measured.View.decode(frame.span))
    let (name, remark) = (view.name.string(in: frame.span), view.remark.string(in: frame.span))
    let count = view.name.withUTF8(in: frame.span) { $0.count }
    let isName = view.name.matches("a\nlong name", in: frame.span)
    #expect(name == "a\nlong name" && count == 11 && isName && remark == "none")
    let (isNone, isMore) = (view.remark.matches("none", in: frame.span), view.remark.matches("more", in: frame.span))
    #expect(isNone && !isMore)
    for length in 0..<frame.count {
      for filler in [0x5C, 0x22, 0xE4, 0x75] as [UInt8] {
        let other = Array(repeating: filler, count: length)
        let (text, found) = (view.name.string(in: other.span), view.name.matches("a\nlong name", in: other.span))
        let bytes = view.name.withUTF8(in: other.span) { $0.count }
        #expect(text.utf8.count < 64 && !found && bytes < 64)
      }
    }
  }
}
