/// A value with one form in JSON: what a field of a generated message may hold, alone or in lists, maps and
/// optionals.
///
/// Generated records and enums conform, and so do the scalar types of the language. `bytes` is the
/// exception: as `[UInt8]` it would be a list of numbers, so generated code reads and writes it by name.
public protocol JSONCodable: Sendable, Hashable {
  /// Reads the next value.
  init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault)

  /// Appends the value.
  ///
  /// - Throws: For a NaN or an infinity.
  func write(to json: inout JSONWriter) throws(UnencodableValue)
}

extension JSONReader {
  /// Reads a list, map or optional: `try reader.read([Double].self, in: bytes)`.
  @inlinable @inline(__always)
  public mutating func read<Value: JSONCodable>(
    _ type: Value.Type, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Value {
    try Value(from: &self, in: bytes)
  }

  /// Reads an array whose elements `element` reads.
  @inlinable @inline(__always)
  public mutating func readArray<Element>(
    in bytes: Span<UInt8>, _ element: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Element
  ) throws(JSONFault) -> [Element] {
    var elements: [Element] = []
    var more = try beginArray(in: bytes)
    // Not one, then two, then four.
    if more { elements.reserveCapacity(4) }
    while more {
      elements.append(try element(&self, bytes))
      more = try elementFollows(in: bytes)
    }
    return elements
  }

  /// Reads an object whose keys are data and whose values `value` reads; a key given twice is a fault, or the last one counts;
  /// two keys that only their bytes tell apart are a fault, because a `Dictionary` cannot hold both.
  @inlinable @inline(__always)
  public mutating func readMap<Value>(
    in bytes: Span<UInt8>, _ value: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
  ) throws(JSONFault) -> [String: Value] {
    var members: [String: Value] = [:]
    var more = try beginObject(in: bytes)
    while more {
      let key = try readKey(in: bytes)
      if let reason = members.put(try value(&self, bytes), under: key.string(in: bytes), lastKeyWins: lastKeyWins) {
        throw JSONFault(reason, at: key.start - 1)
      }
      more = try memberFollows(in: bytes)
    }
    return members
  }

  /// Reads `null` as nil, and anything else as `value` does.
  @inlinable @inline(__always)
  public mutating func readOptional<Value>(
    in bytes: Span<UInt8>, _ value: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
  ) throws(JSONFault) -> Value? {
    if try consumeNull(in: bytes) { return nil }
    return try value(&self, bytes)
  }
}

extension JSONWriter {
  /// Appends a list.
  @inlinable public mutating func write<Element: JSONCodable>(_ elements: [Element]) throws(UnencodableValue) {
    try writeLent(elements.span) { (json: inout JSONWriter, element: borrowing Element) throws(UnencodableValue) in
      try element.write(to: &json)
    }
  }

  /// Appends a list whose elements are lent: a copy of each would retain what it holds.
  ///
  /// Only for a type that may be one without copies does the compiler lend what lies in memory; for all others it
  /// copies, since somebody could change the memory meanwhile. Of a span nobody can.
  @inlinable @inline(__always)
  mutating func writeLent<Element: ~Copyable, Failure: Error>(
    _ elements: Span<Element>, _ write: (inout JSONWriter, borrowing Element) throws(Failure) -> Void
  ) throws(Failure) {
    raw("[")
    for index in 0..<elements.count {
      if index > 0 { raw(",") }
      try write(&self, elements[index])
    }
    raw("]")
  }

  /// Appends a map, its keys in the order of their code points.
  @inlinable public mutating func write<Value: JSONCodable>(_ members: [String: Value]) throws(UnencodableValue) {
    try writeMap(members) { json, value throws(UnencodableValue) in try value.write(to: &json) }
  }

  /// Appends a value, or `null`.
  @inlinable public mutating func write<Value: JSONCodable>(_ value: Value?) throws(UnencodableValue) {
    try writeOptional(value) { json, value throws(UnencodableValue) in try value.write(to: &json) }
  }

  /// Appends an array whose elements `write` writes.
  @inlinable @inline(__always)
  public mutating func writeArray<Element, Failure: Error>(
    _ elements: [Element], _ write: (inout JSONWriter, Element) throws(Failure) -> Void
  ) throws(Failure) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      try write(&self, element)
    }
    raw("]")
  }

  /// Appends an object whose values `write` writes, its keys in the order of their code points.
  @inlinable
  public mutating func writeMap<Value, Failure: Error>(
    _ members: [String: Value], _ write: (inout JSONWriter, Value) throws(Failure) -> Void
  ) throws(Failure) {
    raw("{")
    var isFirst = true
    for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      if !isFirst { raw(",") }
      isFirst = false
      self.write(key)
      raw(":")
      try write(&self, value)
    }
    raw("}")
  }

  /// Appends `null` for nil, and anything else as `write` does.
  @inlinable @inline(__always)
  public mutating func writeOptional<Value, Failure: Error>(
    _ value: Value?, _ write: (inout JSONWriter, Value) throws(Failure) -> Void
  ) throws(Failure) {
    if let value { try write(&self, value) } else { writeNull() }
  }

  /// Appends `,` unless the array or object has only just begun.
  @inlinable public mutating func comma() {
    guard length > 0 else { return }
    let last = storage[length - 1]
    if last != UInt8(ascii: "["), last != UInt8(ascii: "{") { raw(",") }
  }
}
