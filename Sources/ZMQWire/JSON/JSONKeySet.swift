/// The keys of one object, to find the one that is given twice.
///
/// A dozen keys are compared with each other where they lie; more of them go to a hashed set (whose
/// seed is random), so that a million keys cost a million steps and not their square. Keys are the
/// same if their bytes are (RFC 8259, section 8.3): a String would also find "é" in its two spellings equal.
struct JSONKeySet {
  private var few: [JSONKey] = []
  private var many: Set<[UInt8]> = []

  /// Adds a key of the object; false if it is there already.
  mutating func insert(_ key: JSONKey, in bytes: Span<UInt8>) -> Bool {
    if !many.isEmpty { return many.insert(JSONKeySet.content(of: key, in: bytes)).inserted }
    for other in few where JSONKeySet.areEqual(key, other, in: bytes) { return false }
    few.append(key)
    if few.count == 12 {
      for key in few { many.insert(JSONKeySet.content(of: key, in: bytes)) }
      few = []
    }
    return true
  }

  private static func areEqual(_ one: JSONKey, _ other: JSONKey, in bytes: Span<UInt8>) -> Bool {
    if one.hasEscapes || other.hasEscapes { return content(of: one, in: bytes) == content(of: other, in: bytes) }
    guard one.end - one.start == other.end - other.start else { return false }
    for index in 0..<one.end - one.start where bytes[one.start + index] != bytes[other.start + index] { return false }
    return true
  }

  private static func content(of key: JSONKey, in bytes: Span<UInt8>) -> [UInt8] {
    JSONReader.content(of: key, in: bytes) { content in
      content.withUnsafeBufferPointer { Array($0) }
    }
  }
}
