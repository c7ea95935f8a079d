// In protocols of many messages every value is read by a call, and what is returned here would be stored by each caller.

extension JSONReader {
  /// Reads `true` or `false`.
  @inline(never)
  public mutating func read(into value: inout Bool, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readBool(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout Int, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout Int8, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout Int16, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout Int32, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout Int64, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout UInt8, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout UInt16, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout UInt32, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads an integer token.
  @inline(never)
  public mutating func read(into value: inout UInt64, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readInt(in: bytes)
  }

  /// Reads a number as the nearest Double.
  @inline(never)
  public mutating func read(into value: inout Double, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readDouble(in: bytes)
  }

  /// Reads a number as the nearest Float.
  @inline(never)
  public mutating func read(into value: inout Float, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readFloat(in: bytes)
  }

  /// Reads a string.
  @inline(never)
  public mutating func read(into value: inout String, in bytes: Span<UInt8>) throws(JSONFault) {
    value = try readString(in: bytes)
  }

  /// Reads a list of Booleans.
  @inline(never)
  public mutating func read(into value: inout [Bool], in bytes: Span<UInt8>) throws(JSONFault) {
    value = try read([Bool].self, in: bytes)
  }

  /// Reads a list of integers.
  @inline(never)
  public mutating func read(into value: inout [Int], in bytes: Span<UInt8>) throws(JSONFault) {
    value = try read([Int].self, in: bytes)
  }

  /// Reads a list of numbers.
  @inline(never)
  public mutating func read(into value: inout [Double], in bytes: Span<UInt8>) throws(JSONFault) {
    value = try read([Double].self, in: bytes)
  }

  /// Reads a list of strings.
  @inline(never)
  public mutating func read(into value: inout [String], in bytes: Span<UInt8>) throws(JSONFault) {
    value = try read([String].self, in: bytes)
  }
}
