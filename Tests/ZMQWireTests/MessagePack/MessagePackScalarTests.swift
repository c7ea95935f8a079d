import Testing
import ZMQWire

@Suite struct MessagePackScalarTests {
  @Test("UTF-8 is proved, in strings, keys and whatever is skipped")
  func notUTF8() throws {
    let broken: [UInt8] = [0xA4, 0x61, 0xC3, 0x28, 0x62]
    #expect(unpackingFault(String.self, broken) == MessagePackFault(.notUTF8, at: 2))
    #expect(skippingFault(broken) == MessagePackFault(.notUTF8, at: 2))
    #expect(skippingFault([0x91] + broken) == MessagePackFault(.notUTF8, at: 3))
    #expect(unpackingFault([String: Int].self, [0x81] + broken + [1]) == MessagePackFault(.notUTF8, at: 3))
    // A sequence that only the bytes behind the string would complete.
    #expect(unpackingFault([String].self, [0x92, 0xA1, 0xC3, 0xA0]) == MessagePackFault(.notUTF8, at: 2))
    #expect(try unpacking(String.self, [0xA6] + Array("é𝄞".utf8)) == "é𝄞")
  }

  @Test(
    "A timestamp has the smallest of its three forms, as the specification shows them",
    arguments: [
      ("1970-01-01T00:00:00Z", [0xD6, 0xFF, 0, 0, 0, 0]),
      ("2106-02-07T06:28:15Z", [0xD6, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
      ("2106-02-07T06:28:16Z", [0xD7, 0xFF, 0, 0, 0, 1, 0, 0, 0, 0]),
      ("1970-01-01T00:00:00.000001Z", [0xD7, 0xFF, 0, 0, 0x0F, 0xA0, 0, 0, 0, 0]),
      ("2514-05-30T01:53:03.999999Z", [0xD7, 0xFF, 0xEE, 0x6B, 0x18, 0x63, 0xFF, 0xFF, 0xFF, 0xFF]),
      ("2514-05-30T01:53:04Z", [0xC7, 12, 0xFF, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
      (
        "1969-12-31T23:59:59.5Z",
        [0xC7, 12, 0xFF, 0x1D, 0xCD, 0x65, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
      ),
    ] as [(String, [UInt8])])
  func timestamps(text: String, bytes: [UInt8]) throws {
    let moment = try #require(Timestamp(text))
    #expect(try packed(moment) == bytes)
    #expect(try unpacking(Timestamp.self, bytes) == moment)
  }

  @Test("Every form of a timestamp is read where a larger one than needed was written")
  func longTimestamps() throws {
    let second = try #require(Timestamp("1970-01-01T00:00:01Z"))
    #expect(try unpacking(Timestamp.self, [0xD7, 0xFF, 0, 0, 0, 0, 0, 0, 0, 1]) == second)
    #expect(
      try unpacking(Timestamp.self, [0xC7, 12, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) == second)
    #expect(try unpacking(Timestamp.self, [0xC8, 0, 4, 0xFF, 0, 0, 0, 1]) == second)
  }

  @Test(
    "What is no timestamp, or none that can be held, is refused",
    arguments: [
      // Another type, another length, too many nanoseconds.
      ([0xD6, 5, 0, 0, 0, 0], .expectedPackedTimestamp), ([0xD5, 0xFF, 0, 0], .expectedPackedTimestamp),
      ([0xD7, 0xFF, 0xEE, 0x6B, 0x28, 0, 0, 0, 0, 0], .expectedPackedTimestamp),
      ([0xC7, 12, 0xFF, 0x3B, 0x9A, 0xCA, 0, 0, 0, 0, 0, 0, 0, 0, 0], .expectedPackedTimestamp),
      (Array("\u{B4}2026-01-31T09:30:00Z".utf8).dropFirst() + [], .expectedPackedTimestamp),
      // A nanosecond; the year 10000; what overflows.
      ([0xD7, 0xFF, 0, 0, 0, 4, 0, 0, 0, 0], .outsideTimestamp),
      ([0xC7, 12, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0x3A, 0xFF, 0xF4, 0x41, 0x80], .outsideTimestamp),
      ([0xC7, 12, 0xFF, 0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .outsideTimestamp),
      ([0xC7, 12, 0xFF, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0], .outsideTimestamp),
    ] as [([UInt8], MessagePackFault.Reason)])
  func noTimestamps(bytes: [UInt8], reason: MessagePackFault.Reason) {
    #expect(unpackingFault(Timestamp.self, bytes) == MessagePackFault(reason, at: 0))
  }

  @Test("A hundred thousand moments come back")
  func randomTimestamps() throws {
    var generator = SplitMix(seed: 21)
    let range = Timestamp.earliest.microseconds...Timestamp.latest.microseconds
    for round in 0..<100_000 {
      var microseconds = Int64.random(in: range, using: &generator)
      if round % 3 == 0 { microseconds = microseconds / 1_000_000 * 1_000_000 }
      let moment = try #require(Timestamp(microseconds: microseconds))
      let back = try unpacking(Timestamp.self, try packed(moment))
      if back != moment { Issue.record("\(moment) came back as \(back)") }
    }
  }

  @Test("A UUID is written as text, and read from text or its bytes")
  func uuids() throws {
    let uuid = try #require(UUIDValue("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))
    let text: [UInt8] = [0xD9, 36] + Array(uuid.description.utf8)
    #expect(try packed(uuid) == text)
    #expect(try unpacking(UUIDValue.self, text) == uuid)
    #expect(try unpacking(UUIDValue.self, [0xC4, 16] + uuid.bytes) == uuid)
    #expect(
      unpackingFault(UUIDValue.self, [0xC4, 15] + uuid.bytes.dropLast()) == MessagePackFault(.expectedUUID, at: 0))
    #expect(unpackingFault(UUIDValue.self, [0xA1, 0x78]) == MessagePackFault(.expectedUUID, at: 0))
    #expect(unpackingFault(UUIDValue.self, [5]) == MessagePackFault(.expectedUUID, at: 0))
  }

  @Test("A duration is an integer of seconds or the nearest float, whose shortest text counts")
  func durations() throws {
    #expect(try packed(Duration.seconds(90)) == [90])
    #expect(try packed(Duration.seconds(-1)) == [0xFF])
    for duration in [.milliseconds(2500), .milliseconds(100), .nanoseconds(1), .seconds(-3) - .milliseconds(300)]
      as [Duration]
    {
      let bytes = try packed(duration)
      #expect(bytes[0] == 0xCB)
      #expect(try unpacking(Duration.self, bytes) == duration)
    }
    #expect(try packed(Duration.milliseconds(100)) == packed(0.1))
    #expect(try unpacking(Duration.self, try packed(Float(0.1))) == .milliseconds(100))
    // A third has more digits than a float: what comes back is near it.
    let third = Duration.seconds(1) / 3
    let back = try unpacking(Duration.self, try packed(third))
    #expect(back != third)
    #expect(abs((back - third).attoseconds) < 100)
    #expect(try unpacking(Duration.self, [0xD3, 0x80, 0, 0, 0, 0, 0, 0, 0]) == .seconds(Int64.min))
    #expect(unpackingFault(Duration.self, [0xCF] + Array(repeating: 0xFF, count: 8))?.reason == .outsideDuration)
    #expect(unpackingFault(Duration.self, try packed(Double.nan))?.reason == .outsideDuration)
    #expect(unpackingFault(Duration.self, try packed(1e30))?.reason == .outsideDuration)
    #expect(unpackingFault(Duration.self, [0xA1, 0x31])?.reason == .expectedDuration)
  }

  @Test("A duration that cannot come back is not sent")
  func longestDurations() throws {
    for seconds in [Int64.min, .max] {
      #expect(try unpacking(Duration.self, try packed(Duration.seconds(seconds))) == .seconds(seconds))
      // The nearest float is 2^63, which no reader takes.
      let almost = Duration.seconds(seconds) - .milliseconds(500)
      #expect(throws: UnencodableValue.self) { try packed(almost) }
    }
    for beyond in [Duration(attoseconds: .max), Duration(attoseconds: .min), .seconds(Int64.max) + .seconds(1)] {
      #expect(throws: UnencodableValue.self) { try packed(beyond) }
    }
  }

  @Test("Strings and bytes are told apart; null is nil")
  func kinds() throws {
    #expect(unpackingFault(String.self, [0xC4, 1, 0x78]) == MessagePackFault(.expectedString, at: 0))
    #expect(
      unpackingFault([0xA1, 0x78]) { reader, bytes throws(MessagePackFault) in try reader.readBytes(in: bytes) }
        == MessagePackFault(.expectedBytes, at: 0))
    #expect(try unpacking(Int?.self, [0xC0]) == nil)
    #expect(try unpacking(Int?.self, [0x05]) == 5)
    #expect(try packed(nil as Int?) == [0xC0])
    #expect(try packed(5 as Int?) == [5])
    #expect(try packed(Empty()) == [0xC0])
    #expect(unpackingFault(Empty.self, [0xC2]) == MessagePackFault(.expectedNull, at: 0))
    #expect(try packed(true) == [0xC3])
    #expect(try unpacking(Bool.self, [0xC2]) == false)
    #expect(unpackingFault(Bool.self, [1]) == MessagePackFault(.expectedBool, at: 0))
  }

  @Test("A literal is found in any form, and the cursor stays where it is another")
  func literals() throws {
    let long = "a text of more than thirty-one bytes" as StaticString
    for text in ["key", "\(long)"] {
      let content = Array(text.utf8)
      let size = UInt8(content.count)
      var forms: [[UInt8]] = [[0xD9, size] + content, [0xDA, 0, size] + content, [0xDB, 0, 0, 0, size] + content]
      if size < 32 { forms.append([0xA0 | size] + content) }
      for form in forms {
        var reader = MessagePackReader()
        let isOther = try [reader.string("kez", in: form.span), reader.key("ke", in: form.span)]
        #expect(isOther == [false, false])
        #expect(reader.offset == 0)
        let isSame = try size < 32 ? reader.string("key", in: form.span) : reader.key(long, in: form.span)
        #expect(isSame)
        #expect(reader.offset == form.count)
      }
      var writer = FrameWriter()
      if size < 32 { writer.packKey("key") } else { writer.packKey(long) }
      writer.endFrame()
      #expect(writer.frames[0] == (try packed(text)))
    }
    var reader = MessagePackReader()
    let bytes: [UInt8] = [0xA3, 0x6B, 0x65, 0x79]
    let token = try reader.readToken(in: bytes.span)
    #expect(token.offset == 0)
    let isKey = token.matches("key", in: bytes.span)
    #expect(isKey)
    let fingerprint = token.fingerprint(in: bytes.span)
    #expect(fingerprint == JSONKey.fingerprint(of: "key"))
  }
}
