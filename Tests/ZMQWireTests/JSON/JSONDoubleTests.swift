import Foundation
import Testing
import ZMQWire

/// The standard library's own conversions are the judge.
@Suite struct JSONDoubleTests {
  /// How many of each kind are tried; `make fuzz` asks for ten million.
  private static let count = ProcessInfo.processInfo.environment["ZMQSPEC_DOUBLES"].flatMap(Int.init) ?? 100_000

  private func double(_ text: String) throws(JSONFault) -> Double {
    try reading(text) { reader, bytes throws(JSONFault) in try reader.readDouble(in: bytes) }
  }

  private func float(_ text: String) throws(JSONFault) -> Float {
    try reading(text) { reader, bytes throws(JSONFault) in try reader.readFloat(in: bytes) }
  }

  @Test(
    "A hard case is rounded to the nearest Double",
    arguments: [
      "0", "-0", "0.0", "-0.0", "0e999999999999999999999", "-0e-5", "1", "-1", "0.1", "0.2", "0.3", "1e22", "1e23",
      "-1e23",
      "9007199254740991", "9007199254740992", "9007199254740993", "9007199254740993.0000000000000001",
      "9007199254740992.9999999999999999", "18446744073709551615", "18446744073709551616",
      "1.7976931348623157e308", "1.7976931348623158e308", "179769313486231570000e288",
      "2.2250738585072014e-308", "2.2250738585072011e-308", "2.2250738585072012e-308", "4.9e-324", "5e-324",
      "2.4703282292062328e-324",
      "2.4703282292062327e-324", "1e-400", "-1e-400", "6.631236846766476e-316",
      "3.237883913302901289588352412501532174863037669423108059901297049552301970670676565786835742587799557860615776559838283435514391084153169252689190564396459577394618038928365305143463955100356696665629202017331344031730044369360205258345803431471660032699580731300954848363975548690010751530018881758184174569652173110473696022749934638425380623369774736560008997404060967498028389191878963968575439222206416981462690113342524002724385941651051293552601421155333430225237291523843322331326138431477823591142408800030775170625915670728657003151953664260769822494937951845801530895238439819708403389937873241463484205608000027270531106827387907791444918534771598750162812548862768493201518991668028251730299953143924168545708663913273994694463908672332763671875E-319",
      "7.3177701707893310e+15", "5708990770823839207320493820740630171355185151999e-3",
      "0.000000000000000000000000000000000000000000001",
      "123456789012345678901234567890", "1234567890123456789e-5", "12345678901234567890e-5", "0.30000000000000004",
      "8.5e-1", "1.00000005960464477550", "100000000000000000000000", "9.5367431640625e-07",
      "1e0000000000000000000000000001",
    ])
  func hardCases(text: String) throws {
    let expected = try #require(Double(text))
    #expect(try double(text).bitPattern == expected.bitPattern)
    #expect(try double(" " + text + " ").bitPattern == expected.bitPattern)
  }

  @Test(
    "A number beyond the largest Double is refused",
    arguments: ["1e309", "-1e309", "1.7976931348623159e308", "1e999999999999999999999"])
  func tooLarge(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readDouble(in: bytes) }
        == JSONFault(.outsideDouble, at: 0))
  }

  @Test("What is no number is refused", arguments: ["NaN", "Infinity", "nan", "\"1\"", "null", "", "[1]", "+1", ".5"])
  func notNumbers(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readDouble(in: bytes) }
        == JSONFault(.expectedNumber, at: 0))
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readFloat(in: bytes) }
        == JSONFault(.expectedNumber, at: 0))
  }

  @Test("A broken number is malformed", arguments: ["-", "01", "1.", "1.e5", "1e", "1e+", "-.5", "00.5", "1.5e-"])
  func malformed(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readDouble(in: bytes) }
        == JSONFault(.malformedNumber, at: 0))
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readFloat(in: bytes) }
        == JSONFault(.malformedNumber, at: 0))
  }

  /// Random bits, and the numbers that people send: a few decimals, whole numbers, subnormal ones.
  private func randomDouble(_ round: Int, using generator: inout SplitMix) -> Double {
    switch round % 5 {
    case 0: Double.random(in: -1000...1000, using: &generator)
    case 1: (Double.random(in: -1e6...1e6, using: &generator) * 1000).rounded() / 1000
    case 2: Double(Int64.random(in: -(1 << 56)...(1 << 56), using: &generator))
    case 3: Double(bitPattern: generator.next() & (1 << 52 - 1))
    default: Double(bitPattern: generator.next())
    }
  }

  @Test("Random Doubles are written with the standard library's digits and read back with the same bits")
  func randomBitPatterns() throws {
    var generator = SplitMix(seed: 2)
    for round in 0..<Self.count {
      let value = randomDouble(round, using: &generator)
      guard value.isFinite else { continue }
      let text = try written { writer throws(UnencodableValue) in try writer.write(value) }
      let back = try double(text)
      guard back.bitPattern == value.bitPattern, significantDigits(text) == significantDigits(value.description) else {
        Issue.record("\(value) was written as \(text) and read as \(back)")
        return
      }
    }
  }

  @Test("Random amounts of up to six decimals, and their neighbours, are written as the standard library does")
  func randomAmounts() throws {
    var generator = SplitMix(seed: 21)
    for round in 0..<Self.count {
      let decimals = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7][round % 8]
      let limit = [1.0, 100, 1e4, 1e8, 2e8][round % 5]
      var value = (Double.random(in: -limit...limit, using: &generator) * decimals).rounded() / decimals
      if round % 3 == 1 { value = value.nextUp }
      if round % 3 == 2 { value = value.nextDown }
      guard value.magnitude >= 1e-4 || value == 0 else { continue }
      let text = try written { writer throws(UnencodableValue) in try writer.write(value) }
      guard text == value.description else {
        Issue.record("\(value) was written as \(text)")
        return
      }
    }
  }

  @Test("Random Floats are written with the standard library's digits and read back with the same bits")
  func randomFloatBitPatterns() throws {
    var generator = SplitMix(seed: 12)
    for _ in 0..<Self.count {
      let value = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
      guard value.isFinite else { continue }
      let text = try written { writer throws(UnencodableValue) in try writer.write(value) }
      let back = try float(text)
      guard back.bitPattern == value.bitPattern, significantDigits(text) == significantDigits(value.description) else {
        Issue.record("\(value) was written as \(text) and read as \(back)")
        return
      }
    }
  }

  @Test("Every power of two and its neighbours are written with the standard library's digits and read back")
  func powersOfTwo() throws {
    for exponent in UInt64(0)..<2047 {
      for fraction: UInt64 in [0, 1, 2, 1 << 51, 1 << 52 - 2, 1 << 52 - 1] {
        let value = Double(bitPattern: exponent << 52 | fraction)
        let text = try written { writer throws(UnencodableValue) in try writer.write(value) }
        let back = try double(text)
        guard back.bitPattern == value.bitPattern, significantDigits(text) == significantDigits(value.description)
        else {
          Issue.record("\(value) was written as \(text) and read as \(back)")
          return
        }
      }
    }
  }

  /// The digits without point, exponent and the zeros at both ends.
  private func significantDigits(_ text: String) -> [UInt8] {
    let digits = text.utf8.prefix { $0 != UInt8(ascii: "e") }.filter { $0 >= UInt8(ascii: "0") }
    let head = digits.drop { $0 == UInt8(ascii: "0") }
    return Array(head.reversed().drop { $0 == UInt8(ascii: "0") }.reversed())
  }

  @Test("Random texts of 1 to 25 digits with exponents are read as the standard library reads them")
  func randomTexts() throws {
    var generator = SplitMix(seed: 3)
    for _ in 0..<Self.count {
      let text = RandomNumberText.make(using: &generator)
      let expected = try #require(Double(text))
      let found: Double
      do throws(JSONFault) {
        found = try double(text)
      } catch {
        guard error.reason == .outsideDouble, expected.isInfinite else {
          Issue.record("\(text): \(error)")
          return
        }
        continue
      }
      guard found.bitPattern == expected.bitPattern else {
        Issue.record("\(text) was read as \(found) and not as \(expected)")
        return
      }
    }
  }

  @Test("The point midway between two Doubles goes to the even one, a digit beyond it up")
  func midway() throws {
    var generator = SplitMix(seed: 4)
    for _ in 0..<2_000 {
      // An odd multiple of half a unit in the last place, whose 54 bits make it exact in UInt64.
      let midway = (generator.next() >> 10) | 1 | 1 << 53
      let text = "\(midway)"
      let expected = try #require(Double(text))
      #expect(try double(text) == expected)
      #expect(try double(text + ".0") == expected)
      let above = "\(text).\(String(repeating: "0", count: 900))1"
      #expect(try double(above) == Double((midway + 1) & ~1))
    }
  }

  @Test("Random texts are read as the nearest Float, without rounding twice")
  func randomFloats() throws {
    var generator = SplitMix(seed: 5)
    for round in 0..<Self.count {
      var text = RandomNumberText.make(using: &generator)
      if round % 4 == 0 { text = midwayBetweenFloats(using: &generator) }
      let expected = try #require(Float(text))
      let found = try? float(text)
      guard found?.bitPattern == (expected.isFinite ? expected.bitPattern : nil) else {
        Issue.record("\(text) was read as \(String(describing: found)) and not as \(expected)")
        return
      }
    }
  }

  /// A text that a Double rounds to the point midway between two Floats, though it lies beside it.
  private func midwayBetweenFloats(using generator: inout SplitMix) -> String {
    let bits = UInt32.random(in: 0x0080_0000..<0x7F00_0000, using: &generator)
    let midway = (Double(Float(bitPattern: bits)) + Double(Float(bitPattern: bits + 1))) / 2
    return [midway, midway.nextUp, midway.nextDown].randomElement(using: &generator).map { "\($0)" } ?? "0"
  }

  @Test("A text beside the point midway between two Floats goes to its own side")
  func besideMidway() throws {
    // 1 + 2^-24 lies midway between 1 and the next Float; as a Double it is exact.
    #expect(try float("1.000000059604644775390625") == 1)
    #expect(try float("1.0000000596046447753906250000000000000000000000001") == Float(1).nextUp)
    #expect(try float("1.0000000596046447753906249999999999999999999999999") == 1)
    #expect(try float("1e-50") == 0)
    #expect(try float("1.4e-45") == Float.leastNonzeroMagnitude)
    #expect(try float("3.4028235e38") == Float.greatestFiniteMagnitude)
  }

  @Test("A number beyond the largest Float is refused", arguments: ["3.4028236e38", "-1e39", "1e400"])
  func tooLargeForFloat(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readFloat(in: bytes) }
        == JSONFault(.outsideFloat, at: 0))
  }

  @Test("A zero of two million digits that an exponent undoes is 1")
  func longFraction() throws {
    let zeros = String(repeating: "0", count: 2_000_000)
    #expect(try double("0.\(zeros)1e2000001") == 1)
    #expect(try double("1\(zeros)e-2000000") == 1)
    #expect(try double("1\(zeros)e-2000001") == 0.1)
  }
}
