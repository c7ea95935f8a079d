/// The keys of the fields of a message or record, in the order of their numbers.
///
/// ```swift
/// private static let fieldNames: FieldNames = ["x", "y"]
/// ```
///
/// Of each its length and first eight bytes are at hand, which is most often all that has to be compared.
public struct FieldNames: Sendable, ExpressibleByArrayLiteral {
  private struct Name: Sendable {
    let text: StaticString
    let length: Int
    let head: UInt64
  }

  private let names: [Name]

  /// The keys, as generated code writes them.
  public init(arrayLiteral names: StaticString...) {
    self.names = names.map { text in
      let head = text.withUTF8Buffer { JSONWord.load(at: 0, in: $0.span) }
      return Name(text: text, length: text.utf8CodeUnitCount, head: head)
    }
  }

  /// How many there are.
  var count: Int { names.count }

  /// The number of the first field whose key is wanted.
  func firstIndex(where isWanted: (StaticString) -> Bool) -> Int? { names.firstIndex { isWanted($0.text) } }

  /// The number of the field that `key` names.
  @inline(__always)
  func index(of key: JSONKey, in bytes: Span<UInt8>) -> Int? {
    if key.hasEscapes { return firstIndex { key.matches($0, in: bytes) } }
    let length = key.end - key.start
    let word = JSONWord.load(at: key.start, in: bytes)
    let head = length < 8 ? word & ~(UInt64.max << UInt64(8 * length)) : word
    for index in 0..<names.count where names[index].head == head && names[index].length == length {
      if length <= 8 || key.matches(names[index].text, in: bytes) { return index }
    }
    return nil
  }
}
