import Testing
import ZMQWire

/// What a peer may send to cost a receiver time, memory or its life. Each case has a bound on the time its
/// own thread works, which leaves a slow machine much room and which a quadratic reader would miss by far.
@Suite(.serialized) struct JSONHostileTests {
  private func within<Value>(_ limit: Duration, _ body: () throws -> Value) rethrows -> Value {
    let start = ThreadTime.now
    let value = try body()
    #expect(ThreadTime.now - start < limit)
    return value
  }

  private func skipFault(_ text: [UInt8]) -> JSONFault? {
    fault(in: text) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) }
  }

  private func valueFault(_ text: [UInt8]) -> JSONFault? {
    fault(in: text) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes) }
  }

  @Test(
    "Every prefix of a document is refused, by every reader and at the place where it ends",
    arguments: [
      #"["ping",[5,-1.5e+3,true,false,null],{"key\u00e9":"välue \ud834\udd1e","z":[[],{}]}]"#,
      #"{ "a" : [ 1 , 2 ] , "b" : { "c" : "d\\\"" } }"#,
      #"[0.1,[["nested"],{"":{}}],"\u0000"]"#,
    ])
  func prefixes(document: String) {
    let whole = Array(document.utf8)
    #expect(skipFault(whole) == nil)
    for length in 0..<whole.count {
      let prefix = Array(whole[..<length])
      let skipped = skipFault(prefix)
      #expect(skipped != nil)
      #expect(valueFault(prefix) == skipped)
      if let skipped {
        #expect(skipped.offset <= length)
        // The report must stand on broken text as well.
        let report = WireError(skipped, frame: 0, in: prefix.span).description
        #expect(report.hasPrefix("frame 0, byte "))
      }
    }
  }

  @Test("Every prefix of a thousand random documents is refused by every reader, and at the same place")
  func prefixesOfRandomDocuments() throws {
    var generator = SplitMix(seed: 41)
    for _ in 0..<1000 {
      let document = RandomDocument.make(depth: 2, using: &generator)
      let whole = Array(try written { writer throws(UnencodableValue) in try writer.write(document) }.utf8)
      // A prefix of a number is a number.
      guard let first = whole.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else { continue }
      for length in 0..<min(whole.count, 400) {
        let prefix = Array(whole[..<length])
        let skipped = skipFault(prefix)
        if skipped == nil || valueFault(prefix) != skipped {
          Issue.record("\(String(decoding: prefix, as: UTF8.self))")
          return
        }
      }
    }
  }

  @Test("One byte changed anywhere gives a value or a fault within the text, and a report that prints")
  func changedBytes() {
    let whole = Array(#"["ping",[5,-1.5e+3,true,null],{"key\u00e9":"välue","z":[[],{}]}]"#.utf8)
    for index in whole.indices {
      for byte in UInt8.min...UInt8.max {
        var text = whole
        text[index] = byte
        let skipped = skipFault(text)
        #expect(valueFault(text) == skipped)
        guard let skipped else { continue }
        #expect(skipped.offset >= 0 && skipped.offset <= text.count)
        let report = WireError(skipped, frame: 0, in: text.span).description
        #expect(!report.unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
    }
  }

  @Test("Ten thousand levels are refused at the limit", arguments: ["[", "{\"a\":", "[{\"a\":"])
  func levels(opening: String) throws {
    let text = Array(String(repeating: opening, count: 10_000).utf8)
    let fault = within(.seconds(2)) { skipFault(text) }
    #expect(fault?.reason == .tooDeep)
    #expect(valueFault(text) == fault)
    let found = try #require(fault)
    let report = WireError(found, frame: 0, in: text.span)
    #expect(report.reason == .tooDeep)
    // The walk for the path has no limit of its own.
    let path = JSONPath.locate(offset: text.count, in: text.span)
    #expect(path.components.count > 9_999)
  }

  @Test("The deepest limit does not exhaust the stack of a test's thread")
  func deepest() throws {
    let limits = CodecLimits(depth: .max)
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    let value = try reading(text, limits: limits) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes) }
    #expect(try written { writer throws(UnencodableValue) in try writer.write(value) } == text)
  }

  @Test("A number of a million digits is read in bounded time")
  func longNumbers() throws {
    let digits = String(repeating: "7", count: 1_000_000)
    try within(.seconds(5)) {
      #expect(skipFault(Array(digits.utf8)) == nil)
      #expect(valueFault(Array(digits.utf8)) == JSONFault(.outsideDouble, at: 0))
      let small = try reading("0." + digits) { reader, bytes throws(JSONFault) in try reader.readDouble(in: bytes) }
      #expect(small == 0.7777777777777778)
      let duration = try reading("0." + digits) { reader, bytes throws(JSONFault) in try reader.readDuration(in: bytes)
      }
      #expect(duration == Duration(secondsComponent: 0, attosecondsComponent: 777_777_777_777_777_778))
      let huge = "1e" + digits
      #expect(valueFault(Array(huge.utf8)) == JSONFault(.outsideDouble, at: 0))
    }
  }

  @Test("A string of 100 MB is read, and one that never ends is refused")
  func longStrings() throws {
    var text = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000_000)
    text[0] = UInt8(ascii: "\"")
    try within(.seconds(20)) {
      #expect(skipFault(text) == JSONFault(.unterminatedString, at: 100_000_000))
      text[text.count - 1] = UInt8(ascii: "\"")
      #expect(skipFault(text) == nil)
      text[50_000_000] = UInt8(ascii: "\\")
      text[50_000_001] = UInt8(ascii: "n")
      let string = try reading(text) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) }
      #expect(string.utf8.count == 99_999_997)
    }
  }

  @Test("Two million escapes are decoded in bounded time")
  func manyEscapes() throws {
    let text = "\"" + String(repeating: "\\u00e9\\n", count: 1_000_000) + "\""
    let string = try within(.seconds(10)) {
      try reading(text) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) }
    }
    #expect(string.utf8.count == 3_000_000)
  }

  @Test("A million equal keys are refused at the second, a million different ones cost no square")
  func manyKeys() {
    let equal = "{" + String(repeating: "\"a\":1,", count: 1_000_000) + "\"a\":1}"
    #expect(within(.seconds(2)) { skipFault(Array(equal.utf8)) } == JSONFault(.duplicateKey, at: 7))
    var different = Array("{".utf8)
    for index in 0..<1_000_000 { different += Array("\"\(index)\":1,".utf8) }
    let last = different.count
    different += Array("\"77\":1}".utf8)
    #expect(within(.seconds(60)) { skipFault(different) } == JSONFault(.duplicateKey, at: last))
    #expect(within(.seconds(60)) { valueFault(different) } == JSONFault(.duplicateKey, at: last))
  }

  @Test(
    "A key given twice is found however many lie between, in any spelling", arguments: [1, 5, 10, 11, 12, 13, 14, 40])
  func keysBetween(count: Int) {
    let between = (0..<count).map { "\"k\($0)\":0," }.joined()
    for (first, second) in [("\"a\"", "\"a\""), ("\"\\u0061\"", "\"a\""), ("\"a\"", "\"\\u0061\"")] {
      let text = "{\(first):0,\(between)\(second):0}"
      let place = 1 + first.utf8.count + 3 + between.utf8.count
      #expect(skipFault(Array(text.utf8)) == JSONFault(.duplicateKey, at: place))
      #expect(valueFault(Array(text.utf8)) == JSONFault(.duplicateKey, at: place))
    }
    // Two spellings of one letter in Unicode are two keys.
    #expect(skipFault(Array("{\"\u{E9}\":0,\(between)\"e\u{301}\":0}".utf8)) == nil)
  }

  @Test("A literal is compared with a long key in bounded time")
  func longKeys() throws {
    let escapes = String(repeating: "\\u0061", count: 5_000_000)
    let bytes = Array("\"\(escapes)\":1".utf8)
    try within(.seconds(10)) {
      for _ in 0..<10_000 {
        var reader = JSONReader()
        let isConsumed = try reader.key("aaaaaaaaaaaaaaaa", in: bytes.span)
        if isConsumed { Issue.record("a longer key was taken for the literal") }
      }
    }
  }
}
