import Testing
import ZMQWire

/// The whole line is the expected value.
@Suite struct MessagePackErrorTests {
  /// Reads `["ping", [count], {label?}]` as generated code does.
  private func report(_ bytes: [UInt8]) -> WireError? {
    var body = BodyReader(StoredFrames([[], bytes]))
    body.go(to: 1)
    do throws(WireError) {
      _ = try body.readMessagePack(naming: [([1], "args"), ([2], "kwargs"), ([1, 0], "count")]) {
        reader, bytes throws(MessagePackFault) -> (UInt8, String?) in
        try reader.firstElement(in: bytes)
        try reader.type("ping", in: bytes)
        try reader.nextElement(in: bytes)
        try reader.firstElement(in: bytes)
        let start = reader.offset
        let count = try reader.readInt(as: UInt8.self, in: bytes)
        if count == 0 { throw reader.refusal(.valueOutOfRange, from: start, expecting: "at least 1", in: bytes) }
        try reader.endElements(in: bytes)
        try reader.nextElement(in: bytes)
        var given = GivenFields()
        var label: String?
        var more = try reader.beginObject(in: bytes)
        while more {
          _ = try reader.readField(of: ["label"], noting: &given, in: bytes)
          label = try reader.readString(in: bytes)
          more = try reader.memberFollows(in: bytes)
        }
        label = try reader.required(member: "label", label)
        try reader.endElements(in: bytes)
        return (count, label)
      }
      return nil
    } catch {
      return error
    }
  }

  private static let ping: [UInt8] = [0x93, 0xA4] + Array("ping".utf8)
  private static let label: [UInt8] = [0x81, 0xA5] + Array("label".utf8)

  @Test("A message without fault has no report")
  func nothingWrong() {
    #expect(report(Self.ping + [0x91, 5] + Self.label + [0xA1, 0x78]) == nil)
  }

  @Test(
    "The one line says where, what was expected and what was found, and the reason names the counter",
    arguments: [
      (
        ping + [0x91, 0xA4] + Array("five".utf8), .wrongType,
        #"frame 1, byte 7, count: expected an integer, found "five""#
      ),
      (ping + [0x91, 0xC0, 0x80], .wrongType, "frame 1, byte 7, count: expected an integer, found nil"),
      (
        ping + [0x91, 0xCD, 1, 0, 0x80], .outOfRange,
        "frame 1, byte 7, count: expected an integer from 0 to 255, found 256"
      ),
      (ping + [0x91, 0, 0x80], .outOfRange, "frame 1, byte 7, count: expected at least 1, found 0"),
      (ping + [0x91, 0x92, 1, 2], .wrongType, "frame 1, byte 7, count: expected an integer, found an array of 2"),
      (
        ping + [0x91, 0x82, 1, 1, 1, 1], .duplicateKey, "frame 1, byte 7, count: expected an integer, found a map of 2"
      ),
      (
        ping + [0x91, 0xD4, 5, 0], .wrongType,
        "frame 1, byte 7, count: expected an integer, found an extension of type 5"
      ),
      (
        ping + [0x91, 0xC1], .notMessagePack,
        "frame 1, byte 7, count: expected a format of MessagePack, found the byte 0xC1"
      ),
      (
        ping + [0x91, 0xCD, 1], .notMessagePack,
        #"frame 1, byte 7, count: expected no more than the frame holds, found "\xCD\u{01}""#
      ),
      (
        ping + [0x91], .notMessagePack,
        "frame 1, byte 6, args: expected no more than the frame holds, found an array of 1"
      ),
      (ping + [0x90, 0x80], .wrongArguments, "frame 1, byte 7, args: expected another argument"),
      (ping + [0x92, 5, 6, 0x80], .wrongArguments, "frame 1, byte 8, args[1]: expected no further argument, found 6"),
      (ping + [0x91, 5, 0x80], .missingMember, "frame 1, byte 9, kwargs: expected the member `label`"),
      (
        ping + [0x91, 5, 0x81, 0xA1, 0x62, 1], .unknownMember,
        #"frame 1, byte 9, kwargs: expected a declared member, found "b""#
      ),
      (ping + [0x91, 5] + label + [5], .wrongType, "frame 1, byte 15, kwargs.label: expected a string, found 5"),
      (
        ping + [0x91, 5] + label + [0xA2, 0x78, 0xFF], .notUTF8,
        #"frame 1, byte 17, kwargs.label: expected UTF-8, found \xFF"#
      ),
      (
        ping + [0x91, 5, 0x82] + label.dropFirst() + [0xA0] + label.dropFirst() + [0xA0], .duplicateKey,
        #"frame 1, byte 16, kwargs: expected each key once, found "label""#
      ),
      (ping + [0x91, 5, 0x81, 5, 5], .wrongType, "frame 1, byte 9, kwargs: expected a string as key, found 5"),
      (
        [0x93, 0xA4] + Array("pong".utf8) + [0x90, 0x80], .unknownType,
        #"frame 1, byte 1, [0]: expected a message type of this socket, found "pong""#
      ),
      ([0x93, 1, 0x90, 0x80], .notAMessage, "frame 1, byte 1, [0]: expected a string, found 1"),
      ([5], .notAMessage, "frame 1, byte 0: expected an array, found 5"),
      ([], .notMessagePack, "frame 1, byte 0: expected an array, found the end of the frame"),
      (
        ping + [0x91, 5] + label + [0xA1, 0x78, 0xC0], .notMessagePack,
        "frame 1, byte 17: expected the end of the frame, found nil"
      ),
    ] as [([UInt8], WireError.Reason, String)])
  func lines(bytes: [UInt8], reason: WireError.Reason, line: String) {
    let error = report(bytes)
    #expect(error?.description == line)
    #expect(error?.reason == reason)
  }

  @Test("A record that ends together with others is told from them where one of its members is missing")
  func nestedEnds() throws {
    // {"a": {"b": {"c": 1}}}: who lacks a member is the record around `c`'s, not the innermost.
    let bytes: [UInt8] = [0x81, 0xA1, 0x61, 0x81, 0xA1, 0x62, 0x81, 0xA1, 0x63, 1]
    for (depth, path) in [(0, "expected"), (1, "a: expected"), (2, "a.b: expected")] {
      let fault = unpackingFault(bytes) { reader, bytes throws(MessagePackFault) in
        for _ in 0..<3 {
          _ = try reader.beginObject(in: bytes)
          _ = try reader.readKey(in: bytes)
        }
        try reader.skipValue(in: bytes)
        for _ in depth..<3 { _ = try reader.memberFollows(in: bytes) }
        let missing: Int? = nil
        _ = try reader.required(member: "d", missing)
      }
      let error = WireError(try #require(fault), frame: 0, in: bytes.span)
      #expect(error.description.hasPrefix("frame 0, byte 10\(depth == 0 ? ": " : ", ")\(path)"))
    }
  }
}
