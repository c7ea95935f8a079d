import Testing
import ZMQWire

/// Every first byte and every boundary between the forms. Source: the MessagePack specification, "Formats".
@Suite struct MessagePackFormatTests {
  /// A sound value that begins with `first`, and how it is called; nil for the byte that is never used.
  private func sample(_ first: UInt8) -> (bytes: [UInt8], kind: String)? {
    func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
    switch first {
    case 0x00...0x7F, 0xE0...0xFF: return ([first], "integer")
    case 0x80...0x8F:
      let members = (0..<first & 15).flatMap { [0xA1, 0x61 + $0, 0xC0] as [UInt8] }
      return ([first] + members, "map")
    case 0x90...0x9F: return ([first] + zeros(Int(first & 15)), "array")
    case 0xA0...0xBF: return ([first] + Array(repeating: 0x78, count: Int(first & 31)), "string")
    case 0xC0: return ([first], "nil")
    case 0xC2, 0xC3: return ([first], "bool")
    case 0xC4: return ([first, 2] + zeros(2), "bytes")
    case 0xC5: return ([first, 0, 2] + zeros(2), "bytes")
    case 0xC6: return ([first, 0, 0, 0, 2] + zeros(2), "bytes")
    case 0xC7: return ([first, 3, 5] + zeros(3), "extension")
    case 0xC8: return ([first, 0, 3, 5] + zeros(3), "extension")
    case 0xC9: return ([first, 0, 0, 0, 3, 5] + zeros(3), "extension")
    case 0xCA: return ([first] + zeros(4), "float")
    case 0xCB: return ([first] + zeros(8), "float")
    case 0xCC...0xCF: return ([first] + zeros(1 << Int(first - 0xCC)), "integer")
    case 0xD0...0xD3: return ([first] + zeros(1 << Int(first - 0xD0)), "integer")
    case 0xD4...0xD8: return ([first, 5] + zeros(1 << Int(first - 0xD4)), "extension")
    case 0xD9: return ([first, 2, 0x78, 0x78], "string")
    case 0xDA: return ([first, 0, 2, 0x78, 0x78], "string")
    case 0xDB: return ([first, 0, 0, 0, 2, 0x78, 0x78], "string")
    case 0xDC: return ([first, 0, 2, 1, 2], "array")
    case 0xDD: return ([first, 0, 0, 0, 2, 1, 2], "array")
    case 0xDE: return ([first, 0, 1, 0xA1, 0x61, 1], "map")
    case 0xDF: return ([first, 0, 0, 0, 1, 0xA1, 0x61, 1], "map")
    default: return nil
    }
  }

  /// Which of the readers for one kind takes these bytes.
  private func readers(of bytes: [UInt8]) -> Set<String> {
    var readers: Set<String> = []
    func note(_ kind: String, _ fault: MessagePackFault?) { if fault == nil { readers.insert(kind) } }
    note("integer", unpackingFault(Int.self, bytes))
    note("float", unpackingFault(Double.self, bytes))
    note("string", unpackingFault(String.self, bytes))
    note("bytes", unpackingFault(bytes) { reader, bytes throws(MessagePackFault) in try reader.readBytes(in: bytes) })
    note("bool", unpackingFault(Bool.self, bytes))
    note("nil", unpackingFault(Empty.self, bytes))
    note("array", unpackingFault([JSONValue].self, bytes))
    note("map", unpackingFault([String: JSONValue].self, bytes))
    return readers
  }

  @Test("Every first byte begins the kind of value that the specification says, and no other reader takes it")
  func everyFirstByte() throws {
    for first in UInt8.min...UInt8.max {
      guard let sample = sample(first) else {
        #expect(first == 0xC1)
        #expect(skippingFault([first]) == MessagePackFault(.unknownFormat, at: 0))
        #expect(unpackingFault(JSONValue.self, [first]) == MessagePackFault(.unknownFormat, at: 0))
        #expect(readers(of: [first]).isEmpty)
        continue
      }
      #expect(skippingFault(sample.bytes) == nil, "\(first)")
      var expected: Set<String> = [sample.kind]
      // An integer is a number, and there is no reader for an extension of this type.
      if sample.kind == "integer" { expected.insert("float") }
      if sample.kind == "extension" { expected = [] }
      #expect(readers(of: sample.bytes) == expected, "\(first)")
      let isJSON = sample.kind != "bytes" && sample.kind != "extension"
      #expect((unpackingFault(JSONValue.self, sample.bytes) == nil) == isJSON, "\(first)")
    }
  }

  @Test("Every sample cut short is refused by every reader, at the value that is cut")
  func everyTruncation() {
    for first in UInt8.min...UInt8.max {
      guard let sample = sample(first) else { continue }
      for length in 0..<sample.bytes.count {
        let cut = Array(sample.bytes[..<length])
        let fault = skippingFault(cut)
        // In a value that is cut; or behind the last one that is there, in a container with room for it.
        let isInContainer = length > 0 && sample.kind != "string" && fault?.offset == length
        #expect(fault?.reason == (length == 0 || isInContainer ? .expectedValue : .truncated), "\(cut)")
        #expect(readers(of: cut).isEmpty, "\(cut)")
        #expect(unpackingFault(JSONValue.self, cut) != nil, "\(cut)")
      }
      // One byte more than the value is no part of it.
      #expect(skippingFault(sample.bytes + [0xC0]) == MessagePackFault(.expectedEndOfFrame, at: sample.bytes.count))
    }
  }

  @Test(
    "An integer is written in its smallest form, and read from every form that holds it, exactly",
    arguments: [
      (0, [0x00]), (1, [0x01]), (127, [0x7F]), (128, [0xCC, 0x80]), (255, [0xCC, 0xFF]), (256, [0xCD, 1, 0]),
      (65535, [0xCD, 0xFF, 0xFF]), (65536, [0xCE, 0, 1, 0, 0]), (4_294_967_295, [0xCE, 0xFF, 0xFF, 0xFF, 0xFF]),
      (4_294_967_296, [0xCF, 0, 0, 0, 1, 0, 0, 0, 0]),
      (9_007_199_254_740_993, [0xCF, 0, 0x20, 0, 0, 0, 0, 0, 1]),
      (9_223_372_036_854_775_807, [0xCF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
      (-1, [0xFF]), (-32, [0xE0]), (-33, [0xD0, 0xDF]), (-128, [0xD0, 0x80]), (-129, [0xD1, 0xFF, 0x7F]),
      (-32768, [0xD1, 0x80, 0]), (-32769, [0xD2, 0xFF, 0xFF, 0x7F, 0xFF]),
      (-2_147_483_648, [0xD2, 0x80, 0, 0, 0]),
      (-2_147_483_649, [0xD3, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]),
      (-9_223_372_036_854_775_808, [0xD3, 0x80, 0, 0, 0, 0, 0, 0, 0]),
    ] as [(Int64, [UInt8])])
  func integers(number: Int64, smallest: [UInt8]) throws {
    #expect(try packed(number) == smallest)
    #expect(try unpacking(Int64.self, smallest) == number)
    #expect(try unpacking(JSONValue.self, smallest) == .int(number))
    for size in [1, 2, 4, 8] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: number >> Int64(8 * (size - 1 - $0))) }
      let unsigned = [UInt8(0xCC) + UInt8(size.trailingZeroBitCount)] + bytes
      let signed = [UInt8(0xD0) + UInt8(size.trailingZeroBitCount)] + bytes
      let bits = UInt64(8 * size)
      if number >= 0, bits == 64 || number >> bits == 0 { #expect(try unpacking(Int64.self, unsigned) == number) }
      if bits == 64 || (number >= -1 << (bits - 1) && number < 1 << (bits - 1)) {
        #expect(try unpacking(Int64.self, signed) == number)
        #expect(try unpacking(JSONValue.self, signed) == .int(number))
      }
    }
    // Every type takes it that can hold it, and says its range where it cannot.
    func check<T: FixedWidthInteger & MessagePackCodable>(_ type: T.Type) throws {
      if let exact = T(exactly: number) {
        #expect(try unpacking(type, smallest) == exact)
        #expect(try packed(exact) == smallest)
      } else {
        #expect(unpackingFault(type, smallest) == MessagePackFault(.outside(type), at: 0))
      }
    }
    try check(Int8.self)
    try check(Int16.self)
    try check(Int32.self)
    try check(Int.self)
    try check(UInt8.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
  }

  @Test("The largest unsigned integer is exact, and beyond Int64")
  func largest() throws {
    let bytes = [0xCF] + Array(repeating: UInt8(0xFF), count: 8)
    #expect(try packed(UInt64.max) == bytes)
    #expect(try unpacking(UInt64.self, bytes) == .max)
    #expect(try unpacking(JSONValue.self, bytes) == .uint(.max))
    #expect(unpackingFault(Int64.self, bytes) == MessagePackFault(.outsideInt64, at: 0))
    #expect(throws: UnencodableValue.self) {
      try packed { writer throws(UnencodableValue) in
        try writer.pack(Int128(UInt64.max) + 1)
      }
    }
  }

  @Test(
    "A string, bytes, an array and a map have the smallest head that holds their length",
    arguments: [0, 1, 15, 16, 31, 32, 255, 256, 65535, 65536])
  func lengths(count: Int) throws {
    func head(_ small: UInt8?, _ limit: Int, _ codes: [UInt8?]) -> [UInt8] {
      if let small, count < limit { return [small | UInt8(count)] }
      if count < 256, let code = codes[0] { return [code, UInt8(count)] }
      if count < 65536, let code = codes[1] { return [code, UInt8(count >> 8), UInt8(count & 255)] }
      return [codes[2] ?? 0, 0, UInt8(count >> 16), UInt8(count >> 8 & 255), UInt8(count & 255)]
    }
    let text = String(repeating: "x", count: count)
    let string = head(0xA0, 32, [0xD9, 0xDA, 0xDB]) + text.utf8
    #expect(try packed(text) == string)
    #expect(try unpacking(String.self, string) == text)

    let blob = Array(repeating: UInt8(7), count: count)
    let bytes = head(nil, 0, [0xC4, 0xC5, 0xC6]) + blob
    #expect(try packed { writer throws(UnencodableValue) in try writer.pack(binary: blob) } == bytes)
    #expect(
      try unpacking(bytes) { reader, bytes throws(MessagePackFault) in try reader.readBytes(in: bytes) } == blob)
    #expect(try packed(RoutingID(received: blob)) == bytes)
    #expect(try unpacking(RoutingID.self, bytes).bytes == blob)

    let array = head(0x90, 16, [nil, 0xDC, 0xDD]) + blob
    #expect(try packed(blob) == array)
    #expect(try unpacking([UInt8].self, array) == blob)
    #expect(try unpacking(JSONValue.self, array) == .array(blob.map { .int(Int64($0)) }))

    var map = head(0x80, 16, [nil, 0xDE, 0xDF])
    var members: [JSONValue.Member] = []
    for index in 0..<count {
      let key = "k\(index)"
      map += [0xA0 | UInt8(key.utf8.count)] + key.utf8 + [1]
      members.append(JSONValue.Member(key, 1))
    }
    #expect(try packed(JSONValue.object(members)) == map)
    #expect(try unpacking(JSONValue.self, map) == .object(members))
    #expect(try unpacking([String: Int].self, map).count == count)
    #expect(skippingFault(map) == nil)
  }

  @Test("Floats of both sizes, and integers as numbers; NaN and infinities travel, but not in a tree")
  func floats() throws {
    for value in [0, -0.0, 1, 0.1, -1.5e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity]
      as [Double]
    {
      let bytes = try packed(value)
      #expect(bytes.count == 9 && bytes[0] == 0xCB)
      #expect(try unpacking(Double.self, bytes).bitPattern == value.bitPattern)
      let isTree = unpackingFault(JSONValue.self, bytes) == nil
      #expect(isTree == value.isFinite)
    }
    #expect(try unpacking(Double.self, try packed(Double.nan)).isNaN)
    #expect(try unpacking(Float.self, try packed(Float.nan)).isNaN)
    for value in [0, -0.0, 1, 0.1, -1.5e30, .leastNonzeroMagnitude, .infinity] as [Float] {
      let bytes = try packed(value)
      #expect(bytes.count == 5 && bytes[0] == 0xCA)
      #expect(try unpacking(Float.self, bytes).bitPattern == value.bitPattern)
      #expect(try unpacking(Double.self, bytes) == Double(value))
    }
    #expect(try unpacking(Float.self, try packed(0.1)) == 0.1)
    #expect(unpackingFault(Float.self, try packed(1e300)) == MessagePackFault(.outsideFloat, at: 0))
    #expect(try unpacking(Float.self, try packed(Double.infinity)) == .infinity)
    #expect(try unpacking(Double.self, [0x05]) == 5)
    #expect(try unpacking(Float.self, [0xE0]) == -32)
    #expect(try unpacking(Double.self, [0xCF] + Array(repeating: 0xFF, count: 8)) == 0x1p64)
    // 5.0 is no integer.
    #expect(unpackingFault(Int.self, try packed(5.0)) == MessagePackFault(.expectedInteger, at: 0))
    #expect(throws: UnencodableValue.self) { try packed(JSONValue.double(.nan)) }
  }
}
