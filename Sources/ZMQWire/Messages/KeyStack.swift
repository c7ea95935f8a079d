/// A key that a reader has met in an object, and its bytes.
protocol ComparableKey {
  /// Whether another key of the same text has the same content.
  func equals(_ other: Self, in bytes: Span<UInt8>) -> Bool

  /// The content by which keys are told apart, copied.
  func content(in bytes: Span<UInt8>) -> [UInt8]
}

/// The keys of the objects that a reader is inside of, to find the one that is given twice.
///
/// One stack serves a whole tree, so that it costs one piece of memory and not one for each object.
/// A dozen keys are compared with each other where they lie; an object with more of them gets a hashed
/// set (whose seed is random), so that a million keys cost a million steps and not their square. Keys
/// are the same if their bytes are (RFC 8259, section 8.3): a String would also find the two spellings
/// of "é" in Unicode equal.
struct KeyStack<Key: ComparableKey> {
  private var keys: [Key] = []

  /// The keys of one object: where they begin on the stack, or the set they have gone to.
  struct Object {
    fileprivate let start: Int
    fileprivate var many: Set<[UInt8]> = []
  }

  /// Begins an object inside of the present one.
  func begin() -> Object { Object(start: keys.count) }

  /// Forgets the keys of an object that has ended.
  mutating func end(_ object: borrowing Object) { keys.removeLast(keys.count - object.start) }

  /// Adds a key of the innermost object; false if it is there already.
  mutating func insert(_ key: Key, to object: inout Object, in bytes: Span<UInt8>) -> Bool {
    if !object.many.isEmpty { return object.many.insert(key.content(in: bytes)).inserted }
    for index in object.start..<keys.count where key.equals(keys[index], in: bytes) { return false }
    keys.append(key)
    if keys.count - object.start == 12 {
      for key in keys[object.start...] { object.many.insert(key.content(in: bytes)) }
    }
    return true
  }
}
