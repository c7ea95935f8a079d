// The scalar types of the language, and what is made of them.

extension Bool: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readBool(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension MessagePackCodable where Self: FixedWidthInteger {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readInt(as: Self.self, in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension Int: MessagePackCodable {}
extension Int8: MessagePackCodable {}
extension Int16: MessagePackCodable {}
extension Int32: MessagePackCodable {}
extension Int64: MessagePackCodable {}
extension UInt8: MessagePackCodable {}
extension UInt16: MessagePackCodable {}
extension UInt32: MessagePackCodable {}
extension UInt64: MessagePackCodable {}

extension Double: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readDouble(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension Float: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readFloat(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension String: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readString(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension UUIDValue: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readUUID(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension Timestamp: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readTimestamp(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension Duration: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readDuration(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension JSONValue: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readValue(in: bytes)
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension RoutingID: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self.init(received: try reader.readBytes(in: bytes))
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(binary: bytes) }
}

extension Empty: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    guard try reader.consumeNull(in: bytes) else { throw MessagePackFault(.expectedNull, at: reader.offset) }
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { writer.packNil() }
}

extension Array: MessagePackCodable where Element: MessagePackCodable {
  /// Reads the next value.
  @inlinable public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readArray(in: bytes) { reader, bytes throws(MessagePackFault) in
      try Element(from: &reader, in: bytes)
    }
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension Dictionary: MessagePackCodable where Key == String, Value: MessagePackCodable {
  /// Reads the next value.
  @inlinable public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readMap(in: bytes) { reader, bytes throws(MessagePackFault) in
      try Value(from: &reader, in: bytes)
    }
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}

extension Optional: MessagePackCodable where Wrapped: MessagePackCodable {
  /// Reads the next value.
  @inlinable @inline(__always)
  public init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault) {
    self = try reader.readOptional(in: bytes) { reader, bytes throws(MessagePackFault) in
      try Wrapped(from: &reader, in: bytes)
    }
  }

  /// Appends the value.
  @inlinable @inline(__always)
  public func pack(into writer: inout FrameWriter) throws(UnencodableValue) { try writer.pack(self) }
}
