import Testing
import ZMQWire

@Suite struct DurationTextTests {
  private func duration(_ text: String) throws(JSONFault) -> Duration {
    try reading(text) { reader, bytes throws(JSONFault) in try reader.readDuration(in: bytes) }
  }

  @Test(
    "A duration is a decimal number of seconds, exact and short, and reads back",
    arguments: [
      (.zero, "0"), (.seconds(5), "5"), (.milliseconds(2500), "2.5"), (.microseconds(1), "0.000001"),
      (.nanoseconds(-1), "-0.000000001"),
      (.seconds(-3), "-3"), (.milliseconds(-1500), "-1.5"), (Duration(attoseconds: 1), "0.000000000000000001"),
      (
        Duration(secondsComponent: .max, attosecondsComponent: 999_999_999_999_999_999),
        "9223372036854775807.999999999999999999"
      ),
      (.milliseconds(10_050), "10.05"),
    ] as [(Duration, String)])
  func texts(value: Duration, text: String) throws {
    #expect(DurationText.text(of: value) == text)
    #expect(try written { writer throws(UnencodableValue) in try writer.write(value) } == text)
    #expect(try duration(text) == value)
  }

  @Test("The longest Duration of all has a text")
  func extremes() {
    #expect(DurationText.text(of: Duration(attoseconds: .min)) == "-170141183460469231731.687303715884105728")
    #expect(DurationText.text(of: Duration(attoseconds: .max)) == "170141183460469231731.687303715884105727")
  }

  @Test(
    "A duration is read as other languages write numbers, and rounded beyond the attosecond",
    arguments: [
      ("2.5", .milliseconds(2500)), ("2.50", .milliseconds(2500)), (" 1e-3 ", .milliseconds(1)), ("1E2", .seconds(100)),
      ("-0", .zero),
      ("-0.0", .zero), ("0e99999999999999999999", .zero), ("1.5e+1", .seconds(15)), ("1e-400", .zero),
      ("5e-19", Duration(attoseconds: 1)),
      ("4e-19", .zero), ("0.00000000000000000049", .zero), ("-5e-19", Duration(attoseconds: -1)),
      ("9.9999999999999999999", .seconds(10)),
      ("1.2345678901234567e-05", Duration(attoseconds: 12_345_678_901_235)), ("0.1", .milliseconds(100)),
      ("12345678901234567890123e-20", Duration(secondsComponent: 123, attosecondsComponent: 456_789_012_345_678_901)),
    ] as [(String, Duration)])
  func otherSpellings(text: String, expected: Duration) throws {
    #expect(try duration(text) == expected)
  }

  @Test(
    "More seconds than Int64 counts are refused",
    arguments: [
      "9223372036854775808", "-9223372036854775809", "9999999999999999999", "1e19", "1e400", "1e999999999999999999",
    ])
  func tooLong(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readDuration(in: bytes) }
        == JSONFault(.outsideDuration, at: 0))
  }

  @Test(
    "The longest that is read is the longest that is written",
    arguments: [
      Duration(secondsComponent: .max, attosecondsComponent: 999_999_999_999_999_999),
      Duration(secondsComponent: .min, attosecondsComponent: -999_999_999_999_999_999), .seconds(Int64.min),
    ])
  func longest(value: Duration) throws {
    let text = try written { json throws(UnencodableValue) in try json.write([value]) }
    #expect(try duration(String(text.dropFirst().dropLast())) == value)
  }

  @Test(
    "What nobody reads is not written",
    arguments: [
      Duration(attoseconds: 9_223_372_036_854_775_808_000_000_000_000_000_000),
      Duration(attoseconds: -9_223_372_036_854_775_809_000_000_000_000_000_000), Duration(attoseconds: .max),
      Duration(attoseconds: .min),
    ])
  func unencodable(value: Duration) {
    let error = #expect(throws: UnencodableValue.self) {
      try written { json throws(UnencodableValue) in try json.write([value]) }
    }
    let text = DurationText.text(of: value)
    #expect(
      error?.description.hasPrefix(
        "duration: expected a duration whose whole seconds fit in 64 bits, found \(text.prefix(30))") == true)
  }

  @Test("What is no number is no duration", arguments: ["\"2.5\"", "null", "", "\"PT2S\"", "[1]"])
  func otherKinds(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readDuration(in: bytes) }
        == JSONFault(.expectedDuration, at: 0))
  }

  @Test("Random durations survive")
  func roundTrips() throws {
    var generator = SplitMix(seed: 11)
    for _ in 0..<5_000 {
      let seconds = Int64(bitPattern: generator.next()) >> Int64.random(in: 0..<63, using: &generator)
      let attoseconds =
        Int128(seconds) * 1_000_000_000_000_000_000 + Int128(generator.next() % 1_000_000_000_000_000_000)
      let value = Duration(attoseconds: attoseconds)
      #expect(try duration(DurationText.text(of: value)) == value)
    }
  }
}
