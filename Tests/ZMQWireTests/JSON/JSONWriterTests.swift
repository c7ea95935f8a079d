import Testing
import ZMQWire

@Suite struct JSONWriterTests {
  @Test("Literals and values are appended as they come, without blanks")
  func triple() {
    var writer = JSONWriter(reserving: 0)
    writer.raw("[\"ping\",[")
    writer.write(5)
    writer.raw(",")
    writer.write(true)
    writer.raw(",")
    writer.write("a")
    writer.raw(",")
    writer.writeNull()
    writer.raw("],{}]")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"["ping",[5,true,"a",null],{}]"#)
    #expect(writer.count == 29)
  }

  @Test("A writer is used again without what it held before")
  func reuse() {
    var writer = JSONWriter()
    writer.write("something long that stays in the memory")
    writer.removeAll()
    #expect(writer.count == 0)
    writer.write(false)
    #expect(writer.bytes == Array("false".utf8))
    let lent = writer.withBytes { bytes in bytes.count }
    #expect(lent == 5)
  }

  @Test("Literals of every length around a word arrive whole")
  func literals() {
    var writer = JSONWriter(reserving: 0)
    writer.raw("")
    writer.raw("1")
    writer.raw("22")
    writer.raw("333")
    writer.raw("4444")
    writer.raw("7777777")
    writer.raw("88888888")
    writer.raw("999999999")
    writer.raw("a sentence of more than sixteen bytes")
    writer.raw("é𝄞")
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "12233344447777777" + "88888888" + "999999999" + "a sentence of more than sixteen bytes" + "é𝄞")
  }

  @Test(
    "A string is escaped where RFC 8259 demands it and nowhere else",
    arguments: [
      ("", #""""#), ("a", #""a""#), ("\"", #""\"""#), ("\\", #""\\""#), ("/", #""/""#),
      ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
      ("\u{0}\u{1F}", #""\u0000\u001f""#), ("\u{7F}é€𝄞\u{2028}", "\"\u{7F}é€𝄞\u{2028}\""),
      ("12345678\"12345678", #""12345678\"12345678""#),
      ("ééééé\"", #""ééééé\"""#),
    ])
  func strings(value: String, expected: String) throws {
    #expect(try written { writer in writer.write(value) } == expected)
  }

  @Test("Every ASCII character at every place of a word is escaped as it is alone")
  func everyPlace() throws {
    for byte in UInt8(0)..<0x80 {
      let character = String(Unicode.Scalar(byte))
      let alone = try written { writer in writer.write(character) }.dropFirst().dropLast()
      for place in 0..<12 {
        let before = String(repeating: "é", count: place / 2) + String(repeating: "x", count: place % 2)
        let text = try written { writer in writer.write(before + character + "yyyyyyyyy") }
        #expect(text == "\"\(before)\(alone)yyyyyyyyy\"")
      }
    }
  }

  @Test("A string of any length is written whole, with an escape at any place or without", arguments: 0...100)
  func lengths(length: Int) throws {
    let plain = String(repeating: "ab", count: length).prefix(length)
    #expect(try written { writer in writer.write(String(plain)) } == "\"\(plain)\"")
    for place in 0..<length {
      let (before, after) = (plain.prefix(place), plain.dropFirst(place + 1))
      #expect(try written { writer in writer.write("\(before)\n\(after)") } == "\"\(before)\\n\(after)\"")
    }
  }

  @Test("A string of escapes alone grows the buffer as it needs")
  func onlyEscapes() throws {
    let text = try written { writer in writer.write(String(repeating: "\u{1}", count: 10_000)) }
    #expect(text == "\"" + String(repeating: "\\u0001", count: 10_000) + "\"")
  }

  @Test("Whatever is written makes room for itself, wherever the memory ends", arguments: 0...64)
  func growth(before: Int) throws {
    let texts = [0, 3, 7, 8, 15, 16, 17, 32, 33, 64, 65].map { String(repeating: "a", count: $0) }
    let numbers: [Double] = [0.5, -123.25, 0.1 + 0.2, -12345678.901234567, 1e22, -.leastNonzeroMagnitude]
    let start = String(repeating: "1", count: before)
    func expect(_ value: some JSONCodable) throws {
      var writer = JSONWriter(reserving: 64)
      for _ in 0..<before { writer.raw("1") }
      try value.write(to: &writer)
      let alone = try written { writer throws(UnencodableValue) in try value.write(to: &writer) }
      #expect(String(decoding: writer.bytes, as: UTF8.self) == start + alone)
    }
    for text in texts { try expect(text) }
    for number in numbers { try expect(number) }
    for integer in [0, -7, 42, Int.min, Int.max] { try expect(integer) }
    try expect(true)
    try expect([texts, []])
  }

  @Test("Integers are written with all their digits")
  func integers() throws {
    #expect(try written { writer in writer.write(Int64.min) } == "-9223372036854775808")
    #expect(try written { writer in writer.write(UInt64.max) } == "18446744073709551615")
    #expect(try written { writer in writer.write(Int8.min) } == "-128")
    #expect(try written { writer in writer.write(0) } == "0")
    #expect(try written { writer in writer.write(Int128.min) } == "\(Int128.min)")
    #expect(try written { writer in writer.write(UInt128.max) } == "\(UInt128.max)")
    var power: UInt64 = 1
    while power < UInt64.max / 10 {
      power *= 10
      for value in [power - 1, power, power + 1] {
        #expect(try written { writer in writer.write(value) } == "\(value)")
      }
    }
  }

  @Test(
    "A Double is as short as it can be and is told from an integer",
    arguments: [
      (0, "0.0"), (-0.0, "-0.0"), (5, "5.0"), (0.1, "0.1"), (-2.5, "-2.5"), (1e16, "1e+16"), (1e-5, "1e-05"),
      (1e300, "1e+300"),
      (0.30000000000000004, "0.30000000000000004"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
      (.leastNonzeroMagnitude, "5e-324"), (123456.789, "123456.789"), (0.0001, "0.0001"), (100, "100.0"),
      (0.00012345, "0.00012345"), (0.000012345, "1.2345e-05"), (1_234_567_890_123_456, "1234567890123456.0"),
      (9_999_999_999_999_998, "9999999999999998.0"),
      (1.2345678901234567e16, "1.2345678901234568e+16"), (1e15, "1000000000000000.0"), (0.5, "0.5"), (12.5, "12.5"),
      (1e100, "1e+100"), (1.5e-7, "1.5e-07"),
      (2.2250738585072014e-308, "2.2250738585072014e-308"), (0x1p53, "9007199254740992.0"), (1e22, "1e+22"),
      (123456789.125, "123456789.125"),
    ] as [(Double, String)])
  func doubles(value: Double, expected: String) throws {
    #expect(try written { writer throws(UnencodableValue) in try writer.write(value) } == expected)
  }

  @Test("A Float is as short as a Float can be")
  func floats() throws {
    #expect(try written { writer throws(UnencodableValue) in try writer.write(Float(0.1)) } == "0.1")
    #expect(
      try written { writer throws(UnencodableValue) in try writer.write(Float.greatestFiniteMagnitude) }
        == "3.4028235e+38")
  }

  @Test(
    "A NaN and the infinities have no text", arguments: [(Double.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf")])
  func unencodable(value: Double, name: String) {
    do throws(UnencodableValue) {
      _ = try written { writer throws(UnencodableValue) in try writer.write(value) }
      Issue.record("written")
    } catch {
      #expect(error.description == "JSON has no text for the number \(name)")
    }
    #expect(throws: UnencodableValue.self) {
      try written { writer throws(UnencodableValue) in try writer.write(Float(value)) }
    }
    #expect(throws: UnencodableValue.self) {
      try written { writer throws(UnencodableValue) in try writer.write([1, ["a": .double(value)]] as JSONValue) }
    }
  }
}
