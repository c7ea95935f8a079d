// The scalar types of the language, and what is made of them.

extension Bool: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readBool(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) { json.write(self) }
}

extension JSONCodable where Self: FixedWidthInteger {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readInt(as: Self.self, in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) { json.write(self) }
}

extension Int: JSONCodable {}
extension Int8: JSONCodable {}
extension Int16: JSONCodable {}
extension Int32: JSONCodable {}
extension Int64: JSONCodable {}
extension UInt8: JSONCodable {}
extension UInt16: JSONCodable {}
extension UInt32: JSONCodable {}
extension UInt64: JSONCodable {}

extension Double: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readDouble(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) throws(UnencodableValue) { try json.write(self) }
}

extension Float: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readFloat(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) throws(UnencodableValue) { try json.write(self) }
}

extension String: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readString(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) { json.write(self) }
}

extension UUIDValue: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readUUID(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) { json.write(self) }
}

extension Timestamp: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readTimestamp(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) { json.write(self) }
}

extension Duration: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readDuration(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) throws(UnencodableValue) { try json.write(self) }
}

extension JSONValue: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readValue(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) throws(UnencodableValue) { try json.write(self) }
}

extension RoutingID: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self.init(received: try reader.readBytes(in: bytes))
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) { json.write(base64: bytes) }
}

extension Empty: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    guard try reader.consumeNull(in: bytes) else { throw JSONFault(.expectedNull, at: reader.offset) }
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) { json.writeNull() }
}

extension Array: JSONCodable where Element: JSONCodable {
  /// Reads the next value.
  @inlinable public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readArray(in: bytes) { reader, bytes throws(JSONFault) in
      try Element(from: &reader, in: bytes)
    }
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) throws(UnencodableValue) { try json.write(self) }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
  /// Reads the next value.
  @inlinable public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readMap(in: bytes) { reader, bytes throws(JSONFault) in
      try Value(from: &reader, in: bytes)
    }
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) throws(UnencodableValue) { try json.write(self) }
}

extension Optional: JSONCodable where Wrapped: JSONCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    self = try reader.readOptional(in: bytes) { reader, bytes throws(JSONFault) in
      try Wrapped(from: &reader, in: bytes)
    }
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func write(to json: inout JSONWriter) throws(UnencodableValue) { try json.write(self) }
}
