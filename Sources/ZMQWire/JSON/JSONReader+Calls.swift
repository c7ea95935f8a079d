// A member that does not come in its place is read by a call, since it has been read in line where it was expected. What
// is not here is a call anyway.

extension JSONReader {
  /// Reads `true` or `false`.
  @inline(never)
  public mutating func read(_ type: Bool.Type, in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try readBool(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: Int.Type, in bytes: Span<UInt8>) throws(JSONFault) -> Int {
    try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: Int8.Type, in bytes: Span<UInt8>) throws(JSONFault) -> Int8 {
    try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: Int16.Type, in bytes: Span<UInt8>) throws(JSONFault) -> Int16 {
    try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: Int32.Type, in bytes: Span<UInt8>) throws(JSONFault) -> Int32 {
    try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: Int64.Type, in bytes: Span<UInt8>) throws(JSONFault) -> Int64 {
    try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: UInt8.Type, in bytes: Span<UInt8>) throws(JSONFault) -> UInt8 {
    try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: UInt16.Type, in bytes: Span<UInt8>) throws(JSONFault) -> UInt16 {
    try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: UInt32.Type, in bytes: Span<UInt8>) throws(JSONFault) -> UInt32 {
    try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(_ type: UInt64.Type, in bytes: Span<UInt8>) throws(JSONFault) -> UInt64 {
    try readInt(in: bytes)
  }
}
