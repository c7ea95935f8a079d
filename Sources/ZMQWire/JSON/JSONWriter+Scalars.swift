extension JSONWriter {
  /// Appends bytes as a string of base64 with padding.
  public mutating func write(base64 bytes: Span<UInt8>) {
    let size = Base64.length(ofEncoded: bytes.count)
    reserve(size + 2)
    put(UInt8(ascii: "\""))
    let start = length
    var target = storage.mutableSpan
    Base64.write(bytes, to: &target, at: start)
    length = start + size
    put(UInt8(ascii: "\""))
  }

  /// Appends bytes as a string of base64 with padding.
  public mutating func write(base64 bytes: [UInt8]) { write(base64: bytes.span) }

  /// Appends a UUID as its canonical text.
  public mutating func write(_ uuid: UUIDValue) {
    reserve(38)
    put(UInt8(ascii: "\""))
    let start = length
    var target = storage.mutableSpan
    uuid.write(to: &target, at: start)
    length = start + 36
    put(UInt8(ascii: "\""))
  }

  /// Appends a moment as RFC 3339, in UTC.
  public mutating func write(_ timestamp: Timestamp) {
    reserve(29)
    put(UInt8(ascii: "\""))
    let start = length
    var target = storage.mutableSpan
    let size = timestamp.write(to: &target, at: start)
    length = start + size
    put(UInt8(ascii: "\""))
  }

  /// Appends a duration as a decimal number of seconds, exact.
  ///
  /// - Throws: For one whose whole seconds 64 bits do not hold, which every reader refuses.
  public mutating func write(_ duration: Duration) throws(UnencodableValue) {
    guard duration.hasSecondsOf64Bits else { throw UnencodableValue(duration) }
    writeWide(DurationText.text(of: duration))
  }

  /// Appends a value of any kind; members in their order.
  ///
  /// Throws where a number in it is a NaN or an infinity.
  public mutating func write(_ value: JSONValue) throws(UnencodableValue) {
    switch value {
    case .null: writeNull()
    case .bool(let value): write(value)
    case .int(let value): write(value)
    case .uint(let value): write(value)
    case .double(let value): try write(value)
    case .string(let value): write(value)
    case .array(let elements):
      raw("[")
      var isFirst = true
      for element in elements {
        if !isFirst { raw(",") }
        isFirst = false
        try write(element)
      }
      raw("]")
    case .object(let members):
      raw("{")
      var isFirst = true
      for member in members {
        if !isFirst { raw(",") }
        isFirst = false
        write(member.key)
        raw(":")
        try write(member.value)
      }
      raw("}")
    }
  }
}
