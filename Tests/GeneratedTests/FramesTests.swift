import GeneratedProtocols
import Testing
import ZMQWire

/// Layouts of one's own: what the generated codecs write, and what they take.
@Suite struct FramesTests {
  /// A body with its frames as people read them: `FR01|PLAIN||\x00\x05`.
  static func frames(_ text: String) -> [[UInt8]] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { frame in
      var bytes: [UInt8] = []
      var rest = frame.utf8[...]
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x") else {
          bytes.append(byte)
          continue
        }
        bytes.append(UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(3)
      }
      return bytes
    }
  }

  /// What it reads is what was written, and what it writes is the text.
  static func roundTrip<Message: FramedMessage>(
    _ message: Message, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let body = try message.bodyFrames()
    #expect(body == frames(text), sourceLocation: sourceLocation)
    let decoded = try Message.decode(StoredFrames(body))
    #expect(decoded == message, sourceLocation: sourceLocation)
  }

  /// What is wrong with a body; nil where nothing is, `other` where it is another message.
  static func error<Message: FramedMessage>(_ text: String, as type: Message.Type) -> String? {
    var body = BodyReader(StoredFrames(frames(text)))
    do throws(WireError) {
      _ = try Message(body: &body)
      return nil
    } catch {
      return "\(error.reason.rawValue) \(error)"
    }
  }

  @Test("every form is written as the layout says, and read again")
  func forms() throws {
    try Self.roundTrip(
      Frames.Plain(count: 513, offset: -2, blob: [0xFF]), #"FR01|PLAIN||\x02\x01|\xFE\xFF\xFF\xFF|\xFF"#)
    let uuid = try #require(UUIDValue("123e4567-e89b-12d3-a456-426614174000"))
    let time = try #require(Timestamp("2026-01-31T12:30:00Z"))
    try Self.roundTrip(
      Frames.Scalars(
        text: "äö", small: 7, wide: -1, id: uuid, at: time, peer: RoutingID(received: [1, 0]), colour: .darkBlue,
        ratio: 0.5),
      #"FR02|\x01|äö|\x07|\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF|123e4567-e89b-12d3-a456-426614174000|"#
        + #"2026-01-31T12:30:00Z|\x01\x00||"dark-blue"|0.5"#)
    try Self.roundTrip(
      Frames.OpenEnded(first: "a", priority: 1, rest: [[], [2]]), #"FR02|\x02|a|\x00\x00\x00\x00\x00\x00\x00\x01||\x02"#
    )
    try Self.roundTrip(
      Frames.Packed(
        name: "n", size: 1, groups: ["g"], headers: ["k": "v", "a": ""], key: [9], rest: ["x", ""], sequence: 258),
      #"\xAA\xA1\x03\x01\x02\x01n\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x01g"#
        + #"\x00\x00\x00\x02\x01a\x00\x00\x00\x00\x01k\x00\x00\x00\x01v\x01\x09\x00\x00\x00\x03FIN\x01x\x00"#)
    try Self.roundTrip(Frames.Move(x: 1, y: 2, id: 4), #"[0,4,["move",[1,2],{}]]"#)
    try Self.roundTrip(Frames.Move(x: 1, y: 2, speed: 0.5, id: 4), #"[0,4,["move",[1,2],{"speed":0.5}]]"#)
    try Self.roundTrip(Frames.Sum(numbers: [1, 2], id: 1), #"[0,1,["sum",[1,2],{}]]"#)
    try Self.roundTrip(Frames.Sum(id: 1), #"[0,1,["sum",[],{}]]"#)
    try Self.roundTrip(Frames.Moved(to: Frames.Point(x: 1, y: 2), id: 9), #"[1,9,{"x":1,"y":2}]"#)
    try Self.roundTrip(
      Frames.Draw(shape: .circle(Frames.Circle(centre: Frames.Point(x: 0, y: 0), radius: 2)), sent: time),
      #"{"op":"draw","v":2,"sent":"2026-01-31T12:30:00Z","params":"#
        + #"{"shape":{"kind":"circle","centre":{"x":0,"y":0},"radius":2.0},"colour":"red"}}"#)
    try Self.roundTrip(Frames.Clear(sent: time), #"{"op":"clear","v":2,"sent":"2026-01-31T12:30:00Z","params":{}}"#)
    try Self.roundTrip(Frames.Grow(by: 1.5, why: "so"), #"{"flat":"grow","by":1.5,"why":"so"}"#)
    try Self.roundTrip(
      Frames.WithMap(scale: 2, entries: ["b": 2, "a": 1], names: ["x", "y"]),
      #"["open",{"type":"with-map","scale":2.0,"a":1,"b":2},"x","y"]"#)
    try Self.roundTrip(
      Frames.Pieces(blobs: ["b": [], "a": [0, 1, 2]]), #"{"pieces":"pieces","a":"AAEC","b":""}"#)
    try Self.roundTrip(
      Frames.Peers(ids: ["x": RoutingID(received: [0, 1])]), #"["peers",{"type":"peers","x":"AAE="}]"#)
    try Self.roundTrip(
      Frames.Letter(subject: "s", header: Frames.Point(x: 1, y: 2), attachments: [[1], []]),
      #"--ATTACHED--|{"x":1,"y":2}|{"subject":"s"}|\x01|"#)
    try Self.roundTrip(Frames.One(text: "t"), #"NUM|\x01|t"#)
    try Self.roundTrip(Frames.Two(text: "t"), #"NUM|\x02|t"#)
  }

  @Test("members come in any order, with blanks; what may be missing may")
  func leniency() throws {
    let draw = try Frames.Draw.decode(
      StoredFrames(
        Self.frames(
          #"{ "params": {"colour": "red", "shape": {"radius": 2, "centre": {"y": 0, "x": 0}, "kind": "circle"}}, "#
            + #""sent": "2026-01-31T12:30:00Z", "v": 2, "op": "draw" }"#)))
    #expect(draw?.shape == .circle(Frames.Circle(centre: Frames.Point(x: 0, y: 0), radius: 2)))
    let move = try Frames.Move.decode(StoredFrames(Self.frames(#"[0, 1, ["move", [], {"y": 3, "x": 1}]]"#)))
    #expect(move == Frames.Move(x: 1, y: 3, id: 1))
    let open = try Frames.OpenEnded.decode(StoredFrames(Self.frames(#"FR02|\x02|a"#)))
    #expect(open == Frames.OpenEnded(first: "a"))
  }

  @Test("members that are not declared are kept, passed over, or refused, as the record says")
  func unknownMembers() throws {
    func draw(_ shape: String) throws -> Frames.Draw? {
      try Frames.Draw.decode(
        StoredFrames(
          Self.frames(#"{"op":"draw","v":2,"sent":"2026-01-31T12:30:00Z","params":{"shape":"# + shape + "}}")))
    }
    let square = try #require(try draw(#"{"kind":"square","corner":{"x":1,"y":1},"new":[1],"a":null}"#))
    let kept: [String: JSONValue] = ["new": [1], "a": .null]
    #expect(square.shape == .square(Frames.Square(corner: Frames.Point(x: 1, y: 1), unknown: kept)))
    let written = String(decoding: try square.bodyFrames()[0], as: UTF8.self)
    #expect(written.contains(#"{"kind":"square","corner":{"x":1,"y":1},"side":1.0,"a":null,"new":[1]}"#))
    #expect(try draw(#"{"what":{"deep":[{}]},"kind":"nothing"}"#)?.shape == .nothing(Frames.Nothing()))
    #expect(throws: WireError.self) { try draw(#"{"kind":"circle","centre":{"x":1,"y":1},"radius":1,"new":1}"#) }
    #expect(throws: WireError.self) { try draw(#"{"kind":"square","corner":{"x":1,"y":1},"new":1,"new":2}"#) }
    #expect(throws: WireError.self) { try draw(#"{"kind":"square","kind":"square","corner":{"x":1,"y":1}}"#) }
  }

  @Test(
    "what is wrong is said with frame, byte and name",
    arguments: [
      ("FR01|PLAIN|", "tooFewFrames expected 6 body frames, found 3 body frames"),
      (#"FR01|PLAIN||\x00\x01|\x00\x00\x00\x00|x|y"#, "tooManyFrames expected 6 body frames, found 7 body frames"),
      (
        #"FR02|PLAIN||\x00\x01|\x00\x00\x00\x00|x"#, #"wrongConstant frame 0, byte 0: expected "FR01", found "FR02""#
      ),
      (
        #"FR011|PLAIN||\x00\x01|\x00\x00\x00\x00|x"#,
        #"wrongConstant frame 0, byte 4: expected the end of the frame, found "1""#
      ),
      (#"FR01|PLAN||\x00\x01|\x00\x00\x00\x00|x"#, #"unknownType frame 1, byte 0: expected "PLAIN", found "PLAN""#),
      (
        #"FR01|PLAIN|x|\x00\x01|\x00\x00\x00\x00|x"#,
        #"wrongLength frame 2, byte 0: expected an empty frame, found "x""#
      ),
      (
        #"FR01|PLAIN||\x00|\x00\x00\x00\x00|x"#,
        "wrongLength frame 3, byte 0, count: expected an integer of 2 bytes, found 1 byte"
      ),
      (
        #"FR01|PLAIN||\x00\x01\x02|\x00\x00\x00\x00|x"#,
        #"wrongLength frame 3, byte 2: expected the end of the frame, found "\u{02}""#
      ),
    ])
  func plainErrors(body: String, message: String) { #expect(Self.error(body, as: Frames.Plain.self) == message) }

  @Test("what is wrong in a packed frame is said with byte and name")
  func packedErrors() {
    let head = #"\xAA\xA1\x03\x00\x01"#
    let size = #"\x00\x00\x00\x00\x00\x00\x00\x00"#
    func error(_ text: String) -> String? { Self.error(text, as: Frames.Packed.self) }
    #expect(error(#"\xAA\xA2\x03"#) == "wrongConstant frame 0, byte 0: expected 0xAAA1, found 0xAAA2")
    #expect(error(#"\xAA\xA1\x04"#) == "unknownType frame 0, byte 2: expected 0x03, found 0x04")
    #expect(
      error(head + #"\x05ab"#)
        == "wrongLength frame 0, byte 5, name: expected 5 bytes behind this length, found 2 bytes")
    #expect(error(head + #"\x01\xFF"#) == #"notUTF8 frame 0, byte 6, name: expected UTF-8, found "\xFF""#)
    #expect(
      error(head + #"\x00"# + size + #"\xFF\xFF\xFF\xFF"#)
        == "wrongLength frame 0, byte 18, groups[0]: expected an integer of 4 bytes, found 0 bytes")
    let twice = #"\x00\x00\x00\x02\x01a\x00\x00\x00\x00\x01a\x00\x00\x00\x00"#
    #expect(
      error(head + #"\x00"# + size + #"\x00\x00\x00\x00"# + twice)
        == #"duplicateKey frame 0, byte 29, headers[1]: expected each key once, found "a""#)
  }

  @Test("what is wrong in JSON is said in the layout's words")
  func treeErrors() {
    #expect(
      Self.error(#"[0,1,["move",["one"],{}]]"#, as: Frames.Move.self)
        == #"wrongType frame 0, byte 14, args[0]: expected an integer, found "one""#)
    #expect(
      Self.error(#"[2,1,["move",[1],{}]]"#, as: Frames.Move.self)
        == "wrongConstant frame 0, byte 1, [0]: expected 0, found 2")
    #expect(
      Self.error(#"[0,1,["mov",[1],{}]]"#, as: Frames.Move.self)
        == #"unknownType frame 0, byte 6, [2][0]: expected a message type of this socket, found "mov""#)
    #expect(
      Self.error(#"[0,1,["move",[1],{"speed":11}]]"#, as: Frames.Move.self)
        == "outOfRange frame 0, byte 26, kwargs.speed: expected at most 10, found 11")
    #expect(
      Self.error(#"[0,1,["sum",[1],{"numbers":[2]}]]"#, as: Frames.Sum.self)?.hasPrefix("wrongArguments") == true)
    #expect(
      Self.error(#"{"op":"clear","v":3,"sent":"2026-01-31T12:30:00Z","params":{}}"#, as: Frames.Clear.self)
        == "wrongConstant frame 0, byte 18, v: expected 2, found 3")
    #expect(
      Self.error(#"{"op":"clear","v":2,"params":{}}"#, as: Frames.Clear.self)?.hasPrefix("missingMember") == true)
    #expect(
      Self.error(#"FR02|\x02|"#, as: Frames.OpenEnded.self)
        == #"wrongLength frame 2, byte 0, first: expected 1 to 8 characters, found 0"#)
  }

  @Test("each constraint is kept when a message is read")
  func constraintsWhenRead() throws {
    let right = #"{"small":3,"ratio":0.5,"code":"ab","tag":"a-b","digest":"AAAAAA==","rows":[1],"pause":60}"#
    func error(_ old: String, _ new: String) -> String? {
      let body = Array(#"["limited",[\#(right.replacing(old, with: new))],{}]"#.utf8)
      do throws(WireError) {
        _ = try Frames.Limited.decode(body.span)
        return nil
      } catch {
        return "\(error.path): expected \(error.expected), found \(error.found)"
      }
    }
    #expect(error("none", "none") == nil)
    #expect(error("3,", "4,") == "args[0].small: expected at most 3, found 4")
    #expect(error("3,", "-4,") == "args[0].small: expected at least -3, found -4")
    #expect(error("0.5", "0.25") == "args[0].ratio: expected at least 0.5, found 0.25")
    #expect(error("\"ratio\":0.5,", "") == nil)
    #expect(error(#""ab""#, #""abcde""#) == #"args[0].code: expected 2 to 4 characters, found "abcde""#)
    #expect(error(#""a-b""#, #""""#) == #"args[0].tag: expected at least 1 character, found """#)
    #expect(
      error(#""a-b""#, #"  "a-""#) == #"args[0].tag: expected a text that matches [a-z]+(-[a-z]+)*, found "a-""#)
    #expect(error("AAAAAA==", "AAAA") == #"args[0].digest: expected 4 bytes, found "AAAA""#)
    #expect(error("[1]", "[1,2,3]") == "args[0].rows: expected at most 2 elements, found [1,2,3]")
    #expect(error("60", "60.5") == "args[0].pause: expected at most 60, found 60.5")
  }

  @Test("each constraint is kept when a message is written")
  func constraintsWhenWritten() {
    let right = Frames.Limits(small: 0, code: "ab", digest: [0, 0, 0, 0], rows: [])
    func error(_ change: (inout Frames.Limits) -> Void) -> String? {
      var limits = right
      change(&limits)
      do {
        _ = try Frames.Limited(limits: limits).bodyFrames()
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(error { _ in } == nil)
    #expect(error { $0.small = 4 } == "Limits.small: expected at most 3, found 4")
    #expect(error { $0.ratio = 0 } == "Limits.ratio: expected at least 0.5, found 0.0")
    #expect(error { $0.code = "a" } == "Limits.code: expected 2 to 4 characters, found 1")
    #expect(error { $0.tag = "A" } == "Limits.tag: expected a text that matches [a-z]+(-[a-z]+)*, found A")
    #expect(error { $0.digest = [] } == "Limits.digest: expected 4 bytes, found 0")
    #expect(error { $0.pause = .seconds(61) } == "Limits.pause: expected at most 60, found 61.0 seconds")
    #expect(throws: UnencodableValue.self) { try Frames.Plain(count: 65536, offset: 0, blob: []).bodyFrames() }
    #expect(throws: UnencodableValue.self) { try Frames.Plain(count: -1, offset: 0, blob: []).bodyFrames() }
    let long = Frames.Packed(
      name: String(repeating: "x", count: 256), size: 0, groups: [], headers: [:], key: [])
    #expect(throws: UnencodableValue.self) { try long.bodyFrames() }
  }

  @Test("no prefix, no wrong byte and no missing frame of a body ends the program, and none is taken for another value")
  func hostileBodies() throws {
    try Self.disturb(Frames.Plain(count: 1, offset: 2, blob: [1, 2]))
    try Self.disturb(
      Frames.Packed(name: "n", size: 1, groups: ["g", "h"], headers: ["k": "v"], key: [9], rest: ["x"], sequence: 7))
    try Self.disturb(Frames.OpenEnded(first: "a", rest: [[1]]))
    try Self.disturb(Frames.Move(x: 1, y: 2, speed: 0.5, id: 4))
    try Self.disturb(Frames.WithMap(scale: 2, entries: ["b": 2], names: ["x"]))
    try Self.disturb(
      Frames.Draw(shape: .square(Frames.Square(corner: Frames.Point(x: 0, y: 0), unknown: ["n": [1, "two"]]))))
  }

  /// Whatever comes of a disturbed body, it is an error, or a message that is written as one that is read again.
  private static func disturb<Message: FramedMessage>(_ message: Message) throws {
    let body = try message.bodyFrames()
    func check(_ frames: [[UInt8]]) throws {
      do throws(WireError) {
        var reader = BodyReader(StoredFrames(frames))
        let decoded = try Message(body: &reader)
        let again = try? decoded.bodyFrames()
        if let again { #expect(try Message.decode(StoredFrames(again)) == decoded) }
      } catch {
        #expect(!error.expected.isEmpty)
      }
    }
    for index in body.indices {
      var fewer = body
      fewer.remove(at: index)
      try check(fewer)
      try check(Array(body[...index]) + body[index...])
      for end in body[index].indices {
        var cut = body
        cut[index] = Array(body[index][..<end])
        try check(cut)
        for flipped in [UInt8(1), 0x10, 0x80, 0xFF] {
          var wrong = body
          wrong[index][end] ^= flipped
          try check(wrong)
        }
      }
    }
  }
}
