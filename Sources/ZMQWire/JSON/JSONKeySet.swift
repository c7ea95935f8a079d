/// The keys of one object, to find the one that is given twice.
///
/// A dozen keys are compared with each other, without making a String; more of them go to a hashed
/// set (whose seed is random), so that a million keys cost a million steps and not their square.
struct JSONKeySet {
  private var few: [JSONKey] = []
  private var many: Set<String> = []

  /// Adds a key of the object; false if it is there already.
  mutating func insert(_ key: JSONKey, in bytes: Span<UInt8>) -> Bool {
    if !many.isEmpty { return many.insert(key.string(in: bytes)).inserted }
    for other in few where JSONKeySet.areEqual(key, other, in: bytes) { return false }
    few.append(key)
    if few.count == 12 {
      for key in few { many.insert(key.string(in: bytes)) }
      few = []
    }
    return true
  }

  private static func areEqual(_ one: JSONKey, _ other: JSONKey, in bytes: Span<UInt8>) -> Bool {
    if one.hasEscapes || other.hasEscapes { return one.string(in: bytes) == other.string(in: bytes) }
    guard one.end - one.start == other.end - other.start else { return false }
    for index in 0..<one.end - one.start where bytes[one.start + index] != bytes[other.start + index] { return false }
    return true
  }
}
