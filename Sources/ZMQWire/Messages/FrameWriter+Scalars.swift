// What stands in a frame of a layout of the protocol file's own; `endFrame` ends it.

extension FrameWriter {
  /// Appends a text that is known when the code is generated.
  @inlinable public mutating func constant(_ text: StaticString) { json.raw(text) }

  /// Appends a text as UTF-8.
  public mutating func text(_ text: String) { json.append(text.utf8) }

  /// Appends bytes.
  public mutating func bytes(_ bytes: [UInt8]) { json.append(bytes) }

  /// Appends a text behind its length in bytes.
  ///
  /// - Throws: Where the length does not fit.
  public mutating func text<Length: WireInteger>(
    _ text: String, length: Length.Type, _ name: StaticString
  ) throws(UnencodableValue) {
    try self.length(text.utf8.count, length, name)
    json.append(text.utf8)
  }

  /// Appends bytes behind their number.
  ///
  /// - Throws: Where the number does not fit.
  public mutating func bytes<Length: WireInteger>(
    _ bytes: [UInt8], length: Length.Type, _ name: StaticString
  ) throws(UnencodableValue) {
    try self.length(bytes.count, length, name)
    json.append(bytes)
  }

  /// Appends the number of some texts in 32 bits, then each behind its length in 32 bits.
  ///
  /// - Throws: Where one of the numbers does not fit.
  public mutating func strings(_ texts: [String], _ name: StaticString) throws(UnencodableValue) {
    try length(texts.count, UInt32.self, name)
    for item in texts { try text(item, length: UInt32.self, name) }
  }

  /// Appends the number of members in 32 bits, then each key behind its length in 8 bits and its text behind its
  /// length in 32; keys in the order of their code points.
  ///
  /// - Throws: Where one of the numbers does not fit.
  public mutating func dictionary(_ members: [String: String], _ name: StaticString) throws(UnencodableValue) {
    try length(members.count, UInt32.self, name)
    for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      try text(key, length: UInt8.self, name)
      try text(value, length: UInt32.self, name)
    }
  }

  /// Appends an integer as its bytes.
  @inlinable public mutating func integer<Number: WireInteger>(_ number: Number, _ order: ByteOrder = .bigEndian) {
    json.append(number, order)
  }

  /// Appends an integer as the bytes of a narrower or wider one.
  ///
  /// - Throws: Where that cannot hold it.
  @inlinable public mutating func integer<Number: FixedWidthInteger, Wire: WireInteger>(
    _ number: Number, as wire: Wire.Type, _ name: StaticString, _ order: ByteOrder = .bigEndian
  ) throws(UnencodableValue) {
    guard let exact = Wire(exactly: number) else {
      throw UnencodableValue(name, "\(number)", expected: JSONFault.Reason.outside(wire).expectation)
    }
    json.append(exact, order)
  }

  private mutating func length<Length: WireInteger>(
    _ count: Int, _ length: Length.Type, _ name: StaticString
  ) throws(UnencodableValue) {
    guard let exact = Length(exactly: count) else {
      throw UnencodableValue(name, "\(count) bytes", expected: "at most \(Length.max) bytes")
    }
    json.append(exact, .bigEndian)
  }
}

extension JSONWriter {
  /// Appends the bytes of an integer.
  @inlinable @inline(__always)
  mutating func append<Number: WireInteger>(_ number: Number, _ order: ByteOrder) {
    let size = MemoryLayout<Number>.size
    reserve(size)
    let start = length
    var target = storage.mutableSpan
    var bytes = target.mutableBytes
    bytes.storeBytes(of: order.convert(number), toByteOffset: start, as: Number.self)
    length = start + size
  }
}
