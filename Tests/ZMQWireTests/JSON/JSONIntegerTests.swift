import Testing
import ZMQWire

@Suite struct JSONIntegerTests {
  private func read<T: FixedWidthInteger>(_ text: String, as type: T.Type) throws(JSONFault) -> T {
    try reading(text) { reader, bytes throws(JSONFault) in try reader.readInt(as: type, in: bytes) }
  }

  private func fault<T: FixedWidthInteger>(_ text: String, as type: T.Type) -> JSONFault? {
    ZMQWireTests.fault(in: text) { reader, bytes throws(JSONFault) in try reader.readInt(as: type, in: bytes) }
  }

  /// Both ends are read exactly, and one beyond them is refused with the reason of the width.
  private func checkLimits<T: FixedWidthInteger>(_ type: T.Type, _ reason: JSONFault.Reason) throws {
    #expect(try read("\(T.min)", as: type) == T.min)
    #expect(try read("\(T.max)", as: type) == T.max)
    #expect(fault("\(Int128(T.min) - 1)", as: type) == JSONFault(reason, at: 0))
    #expect(fault("\(Int128(T.max) + 1)", as: type) == JSONFault(reason, at: 0))
    #expect(fault(" \(Int128(T.max) * 10)", as: type) == JSONFault(reason, at: 1))
    #expect(try read(" \n\(T.max) ", as: type) == T.max)
    #expect(try read("-0", as: type) == 0)
  }

  @Test("Every width reads its limits exactly and refuses one beyond")
  func limits() throws {
    try checkLimits(Int8.self, .outsideInt8)
    try checkLimits(Int16.self, .outsideInt16)
    try checkLimits(Int32.self, .outsideInt32)
    try checkLimits(Int64.self, .outsideInt64)
    try checkLimits(Int.self, .outsideInt64)
    try checkLimits(UInt8.self, .outsideUInt8)
    try checkLimits(UInt16.self, .outsideUInt16)
    try checkLimits(UInt32.self, .outsideUInt32)
    try checkLimits(UInt64.self, .outsideUInt64)
  }

  @Test("The powers of ten around the slow path, and their neighbours, are exact", arguments: 0...18)
  func powersOfTen(power: Int) throws {
    var value: Int64 = 1
    for _ in 0..<power { value *= 10 }
    for neighbour in [value - 1, value, value + 1] {
      #expect(try read("\(neighbour)", as: Int64.self) == neighbour)
      #expect(try read("-\(neighbour)", as: Int64.self) == -neighbour)
      #expect(try read("\(neighbour)", as: UInt64.self) == UInt64(neighbour))
    }
  }

  @Test(
    "A number that is no integer token is not an integer, even where its value is",
    arguments: ["5.0", "1e3", "1E3", "-1.0", "0.0", "0e0", "12345678901234567890.0", " 5.0"])
  func notIntegers(text: String) {
    #expect(fault(text, as: Int.self) == JSONFault(.expectedInteger, at: text.hasPrefix(" ") ? 1 : 0))
  }

  @Test(
    "Another kind of value is not an integer",
    arguments: ["\"5\"", "null", "true", "[5]", "{}", "", " ", "x", "NaN", "+5"])
  func otherKinds(text: String) {
    #expect(fault(text, as: Int.self) == JSONFault(.expectedInteger, at: text == " " ? 1 : 0))
  }

  @Test("A broken number is malformed", arguments: ["-", "01", "-01", "00", "1.", "1e", "--1", "-x"])
  func malformed(text: String) {
    #expect(fault(text, as: Int.self) == JSONFault(.malformedNumber, at: 0))
  }

  @Test("A million digits are out of range and not a crash")
  func aMillionDigits() {
    let digits = String(repeating: "9", count: 1_000_000)
    #expect(fault(digits, as: Int64.self) == JSONFault(.outsideInt64, at: 0))
    #expect(fault("-" + digits, as: UInt8.self) == JSONFault(.outsideUInt8, at: 0))
  }

  @Test("What is written is read back, for random values of every length")
  func roundTrips() throws {
    var generator = SplitMix(seed: 1)
    for _ in 0..<20_000 {
      let value = generator.next() >> UInt64.random(in: 0..<64, using: &generator)
      let signed = Int64(bitPattern: value)
      #expect(try read(written { writer in writer.write(value) }, as: UInt64.self) == value)
      #expect(try read(written { writer in writer.write(signed) }, as: Int64.self) == signed)
      #expect(try written { writer in writer.write(signed) } == "\(signed)")
    }
  }
}
