// MessagePack in its smallest forms, appended to the frame that is under way.
//
//     try writer.packMap(of: 2)
//     writer.packKey("x")
//     try writer.pack(x)
//     writer.packKey("label")
//     try writer.pack(label)

extension FrameWriter {
  /// Appends nil.
  @inlinable public mutating func packNil() { packByte(0xC0) }

  /// Appends true or false.
  @inlinable public mutating func pack(_ value: Bool) throws(UnencodableValue) { packByte(value ? 0xC3 : 0xC2) }

  /// Appends an integer.
  ///
  /// - Throws: For one beyond 64 bits.
  @inlinable public mutating func pack<T: FixedWidthInteger>(_ value: T) throws(UnencodableValue) {
    if let small = UInt8(exactly: value), small < 0x80 { return packByte(small) }
    if let unsigned = UInt64(exactly: value) { return packPositive(unsigned) }
    guard let signed = Int64(exactly: value) else {
      throw UnencodableValue("integer", "\(value)", expected: "an integer of 64 bits")
    }
    packNegative(signed)
  }

  /// Appends a number as a float of 64 bits; of 32 bits are those that are declared so.
  @inlinable public mutating func pack(_ value: Double) throws(UnencodableValue) { packNumber(0xCB, value.bitPattern) }

  /// Appends a number as a float of 32 bits.
  @inlinable public mutating func pack(_ value: Float) throws(UnencodableValue) { packNumber(0xCA, value.bitPattern) }

  /// Appends a string.
  ///
  /// - Throws: For more than 4294967295 bytes.
  public mutating func pack(_ value: String) throws(UnencodableValue) {
    try packHead(.string, value.utf8.count)
    json.append(value.utf8)
  }

  /// Appends bytes.
  ///
  /// - Throws: For more than 4294967295 of them.
  public mutating func pack(binary value: [UInt8]) throws(UnencodableValue) {
    try packHead(.binary, value.count)
    json.append(value)
  }

  /// Appends the beginning of an array of so many elements, which the caller appends.
  ///
  /// - Throws: For more than 4294967295.
  @inlinable public mutating func packArray(of count: Int) throws(UnencodableValue) {
    if count >= 0, count < 16 { packByte(0x90 | UInt8(truncatingIfNeeded: count)) } else { try packHead(.array, count) }
  }

  /// Appends the beginning of a map of so many keys and values, which the caller appends.
  ///
  /// - Throws: For more than 4294967295.
  @inlinable public mutating func packMap(of count: Int) throws(UnencodableValue) {
    if count >= 0, count < 16 { packByte(0x80 | UInt8(truncatingIfNeeded: count)) } else { try packHead(.map, count) }
  }

  /// Appends a string that is known when the code is generated: a key, a message type, the case of an enum.
  @inlinable @inline(__always)
  public mutating func packKey(_ literal: StaticString) {
    let length = literal.utf8CodeUnitCount
    if length < 32 { packByte(0xA0 | UInt8(truncatingIfNeeded: length)) } else { packLongHead(.string, UInt32(length)) }
    json.raw(literal)
  }

  // MARK: Numbers

  @usableFromInline @inline(never)
  mutating func packPositive(_ value: UInt64) {
    switch value {
    case 0..<0x80: packByte(UInt8(truncatingIfNeeded: value))
    case 0x80...0xFF: packNumber(0xCC, UInt8(truncatingIfNeeded: value))
    case 0x100...0xFFFF: packNumber(0xCD, UInt16(truncatingIfNeeded: value))
    case 0x1_0000...0xFFFF_FFFF: packNumber(0xCE, UInt32(truncatingIfNeeded: value))
    default: packNumber(0xCF, value)
    }
  }

  @usableFromInline @inline(never)
  mutating func packNegative(_ value: Int64) {
    switch value {
    case -32..<0: packByte(UInt8(truncatingIfNeeded: value))
    case -0x80 ..< -32: packNumber(0xD0, Int8(truncatingIfNeeded: value))
    case -0x8000 ..< -0x80: packNumber(0xD1, Int16(truncatingIfNeeded: value))
    case -0x8000_0000 ..< -0x8000: packNumber(0xD2, Int32(truncatingIfNeeded: value))
    default: packNumber(0xD3, value)
    }
  }

  // MARK: Heads

  /// What has a length or a count: its first byte with that inside, and the first bytes in front of more.
  @usableFromInline enum PackedKind {
    case string, binary, array, map
  }

  @usableFromInline
  mutating func packHead(_ kind: PackedKind, _ count: Int) throws(UnencodableValue) {
    guard let length = UInt32(exactly: count) else {
      throw UnencodableValue(kind.name, "\(count)", expected: "a length of at most \(UInt32.max)")
    }
    packLongHead(kind, length)
  }

  @usableFromInline @inline(never)
  mutating func packLongHead(_ kind: PackedKind, _ length: UInt32) {
    let small = UInt8(truncatingIfNeeded: length)
    switch (kind, length) {
    case (.string, 0..<32): packByte(0xA0 | small)
    case (.array, 0..<16): packByte(0x90 | small)
    case (.map, 0..<16): packByte(0x80 | small)
    case (.string, 0...0xFF): packNumber(0xD9, small)
    case (.binary, 0...0xFF): packNumber(0xC4, small)
    case (_, 0...0xFFFF): packNumber(kind.firstByteOf16, UInt16(truncatingIfNeeded: length))
    default: packNumber(kind.firstByteOf16 + 1, length)
    }
  }

  @inlinable @inline(__always)
  mutating func packByte(_ byte: UInt8) {
    json.reserve(1)
    json.put(byte)
  }

  @inlinable @inline(__always)
  mutating func packNumber<Number: WireInteger>(_ first: UInt8, _ number: Number) {
    json.reserve(9)
    json.put(first)
    json.append(number, .bigEndian)
  }
}

extension FrameWriter.PackedKind {
  /// The first byte in front of a length of 16 bits; of one of 32 bits it is the next.
  fileprivate var firstByteOf16: UInt8 {
    switch self {
    case .string: 0xDA
    case .binary: 0xC5
    case .array: 0xDC
    case .map: 0xDE
    }
  }

  fileprivate var name: StaticString {
    switch self {
    case .string: "string"
    case .binary: "bytes"
    case .array: "array"
    case .map: "map"
    }
  }
}
