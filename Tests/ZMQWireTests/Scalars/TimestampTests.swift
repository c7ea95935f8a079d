import Testing
import ZMQWire

@Suite struct TimestampTests {
  @Test(
    "A text of RFC 3339 is the moment it names, and that moment's text is canonical",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
      ("1970-01-01T00:00:00.000001Z", 1, "1970-01-01T00:00:00.000001Z"),
      ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
      ("2026-01-31T09:30:00.25Z", 1_769_851_800_250_000, "2026-01-31T09:30:00.250000Z"),
      ("2026-01-31t09:30:00.250000000z", 1_769_851_800_250_000, "2026-01-31T09:30:00.250000Z"),
      ("0001-01-01T00:00:00Z", -62_135_596_800_000_000, "0001-01-01T00:00:00Z"),
      ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
      ("2000-02-29T12:00:00Z", 951_825_600_000_000, "2000-02-29T12:00:00Z"),
      ("2024-02-29T00:00:00+00:00", 1_709_164_800_000_000, "2024-02-29T00:00:00Z"),
      // The examples of section 5.8.
      ("1985-04-12T23:20:50.52Z", 482_196_050_520_000, "1985-04-12T23:20:50.520000Z"),
      ("1996-12-19T16:39:57-08:00", 851_042_397_000_000, "1996-12-20T00:39:57Z"),
      ("1937-01-01T12:00:27.87+00:20", -1_041_337_172_130_000, "1937-01-01T11:40:27.870000Z"),
      ("1996-12-20T00:39:57-00:00", 851_042_397_000_000, "1996-12-20T00:39:57Z"),
    ])
  func texts(text: String, microseconds: Int64, canonical: String) throws {
    let timestamp = try #require(Timestamp(text))
    #expect(timestamp.microseconds == microseconds)
    #expect(timestamp.description == canonical)
    #expect(Timestamp(canonical) == timestamp)
  }

  @Test(
    "What RFC 3339 does not allow is no timestamp",
    arguments: [
      "", "2026-01-31", "2026-01-31T09:30:00", "2026-01-31 09:30:00Z", "2026-1-31T09:30:00Z", "2026-01-31T09:30Z",
      "2026-00-31T09:30:00Z",
      "2026-13-01T09:30:00Z", "2026-02-29T09:30:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
      "2026-01-00T00:00:00Z",
      "2026-01-32T00:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T09:60:00Z", "2026-01-31T09:30:61Z",
      "2026-01-31T09:30:00.Z",
      "2026-01-31T09:30:00,5Z", "2026-01-31T09:30:00+1:00", "2026-01-31T09:30:00+0100", "2026-01-31T09:30:00+24:00",
      "2026-01-31T09:30:00+01:60", "2026-01-31T09:30:00Zx", "2026-01-31T09:30:00 Z", "+2026-01-31T09:30:00Z",
      "2026/01/31T09:30:00Z",
      "20260131T093000Z....", "2026-01-31T09:30:00.5", "2026-01-31T09:30:00+", "2026-01-3xT09:30:00Z",
      "2026-01-31T09:30:00+01:0",
    ])
  func malformed(text: String) {
    #expect(Timestamp(text) == nil)
    #expect(
      fault(in: "\"\(text)\"") { reader, bytes throws(JSONFault) in try reader.readTimestamp(in: bytes) }
        == JSONFault(.expectedTimestamp, at: 0))
  }

  @Test(
    "A moment that cannot be held exactly is refused as such",
    arguments: [
      "0000-12-31T23:59:59Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2026-01-31T09:30:00.1234567Z",
      "2016-12-31T23:59:60Z",
    ])
  func outOfRange(text: String) {
    #expect(Timestamp(text) == nil)
    #expect(
      fault(in: "\"\(text)\"") { reader, bytes throws(JSONFault) in try reader.readTimestamp(in: bytes) }
        == JSONFault(.outsideTimestamp, at: 0))
  }

  @Test("Every day of the years 0001 to 9999 follows the one before")
  func everyDay() throws {
    // The calendar counted by hand, year by year and month by month.
    var microseconds = Timestamp.earliest.microseconds
    for year in 1...9999 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, days) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in [1, days] {
          let text = padded(year, 4) + "-" + padded(month + 1, 2) + "-" + padded(day, 2) + "T00:00:00Z"
          let moment = try #require(Timestamp(microseconds: microseconds + Int64(day - 1) * 86_400_000_000))
          guard moment.description == text, Timestamp(text) == moment else {
            Issue.record("\(text) is \(moment)")
            return
          }
        }
        microseconds += Int64(days) * 86_400_000_000
      }
    }
    #expect(microseconds - 1 == Timestamp.latest.microseconds)
  }

  private func padded(_ value: Int, _ digits: Int) -> String {
    String(repeating: "0", count: max(digits - "\(value)".count, 0)) + "\(value)"
  }

  @Test("Random moments survive as text and in JSON")
  func roundTrips() throws {
    var generator = SplitMix(seed: 10)
    for _ in 0..<5_000 {
      let range = Timestamp.earliest.microseconds...Timestamp.latest.microseconds
      let moment = try #require(Timestamp(microseconds: Int64.random(in: range, using: &generator)))
      #expect(Timestamp(moment.description) == moment)
      let text = try written { writer in writer.write(moment) }
      #expect(text == "\"\(moment)\"")
      #expect(try reading(text) { reader, bytes throws(JSONFault) in try reader.readTimestamp(in: bytes) } == moment)
    }
  }

  @Test("The ends of the range are the ends")
  func limits() {
    #expect(Timestamp(microseconds: Timestamp.earliest.microseconds - 1) == nil)
    #expect(Timestamp(microseconds: Timestamp.latest.microseconds + 1) == nil)
    #expect(Timestamp(microseconds: .min) == nil)
    #expect(Timestamp(microseconds: .max) == nil)
  }

  @Test("A moment is moved by durations and measured against another")
  func arithmetic() throws {
    let noon = try #require(Timestamp("2026-01-31T12:00:00Z"))
    #expect(noon.advanced(by: .seconds(-90))?.description == "2026-01-31T11:58:30Z")
    #expect(noon.advanced(by: .nanoseconds(1999))?.description == "2026-01-31T12:00:00.000001Z")
    #expect(noon.advanced(by: .seconds(Int64.max)) == nil)
    #expect(noon.advanced(by: Duration(attoseconds: .min)) == nil)
    let later = try #require(noon.advanced(by: .milliseconds(1500)))
    #expect(noon.duration(to: later) == .milliseconds(1500))
    #expect(Timestamp.latest.duration(to: .earliest) < .zero)
    #expect(noon < later)
  }

  @Test("The present is later than this file and never goes back by much")
  func now() throws {
    #expect(Timestamp.now > (try #require(Timestamp("2025-01-01T00:00:00Z"))))
    let one = Timestamp.now
    #expect(one.duration(to: .now) < .seconds(60))
  }
}
