import Testing
import ZMQWire

/// The whole line is the expected value.
@Suite struct WireErrorTests {
  /// Decodes `["ping",[count],{…}]` as generated code does.
  private func report(_ text: [UInt8]) -> WireError? {
    let bytes = text.span
    var reader = JSONReader(limits: CodecLimits(depth: 4))
    do throws(JSONFault) {
      guard try reader.beginArray(in: bytes) else { throw JSONFault(.notAMessage, at: 0) }
      guard try reader.string("ping", in: bytes) else { throw JSONFault(.unknownMessageType, at: reader.offset) }
      guard try reader.elementFollows(in: bytes) else { throw JSONFault(.notAMessage, at: 0) }
      guard try reader.beginArray(in: bytes) else { throw JSONFault(.missingArgument, at: reader.offset - 1) }
      let count = try reader.readInt(as: UInt8.self, in: bytes)
      let start = reader.offset
      guard try !reader.elementFollows(in: bytes) else { throw JSONFault(.tooManyArguments, at: start) }
      guard count > 0 else { throw JSONFault(.valueOutOfRange, at: start - 1) }
      guard try reader.elementFollows(in: bytes) else { throw JSONFault(.notAMessage, at: 0) }
      try reader.skipValue(in: bytes)
      guard try !reader.elementFollows(in: bytes) else { throw JSONFault(.notAMessage, at: 0) }
      try reader.end(in: bytes)
      return nil
    } catch {
      return WireError(error, frame: 1, in: bytes, naming: [([1], "args"), ([2], "kwargs")])
    }
  }

  @Test("A message without fault has no report")
  func nothingWrong() {
    #expect(report(Array(#"["ping",[5],{"a":[1]}]"#.utf8)) == nil)
  }

  @Test(
    "The one line says where, what was expected and what was found, and the reason names the counter",
    arguments: [
      (#"["ping",["five"],{}]"#, .wrongType, #"frame 1, byte 9, args[0]: expected an integer, found "five""#),
      (#"["ping",[5.0],{}]"#, .wrongType, "frame 1, byte 9, args[0]: expected an integer, found 5.0"),
      (#"["ping",[256],{}]"#, .outOfRange, "frame 1, byte 9, args[0]: expected an integer from 0 to 255, found 256"),
      (#"["ping",[0],{}]"#, .outOfRange, "frame 1, byte 9, args[0]: expected a value in the declared range, found 0"),
      (#"["ping",[null],{}]"#, .wrongType, "frame 1, byte 9, args[0]: expected an integer, found null"),
      (
        #"["ping",[[1, {"a":"]"}], 2],{}]"#, .wrongType,
        #"frame 1, byte 9, args[0]: expected an integer, found [1, {"a":"]"}]"#
      ),
      (
        #"["ping",[{"a":1,"a":2}],{}]"#, .duplicateKey,
        #"frame 1, byte 9, args[0]: expected an integer, found {"a":1,"a":2}"#
      ),
      (
        "[\"ping\",[" + String(repeating: "[", count: 65) + String(repeating: "]", count: 65) + "],{}]", .tooDeep,
        "frame 1, byte 9, args[0]: expected an integer, found " + String(repeating: "[", count: 39) + "…"
      ),
      (#"["ping",[],{}]"#, .wrongArguments, "frame 1, byte 9, args: expected another argument, found ]"),
      (#"["ping",[1,2],{}]"#, .wrongArguments, "frame 1, byte 10, args: expected no further argument, found ,"),
      (#"["ping",[5],{"a":1,"a":2}]"#, .duplicateKey, #"frame 1, byte 19, kwargs: expected each key once, found "a""#),
      (#"["ping",[5],{"a":tru}]"#, .notJSON, "frame 1, byte 17, kwargs.a: expected true or false, found tru"),
      (
        #"["ping",[5],{"a":[[[[[[1]]]]]]}]"#, .tooDeep,
        "frame 1, byte 19, kwargs.a[0][0]: expected fewer levels of nesting, found [[[[1]]]]"
      ),
      (
        #"["ping",[5],{"a":"\ud800"}]"#, .notJSON,
        #"frame 1, byte 18, kwargs.a: expected both halves of a surrogate pair, found \ud800"#
      ),
      (#"["ping",[5],"#, .notJSON, "frame 1, byte 12, kwargs: expected a value, found the end of the frame"),
      (#"["ping",[5"#, .notJSON, "frame 1, byte 10, args[0]: expected ',' or ']', found the end of the frame"),
      (#"["ping",[5],{}]x"#, .notJSON, "frame 1, byte 15: expected the end of the text, found x"),
      (
        #"["pong",[5],{}]"#, .unknownType,
        #"frame 1, byte 1, [0]: expected a message type of this socket, found "pong""#
      ),
      (#"[1,[5],{}]"#, .notAMessage, "frame 1, byte 1, [0]: expected a string, found 1"),
      (#"["ping",5,{}]"#, .wrongType, "frame 1, byte 8, args: expected an array, found 5"),
      ("5", .notAMessage, "frame 1, byte 0: expected an array, found 5"),
      ("[]", .notAMessage, "frame 1, byte 0: expected a message, found []"),
      ("", .notJSON, "frame 1, byte 0: expected an array, found the end of the frame"),
      ("hello world", .notJSON, "frame 1, byte 0: expected an array, found hello"),
      (
        "[\"ping\",[\"\u{1B}[2J\u{7}\"],{}]", .notJSON,
        #"frame 1, byte 9, args[0]: expected an integer, found "\u{1B}[2J\u{07}""#
      ),
    ] as [(String, WireError.Reason, String)])
  func lines(text: String, reason: WireError.Reason, line: String) {
    let error = report(Array(text.utf8))
    #expect(error?.description == line)
    #expect(error?.reason == reason)
  }

  @Test("Bytes that are not UTF-8 are shown as numbers")
  func notUTF8() {
    let text = Array(#"["ping",[5],{"a":""#.utf8) + [0xFF, 0xFE] + Array("\"}]".utf8)
    let error = report(text)
    #expect(error?.description == #"frame 1, byte 18, kwargs.a: expected UTF-8, found \xFF\xFE"#)
    #expect(error?.reason == .notUTF8)
    // Also where no text was expected.
    let misplaced = report(Array(#"["ping",[""#.utf8) + [0xFF] + Array(#""],{}]"#.utf8))
    #expect(misplaced?.description == #"frame 1, byte 9, args[0]: expected an integer, found "\xFF""#)
    #expect(misplaced?.reason == .notUTF8)
  }

  @Test("What is long is cut to forty characters", arguments: ["x", "é", "\u{202E}", "\u{1}", "𝄞"])
  func long(character: String) throws {
    let text = "[\"ping\",[\"" + String(repeating: character, count: 1000) + "\"],{}]"
    let error = try #require(report(Array(text.utf8)))
    #expect(error.found.unicodeScalars.count <= 40)
    #expect(error.found.unicodeScalars.count >= 30)
    #expect(error.found.hasSuffix("…"))
  }

  @Test("A path that a peer has made long lacks its middle", arguments: ["k", "\u{202E}", "日本"])
  func deep(key: String) {
    let key = String(repeating: key, count: 100)
    let text = String(repeating: "{\"\(key)\":", count: 300) + "x"
    let limits = CodecLimits(depth: 512)
    let found = fault(in: Array(text.utf8), limits: limits) { reader, bytes throws(JSONFault) in
      try reader.skipValue(in: bytes)
    }
    let error = found.map { WireError($0, frame: 0, in: Array(text.utf8).span) }
    #expect(error?.path.unicodeScalars.count == 200)
    #expect(error?.path.contains("…") == true)
    #expect((error?.description.utf8.count ?? .max) < 1000)
  }

  @Test("The longest name counts, and generated code may say what it expected")
  func naming() {
    let bytes = Array(#"["draw",["pink"],{}]"#.utf8)
    let error = WireError(
      JSONFault(.unknownEnumCase, at: 9), frame: 0, in: bytes.span,
      naming: [([1], "args"), ([1, 0], "colour"), ([1, 0, "x"], "never")], expecting: "red, green or blue")
    #expect(error.description == #"frame 0, byte 9, colour: expected red, green or blue, found "pink""#)
    #expect(error.reason == .unknownCase)
  }

  @Test("Facts that there are none of are left out")
  func sparse() {
    #expect(WireError(.missingDelimiter, expected: "an empty frame").description == "expected an empty frame")
    #expect(
      WireError(.tooManyFrames, frame: 3, expected: "3 frames", found: "4").description
        == "frame 3: expected 3 frames, found 4")
    #expect(WireError(.emptyBody, path: "body", expected: "a frame").description == "body: expected a frame")
  }

  @Test("A counter's name is stable: it is the case's own")
  func counters() {
    for reason in WireError.Reason.allCases { #expect(reason.rawValue == "\(reason)") }
  }

  @Test("Every reason of a fault says what it expected, and no two say the same")
  func expectations() {
    let texts = JSONFault.Reason.allCases.map(\.expectation)
    #expect(texts.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") })
    #expect(Set(texts).count == texts.count)
  }
}
