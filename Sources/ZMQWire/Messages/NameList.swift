/// The names of a message's fields in one literal, a blank or the end of a line between two, and which of them is
/// expected next.
///
/// It has no table to be made and to be kept for each message, which is what a protocol of many messages wants: a key is
/// compared with the name behind the one before, and where that is another with all of them.
struct NameList: Sendable {
  private let literal: StaticString
  /// The number of the name that is expected next, and where it begins.
  private var field = 0
  private var place = 0

  /// - Parameter literal: `"count unit"`; not empty.
  init(_ literal: StaticString) { self.literal = literal }

  /// Reads a key and its colon, and tells which of the fields it names.
  ///
  /// - Parameters:
  ///   - given: Those that have been read; this one is added.
  ///   - reason: What a field that has been read before is refused for.
  /// - Throws: `reason`; `unknownMember` for a key that is no field; the lexical faults.
  mutating func readField(
    from reader: inout JSONReader, noting given: inout GivenFields, twice reason: JSONFault.Reason,
    in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int {
    let key = try reader.readKey(in: bytes)
    let field = key.hasEscapes ? find(key.content(in: bytes).span) : find(bytes.extracting(key.start..<key.end))
    guard let field else { throw JSONFault(.unknownMember, at: key.offset) }
    if !given.isNew(field), !reader.lastKeyWins { throw JSONFault(reason, at: key.offset) }
    return field
  }

  /// The number of a name; the one behind it is expected next.
  private mutating func find(_ wanted: Span<UInt8>) -> Int? {
    let first = place
    repeat {
      let (current, name) = next()
      if name.count == wanted.count, wanted.indices.allSatisfy({ wanted[$0] == name[$0] }) { return current }
    } while place != first
    return nil
  }

  /// The expected name and its number; then the next one is expected, behind the last the first.
  private mutating func next() -> (Int, UnsafeBufferPointer<UInt8>) {
    let text = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    let name = UnsafeBufferPointer(rebasing: text[place...].prefix { !JSONReader.isBlank($0) })
    let current = field
    place += name.count + 1
    field += 1
    if place >= text.count { (place, field) = (0, 0) }
    return (current, name)
  }

  /// The fault of a message or object without the field of this number.
  func fault(_ reason: JSONFault.Reason, at offset: Int, without number: Int) -> JSONFault {
    var list = NameList(literal)
    repeat {
      if list.field == number { return JSONFault(reason, at: offset, name: literal.utf8Start + list.place) }
      _ = list.next()
    } while list.place > 0
    return JSONFault(reason, at: offset)
  }
}
