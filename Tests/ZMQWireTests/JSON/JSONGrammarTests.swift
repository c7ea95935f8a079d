import Testing
import ZMQWire

/// RFC 8259, table by table. Every text is judged twice, by the method that steps over a value and by
/// the one that reads it; they must agree.
@Suite struct JSONGrammarTests {
  @Test(
    "A text that RFC 8259 allows is accepted",
    arguments: [
      // Section 2: any value may be the whole text, blanks may surround every token.
      "null", "true", "false", "0", "\"\"", "[]", "{}", " \t\r\n1 \t\r\n", "[ ]", "{ }", "[\n1\n,\n2\n]",
      "{ \"a\" : 1 , \"b\" : 2 }", "[[],{},[[]]]",
      // Section 4: any string is a key, the empty one too; spellings that differ in bytes are two keys.
      #"{"":0}"#, #"{"a":1,"A":2}"#, "{\"\u{E9}\":1,\"e\u{301}\":2}", #"{"a":{"a":{"a":1}}}"#,
      // Section 6.
      "-0", "-1", "10", "1.5", "0.1", "-0.0", "0e0", "0E+1", "1e-2", "1E400", "123456789012345678901234567890",
      "0.000000000000000000000000000000000001", "1.0e+00",
      // Section 7.
      #""\"\\\/\b\f\n\r\t""#, #""\u0000""#, #""\u00e9\u20AC""#, #""\ud834\udd1e""#, #""\uDBFF\uDFFF""#,
      "\"\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"", "\"\u{2028}\u{2029}\"", "\"/\"",
    ])
  func allowed(text: String) {
    // 1E400 is JSON and no Double, so stepping over is the judge here.
    #expect(fault(in: text) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) } == nil)
    guard text != "1E400" else { return }
    #expect(fault(in: text) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes) } == nil)
  }

  @Test(
    "A text that RFC 8259 forbids is refused, with the reason and the byte",
    arguments: [
      // No value, or more than one.
      ("", .expectedValue, 0), (" ", .expectedValue, 1), ("1 2", .expectedEnd, 2), ("[]]", .expectedEnd, 2),
      ("{}}", .expectedEnd, 2), ("nul", .expectedNull, 0), ("nulL", .expectedNull, 0), ("tru", .expectedBool, 0),
      ("True", .expectedValue, 0), ("truth", .expectedBool, 0), ("nulll", .expectedEnd, 4), ("NaN", .expectedValue, 0),
      ("Infinity", .expectedValue, 0), ("-Infinity", .malformedNumber, 0), ("undefined", .expectedValue, 0),
      ("'a'", .expectedValue, 0), ("// 1", .expectedValue, 0), ("\u{FEFF}1", .expectedValue, 0),
      ("\u{A0}1", .expectedValue, 0),
      ("\u{0B}1", .expectedValue, 0), ("1\u{0C}", .expectedEnd, 1), ("1\u{0}", .expectedEnd, 1),
      // Arrays.
      ("[", .expectedValue, 1), ("[1", .expectedCommaOrEndOfArray, 2), ("[1,", .expectedValue, 3),
      ("[1,]", .expectedValue, 3), ("[,1]", .expectedValue, 1), ("[1,,2]", .expectedValue, 3),
      ("[1 2]", .expectedCommaOrEndOfArray, 3), ("[1}", .expectedCommaOrEndOfArray, 2), ("]", .expectedValue, 0),
      ("[1:2]", .expectedCommaOrEndOfArray, 2),
      // Objects.
      ("{", .expectedKey, 1), (#"{"a"}"#, .expectedColon, 4), (#"{"a":}"#, .expectedValue, 5),
      (#"{"a":1"#, .expectedCommaOrEndOfObject, 6), (#"{"a":1,}"#, .expectedKey, 7), (#"{,"a":1}"#, .expectedKey, 1),
      ("{a:1}", .expectedKey, 1), ("{1:1}", .expectedKey, 1), (#"{"a":1]"#, .expectedCommaOrEndOfObject, 6),
      (#"{"a" 1}"#, .expectedColon, 5), (#"{"a"::1}"#, .expectedValue, 5),
      (#"{"a":1 "b":2}"#, .expectedCommaOrEndOfObject, 7),
      (#"{null:1}"#, .expectedKey, 1), ("}", .expectedValue, 0), (":", .expectedValue, 0),
      // Section 4 wants names to be unique; a receiver that keeps one of the two invents a message.
      (#"{"a":1,"a":2}"#, .duplicateKey, 7), (#"{"a":1,"\u0061":2}"#, .duplicateKey, 7),
      // Numbers.
      ("-", .malformedNumber, 0), ("+1", .expectedValue, 0), ("01", .malformedNumber, 0), ("-01", .malformedNumber, 0),
      ("00", .malformedNumber, 0), (".5", .expectedValue, 0), ("5.", .malformedNumber, 0),
      ("1.e1", .malformedNumber, 0),
      ("1e", .malformedNumber, 0), ("1e+", .malformedNumber, 0), ("1e1.5", .expectedEnd, 3), ("0x10", .expectedEnd, 1),
      ("1_000", .expectedEnd, 1), ("--1", .malformedNumber, 0), ("1-2", .expectedEnd, 1), ("-a", .malformedNumber, 0),
      ("\u{FF11}", .expectedValue, 0),
      // Strings.
      ("\"", .unterminatedString, 1), ("\"abc", .unterminatedString, 4), ("\"a\\\"", .unterminatedString, 4),
      ("\"\\", .malformedEscape, 1), ("\"\\x41\"", .malformedEscape, 1), ("\"\\a\"", .malformedEscape, 1),
      ("\"\\u12\"", .malformedEscape, 1), ("\"\\u12G4\"", .malformedEscape, 1), ("\"\\U0041\"", .malformedEscape, 1),
      ("\"\\'\"", .malformedEscape, 1), ("\"\\u+123\"", .malformedEscape, 1), ("\"a\nb\"", .controlCharacter, 2),
      ("\"\t\"", .controlCharacter, 1), ("\"\u{0}\"", .controlCharacter, 1), ("\"\u{1F}\"", .controlCharacter, 1),
      ("\"\\ud800\"", .loneSurrogate, 1), ("\"\\udc00\"", .loneSurrogate, 1), ("\"\\ud800x\"", .loneSurrogate, 1),
      ("\"\\ud800\\ud800\"", .loneSurrogate, 1), ("\"\\ud800\\n\"", .loneSurrogate, 1),
      ("\"\\udc00\\ud800\"", .loneSurrogate, 1), ("\"\\ud800\\u0041\"", .loneSurrogate, 1),
      ("\"\\ud800\\u00\"", .malformedEscape, 1),
    ] as [(String, JSONFault.Reason, Int)])
  func forbidden(text: String, reason: JSONFault.Reason, offset: Int) {
    let expected = JSONFault(reason, at: offset)
    #expect(fault(in: text) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) } == expected)
    #expect(fault(in: text) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes) } == expected)
  }

  @Test(
    "Bytes that are not UTF-8 are refused at the first byte of the broken sequence",
    arguments: [
      ([0x80], 0), ([0xBF], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xC2], 0), ([0xC2, 0x41], 0),
      ([0x41, 0xFF], 1),
      ([0xE0, 0x9F, 0xBF], 0), ([0xE0, 0xA0], 0), ([0xE2, 0x82, 0x41], 0), ([0xE2, 0x28, 0xA1], 0),
      // A surrogate in UTF-8, as some Java programs write it.
      ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF], 0),
      ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF0, 0x9F, 0x98], 0), ([0xF0, 0x9F, 0x98, 0x41], 0),
      ([0xF0, 0x28, 0x8C, 0xBC], 0),
      // Beyond U+10FFFF.
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xFE], 0),
    ] as [([UInt8], Int)], [0, 1, 7, 8, 20])
  func notUTF8(broken: ([UInt8], Int), before: Int) {
    let quoted = Array("\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: before) + broken.0
    let text = quoted + Array("\"".utf8) + Array(repeating: UInt8(ascii: " "), count: 10)
    let expected = JSONFault(.notUTF8, at: 1 + before + broken.1)
    #expect(fault(in: text) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) } == expected)
    #expect(fault(in: text) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) } == expected)
    let key = Array("{".utf8) + text
    #expect(
      fault(in: key) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes) }
        == JSONFault(.notUTF8, at: 2 + before + broken.1))
  }

  @Test("Of the two-byte sequences, exactly those that the standard library accepts are accepted")
  func everyPairOfBytes() {
    var disagreements: [[UInt8]] = []
    for first in UInt8(0x80)...0xFF {
      for second in UInt8(0x20)...0xFF where second != 0x22 && second != 0x5C {
        let isValid = String(validating: [first, second], as: UTF8.self) != nil
        let quoted: [UInt8] = [0x22, first, second, 0x22]
        let isAccepted = fault(in: quoted) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) } == nil
        if isValid != isAccepted { disagreements.append(quoted) }
      }
    }
    #expect(disagreements.isEmpty)
  }
}
