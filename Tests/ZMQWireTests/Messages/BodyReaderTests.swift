import Testing
import ZMQWire

/// Every method of the cursor over frames, against what `FrameWriter` writes and against bytes that nobody writes.
@Suite struct BodyReaderTests {
  /// The line of the error that reading these frames ends with; nil where it does not.
  private func line(
    _ frames: [[UInt8]], behind envelope: Int = 0,
    _ read: (inout BodyReader<EnvelopedFrames>) throws(WireError) -> Void
  ) -> String? {
    var body = BodyReader(EnvelopedFrames(frames: StoredFrames(frames), envelopeFrameCount: envelope))
    do throws(WireError) {
      try read(&body)
      return nil
    } catch {
      return "\(error.reason.rawValue): \(error)"
    }
  }

  @Test("Integers of every width and both orders come back, and wider ones are refused where they do not fit")
  func integers() throws {
    func check<Number: WireInteger & Comparable>(_ type: Number.Type) throws {
      for number in [Number.min, Number.max, 0, 1, 42] {
        for order in [ByteOrder.bigEndian, .littleEndian] {
          var writer = FrameWriter()
          writer.integer(number, order)
          writer.endFrame()
          let frame = writer.frames[0]
          #expect(frame.count == MemoryLayout<Number>.size)
          let highest = order == .bigEndian ? frame.first : frame.last
          #expect(highest == UInt8(truncatingIfNeeded: number >> Number(Number.bitWidth - 8)))
          var body = BodyReader(StoredFrames([frame]))
          let back: Number = try body.readInteger(type, "n", order)
          #expect(back == number)
          try body.endFrame()
          var constant = BodyReader(StoredFrames([frame]))
          try constant.constant(number, order)
          try constant.endFrame()
          for cut in 0..<frame.count {
            let found = line([Array(frame[..<cut])]) { body throws(WireError) in
              let _: Number = try body.readInteger(type, "n", order)
            }
            let size = "\(frame.count) byte\(frame.count == 1 ? "" : "s")"
            #expect(
              found
                == "wrongLength: frame 0, byte 0, n: expected an integer of \(size), found \(cut) byte\(cut == 1 ? "" : "s")"
            )
          }
        }
      }
    }
    try check(UInt8.self)
    try check(Int8.self)
    try check(UInt16.self)
    try check(Int16.self)
    try check(UInt32.self)
    try check(Int32.self)
    try check(UInt64.self)
    try check(Int64.self)
    let wide = line([[0, 0, 1, 0]]) { body throws(WireError) in
      let _: UInt8 = try body.readInteger(UInt32.self, "level")
    }
    #expect(wide == "outOfRange: frame 0, byte 0, level: expected an integer from 0 to 255, found 256")
    var writer = FrameWriter()
    #expect(throws: UnencodableValue.self) { try writer.integer(256, as: UInt8.self, "level") }
  }

  @Test(
    "The number of frames is demanded exactly, as a range, or at least",
    arguments: [
      (
        0, "emptyBody: expected 2 body frames, found 0 body frames",
        "emptyBody: expected 2 to 3 body frames, found 0 body frames"
      ),
      (
        1, "tooFewFrames: expected 2 body frames, found 1 body frame",
        "tooFewFrames: expected 2 to 3 body frames, found 1 body frame"
      ),
      (2, nil, nil), (3, "tooManyFrames: expected 2 body frames, found 3 body frames", nil),
      (
        4, "tooManyFrames: expected 2 body frames, found 4 body frames",
        "tooManyFrames: expected 2 to 3 body frames, found 4 body frames"
      ),
    ] as [(Int, String?, String?)])
  func counts(count: Int, exactly: String?, range: String?) {
    let frames = Array(repeating: [] as [UInt8], count: count)
    #expect(line(frames) { body throws(WireError) in try body.expect(frames: 2) } == exactly)
    #expect(line(frames) { body throws(WireError) in try body.expect(frames: 2...3) } == range)
    let least = line(frames) { body throws(WireError) in try body.expect(frames: 2...) }
    #expect((least == nil) == (count >= 2))
    #expect(line(frames) { body throws(WireError) in try body.expect(frames: 1) } == nil || count != 1)
  }

  @Test("Constants and types are told apart from others of any length, in the frames that an envelope precedes")
  func constants() {
    let mdp = Array("MDPW01".utf8)
    let read: (inout BodyReader<EnvelopedFrames>) throws(WireError) -> Void = { body throws(WireError) in
      try body.constant("MDPW01")
      try body.endFrame()
      try body.type(2 as UInt8)
      try body.endFrame()
    }
    #expect(line([mdp, [2]], read) == nil)
    #expect(
      line([mdp + [0x21], [2]], behind: 2, read)
        == #"wrongConstant: frame 2, byte 6: expected the end of the frame, found "!""#)
    #expect(
      line([Array("MDPC01".utf8), [2]], read) == #"wrongConstant: frame 0, byte 0: expected "MDPW01", found "MDPC01""#)
    #expect(
      line([[], [2]], read) == #"wrongConstant: frame 0, byte 0: expected "MDPW01", found the end of the frame"#)
    #expect(line([mdp, [3]], behind: 2, read) == "unknownType: frame 3, byte 0: expected 0x02, found 0x03")
    #expect(
      line([mdp, [2, 7]], read) == #"unknownType: frame 1, byte 1: expected the end of the frame, found "\u{07}""#)
    #expect(line([mdp], read) == "tooFewFrames: expected another body frame, found 1 body frame")
    #expect(
      line([[6] + mdp]) { body throws(WireError) in
        try body.constant("MDPW01", length: UInt8.self)
        try body.endFrame()
      } == nil)
    #expect(
      line([[5] + mdp]) { body throws(WireError) in try body.type("MDPW01", length: UInt8.self) }
        == "unknownType: frame 0, byte 0: expected 0x06, found 0x05")
  }

  @Test("Texts, bytes and routing ids to the end of the frame or behind a length of any width come back")
  func lengths() throws {
    let text = "häuser"
    var writer = FrameWriter()
    writer.text(text)
    writer.endFrame()
    try writer.text(text, length: UInt8.self, "t")
    try writer.text(text, length: UInt16.self, "t")
    try writer.text(text, length: UInt32.self, "t")
    try writer.bytes([1, 2], length: UInt8.self, "b")
    writer.bytes([3])
    writer.endFrame()
    writer.bytes([9, 8])
    writer.endFrame()
    var body = BodyReader(StoredFrames(writer.frames))
    try body.expect(frames: 3)
    #expect(try body.readText("t") == text)
    try body.endFrame()
    #expect(try body.readText(length: UInt8.self, "t") == text)
    #expect(try body.readText(length: UInt16.self, "t") == text)
    #expect(try body.readText(length: UInt32.self, "t") == text)
    #expect(try body.readRoutingID(length: UInt8.self, "b").bytes == [1, 2])
    #expect(try body.readBytes("b") == [3])
    try body.endFrame()
    #expect(try body.readRoutingID("r").bytes == [9, 8])
    try body.endFrame()
    #expect(throws: UnencodableValue.self) {
      var writer = FrameWriter()
      try writer.text(String(repeating: "x", count: 256), length: UInt8.self, "t")
    }
  }

  @Test("A length beyond the frame is refused, and no memory is taken for it")
  func lies() {
    #expect(
      line([[0xFF, 0xFF, 0xFF, 0xFF, 0x78]]) { body throws(WireError) in
        _ = try body.readBytes(length: UInt32.self, "data")
      } == "wrongLength: frame 0, byte 0, data: expected 4294967295 bytes behind this length, found 1 bytes")
    #expect(
      line([[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]]) { body throws(WireError) in
        _ = try body.readText(length: UInt64.self, "text")
      } == "wrongLength: frame 0, byte 0, text: expected 18446744073709551615 bytes behind this length, found 0 bytes")
    #expect(
      line([[0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1, 0x78]]) { body throws(WireError) in
        _ = try body.readStrings("tags")
      } == "wrongLength: frame 0, byte 9, tags[1]: expected an integer of 4 bytes, found 0 bytes")
    #expect(
      line([[0xFF, 0xFF, 0xFF, 0xFF]]) { body throws(WireError) in try body.skipDictionary() }
        == "wrongLength: frame 0, byte 4: expected an integer of 1 byte, found 0 bytes")
    #expect(
      line([[0xFF, 0xFF, 0xFF, 0xFF]]) { body throws(WireError) in try body.skipStrings() }
        == "wrongLength: frame 0, byte 4: expected an integer of 4 bytes, found 0 bytes")
  }

  @Test("Lists and dictionaries of texts come back, and every prefix of them is refused")
  func collections() throws {
    let tags = ["", "a", "ß"]
    let members = ["b": "1", "a": "", "é": "zwei"]
    var writer = FrameWriter()
    try writer.strings(tags, "tags")
    try writer.dictionary(members, "members")
    writer.endFrame()
    let frame = writer.frames[0]
    let read: (inout BodyReader<EnvelopedFrames>) throws(WireError) -> Void = { body throws(WireError) in
      guard try body.readStrings("tags") == tags, try body.readDictionary("members") == members else {
        throw WireError(.notAMessage, expected: "what was written")
      }
      try body.endFrame()
    }
    #expect(line([frame], read) == nil)
    for cut in 0..<frame.count {
      #expect(line([Array(frame[..<cut])], read)?.hasPrefix("wrongLength: frame 0, byte ") == true)
    }
    #expect(
      line([frame + [1]], read)
        == #"wrongLength: frame 0, byte \#(frame.count): expected the end of the frame, found "\u{01}""#)
    let skip: (inout BodyReader<EnvelopedFrames>) throws(WireError) -> Void = { body throws(WireError) in
      try body.skipStrings()
      try body.skipDictionary()
      try body.endFrame()
    }
    #expect(line([frame], skip) == nil)
    for cut in 0..<frame.count { #expect(line([Array(frame[..<cut])], skip) != nil) }
    // The keys are in the order of their code points.
    #expect(frame.firstIndex(of: UInt8(ascii: "b")).map { frame[..<$0].last } == 1)
    let twice: [UInt8] = [0, 0, 0, 2, 1, 0x61, 0, 0, 0, 0, 1, 0x61, 0, 0, 0, 0]
    #expect(
      line([twice]) { body throws(WireError) in _ = try body.readDictionary("members") }
        == #"duplicateKey: frame 0, byte 11, members[1]: expected each key once, found "a""#)
  }

  @Test("What is not UTF-8 is refused at its first broken byte")
  func notUTF8() {
    #expect(
      line([[0x61, 0xC3, 0x28]]) { body throws(WireError) in _ = try body.readText("city") }
        == #"notUTF8: frame 0, byte 1, city: expected UTF-8, found "\xC3(""#)
    // A sequence that only the bytes behind the text would complete.
    #expect(
      line([[1, 0xC3, 0xA9]]) { body throws(WireError) in _ = try body.readText(length: UInt8.self, "city") }
        == #"notUTF8: frame 0, byte 1, city: expected UTF-8, found "é""#)
  }

  @Test("Frames of a list end before those that are for something else, and each error names its element")
  func frameLists() throws {
    var body = BodyReader(StoredFrames([[1], [2], [3], [9]]))
    let list = try body.readFrames(before: 1) { body throws(WireError) in
      try body.readInteger(UInt8.self, "n") as Int
    }
    #expect(list == [1, 2, 3])
    #expect(!body.hasFrame(before: 1) && body.hasFrame(before: 0))
    #expect(try body.readBytes("rest") == [9])
    try body.endFrame()
    #expect(
      line([[1], [2, 0]]) { body throws(WireError) in
        _ = try body.readFrames(before: 0) { body throws(WireError) in try body.readInteger(UInt8.self, "n") as Int }
      } == #"wrongLength: frame 1, byte 1: expected the end of the frame, found "\u{00}""#)
    #expect(
      line([[1], []]) { body throws(WireError) in
        _ = try body.readFrames(before: 0) { body throws(WireError) in try body.readInteger(UInt8.self, "n") as Int }
      } == "wrongLength: frame 1, byte 0, n[1]: expected an integer of 1 byte, found 0 bytes")
    #expect(
      line([[0, 1, 0, 2, 3]]) { body throws(WireError) in
        _ = try body.readItems { body throws(WireError) in try body.readInteger(UInt16.self, "n") as Int }
      } == "wrongLength: frame 0, byte 4, n[2]: expected an integer of 2 bytes, found 1 byte")
    var items = BodyReader(StoredFrames([[0, 1, 0, 2]]))
    #expect(try items.readItems { body throws(WireError) in try body.readInteger(UInt16.self, "n") as Int } == [1, 2])
    // An element without bytes would go on for ever.
    var empty = BodyReader(StoredFrames([[1]]))
    #expect(try empty.readItems { _ throws(WireError) in 0 } == [0])
  }

  @Test("A missing frame, one that is not empty, and one too many are refused with their place")
  func missing() {
    #expect(
      line([]) { body throws(WireError) in _ = try body.readText("city") }
        == "emptyBody: expected a body frame for city, found 0 body frames")
    #expect(
      line([[]]) { body throws(WireError) in
        try body.empty()
        try body.endFrame()
        _ = try body.readText("city")
      } == "tooFewFrames: expected a body frame for city, found 1 body frame")
    #expect(
      line([[0]]) { body throws(WireError) in try body.empty() }
        == #"wrongLength: frame 0, byte 0: expected an empty frame, found "\u{00}""#)
    #expect(
      line([[]]) { body throws(WireError) in
        try body.endFrame()
        try body.endFrame()
      } == "tooFewFrames: expected another body frame, found 1 body frame")
  }

  @Test("Values with a text of their own, UUIDs as bytes, and constraints say what was expected")
  func values() {
    let uuid = UUIDValue(high: 1, low: 2)
    #expect(
      line([Array(uuid.description.utf8), uuid.bytes]) { body throws(WireError) in
        let texts = try body.readValue("id", expecting: "a UUID") { UUIDValue($0) }
        try body.endFrame()
        guard texts == uuid, try body.readUUIDBytes("id") == uuid else {
          throw WireError(.notAMessage, expected: "what was written")
        }
        try body.endFrame()
      } == nil)
    #expect(
      line([Array("x".utf8)]) { body throws(WireError) in
        _ = try body.readValue("id", expecting: "a UUID") { UUIDValue($0) }
      } == #"wrongType: frame 0, byte 0, id: expected a UUID, found "x""#)
    #expect(
      line([[1, 0x78]]) { body throws(WireError) in
        _ = try body.readValue(length: UInt8.self, "id", expecting: "a UUID") { UUIDValue($0) }
      } == #"wrongType: frame 0, byte 0, id: expected a UUID, found "\u{01}x""#)
    #expect(
      line([[1, 2]]) { body throws(WireError) in _ = try body.readUUIDBytes("id") }
        == "wrongLength: frame 0, byte 0, id: expected 16 bytes, found 2 bytes")
    #expect(
      line([[0, 7]]) { body throws(WireError) in
        let _: Int = try body.readInteger(UInt8.self, "a")
        let level: Int = try body.readInteger(UInt8.self, "level")
        throw body.refusal(.outOfRange, "level", expected: "at most 5", found: "\(level)")
      } == "outOfRange: frame 0, byte 1, level: expected at most 5, found 7")
  }

  @Test("Looking for the message type: tokens, constants that are the whole frame, other frames")
  func looking() throws {
    var body = BodyReader(StoredFrames([Array("READY".utf8), [2] + Array("hi".utf8) + [0, 0, 1]]))
    #expect(body.frameCount == 2)
    let token = try body.readToken()
    #expect(body.matches(token, "READY") && !body.matches(token, "READ") && !body.matches(token, "READY!"))
    #expect(body.fingerprint(of: token) == JSONKey.fingerprint(of: "READY"))
    #expect(body.unknownType().description.hasPrefix("frame 0, byte 0: expected a message type of this socket"))
    let readings = [body.isConstant("READY"), body.isConstant("READ"), body.isConstant(5 as UInt8)]
    #expect(readings == [true, false, false])
    body.go(to: 1)
    let inner = try body.readToken(length: UInt8.self)
    #expect(body.matches(inner, "hi"))
    try body.skip(UInt16.self)
    try body.skip(UInt8.self)
    try body.endFrame()
    body.go(to: 1)
    try body.skip(length: UInt8.self)
    #expect(try body.readInteger(UInt16.self, "n") as Int == 0)
    var number = BodyReader(StoredFrames([[1, 0]]))
    let numbers = [number.isConstant(256 as UInt16), number.isConstant(1 as UInt16, .littleEndian)]
    #expect(numbers == [true, true])
    number.go(to: 7)
    let beyond = [number.isConstant(0 as UInt8), number.isConstant("")]
    #expect(beyond == [false, true])
  }

  @Test("JSON and MessagePack as whole frames are placed by element and by name")
  func trees() {
    let frames = [Array(#"{"x":1}"#.utf8), Array(#"{"x":"#.utf8)]
    #expect(
      line(frames, behind: 1) { body throws(WireError) in
        _ = try body.readFrames(before: 0) { body throws(WireError) in
          try body.readJSON(naming: [([], "points")]) { reader, bytes throws(JSONFault) in
            try reader.readValue(in: bytes)
          }
        }
      } == "notJSON: frame 2, byte 5, points[1].x: expected a value, found the end of the frame")
    #expect(
      line([[0x81, 0xA1, 0x78, 1], [0x81, 0xA1, 0x78, 0xC1]], behind: 1) { body throws(WireError) in
        _ = try body.readFrames(before: 0) { body throws(WireError) in
          try body.readMessagePack(naming: [([], "points")]) { reader, bytes throws(MessagePackFault) in
            try reader.readValue(in: bytes)
          }
        }
      } == "notMessagePack: frame 2, byte 3, points[1].x: expected a format of MessagePack, found the byte 0xC1")
  }
}

/// Frames of which some are said to stand in front.
private struct EnvelopedFrames: BodyFrames {
  let frames: StoredFrames
  let envelopeFrameCount: Int
  var bodyFrameCount: Int { frames.bodyFrameCount }
  func bodyFrame(_ index: Int) -> UnsafeBufferPointer<UInt8> { frames.bodyFrame(index) }
}
