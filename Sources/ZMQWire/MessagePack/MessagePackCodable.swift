/// A value with one form in MessagePack: what a field of a generated message may hold, alone or in lists, maps and
/// optionals.
///
/// Generated records and enums conform, and so do the scalar types of the language. `bytes` is the exception, as it
/// is for ``JSONCodable``: generated code reads and writes it by name.
public protocol MessagePackCodable: Sendable, Hashable {
  /// Reads the next value.
  init(from reader: inout MessagePackReader, in bytes: Span<UInt8>) throws(MessagePackFault)

  /// Appends the value in its smallest form to the frame that is under way.
  ///
  /// - Throws: For a text or a list too long for MessagePack, and what has no place in `json`.
  func pack(into writer: inout FrameWriter) throws(UnencodableValue)
}

extension MessagePackReader {
  /// Reads a list, map or optional: `try reader.read([Double].self, in: bytes)`.
  @inlinable @inline(__always)
  public mutating func read<Value: MessagePackCodable>(
    _ type: Value.Type, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Value {
    try Value(from: &self, in: bytes)
  }

  /// Reads an array whose elements `element` reads.
  ///
  /// Memory grows with what is there, and not with what a peer says there is.
  @inlinable @inline(__always)
  public mutating func readArray<Element>(
    in bytes: Span<UInt8>, _ element: (inout MessagePackReader, Span<UInt8>) throws(MessagePackFault) -> Element
  ) throws(MessagePackFault) -> [Element] {
    var elements: [Element] = []
    var more = try beginArray(in: bytes)
    while more {
      elements.append(try element(&self, bytes))
      more = try elementFollows(in: bytes)
    }
    return elements
  }

  /// Reads a map whose keys are strings and data, and whose values `value` reads; a key given twice is a fault, or the last
  /// one counts; two keys that only their bytes tell apart are a fault, because a `Dictionary` cannot hold both.
  @inlinable @inline(__always)
  public mutating func readMap<Value>(
    in bytes: Span<UInt8>, _ value: (inout MessagePackReader, Span<UInt8>) throws(MessagePackFault) -> Value
  ) throws(MessagePackFault) -> [String: Value] {
    var members: [String: Value] = [:]
    var more = try beginObject(in: bytes)
    while more {
      let key = try readKey(in: bytes)
      if let reason = members.put(try value(&self, bytes), under: key.string(in: bytes), lastKeyWins: lastKeyWins) {
        throw MessagePackFault(reason, at: key.offset)
      }
      more = try memberFollows(in: bytes)
    }
    return members
  }

  /// Reads nil as nil, and anything else as `value` does.
  @inlinable @inline(__always)
  public mutating func readOptional<Value>(
    in bytes: Span<UInt8>, _ value: (inout MessagePackReader, Span<UInt8>) throws(MessagePackFault) -> Value
  ) throws(MessagePackFault) -> Value? {
    if try consumeNull(in: bytes) { return nil }
    return try value(&self, bytes)
  }
}
