/// The keys of the fields of a message or record, in the order of their numbers.
///
/// ```swift
/// private static let fieldNames: FieldNames = ["x", "y"]
/// ```
///
/// A key is found without looking for its end first: its first eight bytes tell its place in a table, and there stands
/// the one key that it can be.
public struct FieldNames: Sendable, ExpressibleByArrayLiteral {
  /// Those that have a spelling of ours, to be found at once.
  let table: KeyTable
  private let names: [StaticString]

  /// The keys, as generated code writes them.
  public init(arrayLiteral names: StaticString...) {
    self.names = names
    table = KeyTable(names.map { name in name.withUTF8Buffer { Array($0) } })
  }

  /// How many there are.
  var count: Int { names.count }

  /// The number of the first field whose key is wanted.
  func firstIndex(where isWanted: (StaticString) -> Bool) -> Int? { names.firstIndex(where: isWanted) }

  /// The key of a field.
  @usableFromInline subscript(field: Int) -> StaticString { names[field] }

  /// The number of the field that `key` names.
  func index(of key: JSONKey, in bytes: Span<UInt8>) -> Int? { firstIndex { key.matches($0, in: bytes) } }
}

/// The keys of an object by their first eight bytes; a class, so that it is handed on in one register.
final class KeyTable: Sendable {
  /// The keys that are short and need no escapes, each in the place that its head tells, or in the next ones if that is taken. A power
  /// of two of places, of which half or more are empty.
  private let places: [Place]
  /// What spreads the heads over the places.
  private let factor: UInt64

  private struct Place: Sendable {
    /// The first eight bytes of the key, of a shorter one zeros behind it.
    var head: UInt64 = 0
    /// The last eight bytes of a key that has more than eight.
    var tail: UInt64 = 0
    /// The bytes from the ninth, of a key that has more than sixteen.
    var middle: UInt64 = 0
    var length: Int32 = 0
    /// The number of the field; of an empty place -1.
    var field: Int32 = -1
  }

  /// Longer keys are not in the table; three words hold them no more.
  private static let longest = 24

  init(_ keys: [[UInt8]]) {
    // A few factors are tried; for most records one gives every key the place that its head tells.
    var factor: UInt64 = 1
    var (best, moved) = KeyTable.places(of: keys, factor: factor)
    for attempt in 1...64 as ClosedRange<UInt64> where moved > 0 {
      let next = attempt &* 0x9E37_79B9_7F4A_7C15 | 1
      let other = KeyTable.places(of: keys, factor: next)
      if other.moved < moved { (best, moved, factor) = (other.places, other.moved, next) }
    }
    places = best
    self.factor = factor
  }

  /// The places that a factor gives, and how many keys do not stand where their heads tell.
  private static func places(of keys: [[UInt8]], factor: UInt64) -> (places: [Place], moved: Int) {
    var size = 4
    while size < 2 * keys.count { size *= 2 }
    var places = [Place](repeating: Place(), count: size)
    var moved = 0
    // Where a key that needs escapes is in a text, other bytes stand there.
    for (field, key) in keys.enumerated() where key.count <= longest && !key.contains(where: JSONWord.needsEscape) {
      let length = key.count
      let words = [0, max(0, length - 8), min(8, length)].map { JSONWord.load(at: $0, in: key.span) }
      var place = Int(truncatingIfNeeded: (words[0] &* factor) >> 40) & (size - 1)
      if places[place].field >= 0 { moved += 1 }
      while places[place].field >= 0 { place = (place + 1) & (size - 1) }
      places[place] = Place(
        head: words[0], tail: words[1], middle: words[2], length: Int32(length), field: Int32(field))
    }
    return (places, moved)
  }

  /// Finds the key that is at `index` in its plain spelling, a colon right behind it.
  ///
  /// - Returns: Its number, and the bytes that it takes with quotation marks and colon; nil for any other spelling and any
  ///   other key, and at the end of the text.
  @inline(__always)
  func plainKey(at index: Int, in bytes: Span<UInt8>) -> (field: Int, size: Int)? {
    // From here on the head is within the text, and further down whatever is compared with a key.
    let left = bytes.count &- index
    guard index >= 0, left >= 9, bytes[unchecked: index] == UInt8(ascii: "\"") else { return nil }
    let word = JSONWord.unchecked(at: index &+ 1, in: bytes)
    let head = word & JSONWord.bytesBeforeQuote(word)
    let mask = places.count &- 1
    // The upper bits of the product depend on all bytes of the head.
    var place = Int(truncatingIfNeeded: (head &* factor) >> 40) & mask
    while true {
      let key = places[place]
      if key.field < 0 { return nil }
      let length = Int(key.length)
      let end = index &+ length &+ 1
      if key.head == head, left >= length &+ 3, bytes[unchecked: end] == UInt8(ascii: "\""),
        bytes[unchecked: end &+ 1] == UInt8(ascii: ":"),
        length <= 8 || JSONWord.unchecked(at: end &- 8, in: bytes) == key.tail,
        length <= 16 || JSONWord.unchecked(at: index &+ 9, in: bytes) == key.middle
      {
        return (Int(key.field), length &+ 3)
      }
      place = (place &+ 1) & mask
    }
  }
}
