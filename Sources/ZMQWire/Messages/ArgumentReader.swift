/// Where the reading of a triple's arguments stands: which come next, and which have come.
///
/// In protocols of many messages it does what each of them would have in line otherwise:
///
/// ```swift
/// var arguments = ArgumentReader(places: 1, names: "count unit")
/// while let argument = try arguments.next(from: &reader, in: bytes) {
///   switch argument {
///   case 0: try reader.read(into: &count, in: bytes)
///   default: try reader.read(into: &unit, in: bytes)
///   }
/// }
/// try arguments.require(0b1, from: reader)
/// ```
public struct ArgumentReader: Sendable {
  /// Behind what the reader stands: the message type, an argument in its place, one by name, the message.
  private enum Stage { case type, place, name, end }

  private var stage = Stage.type
  private var given = GivenFields()
  /// How many arguments have a place.
  private let places: Int
  /// How many have come in their places.
  private var count = 0

  private var names: NameList

  /// Begins behind the message type.
  ///
  /// - Parameters:
  ///   - places: How many arguments have a place.
  ///   - names: Those of all arguments, of those with a place first; a blank or the end of a line between two. One or more,
  ///     and fewer than 64.
  @inline(never)
  public init(places: Int, names: StaticString) {
    self.places = places
    self.names = NameList(names)
  }

  /// Goes to the next argument, in its place or behind its name, or to the end of the message.
  ///
  /// - Returns: Its number; nil where there is none.
  /// - Throws: `tooManyArguments`, `unknownMember`, `argumentGivenTwice`; the lexical faults.
  @inline(never)
  public mutating func next(
    from reader: inout JSONReader, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int? {
    var isOpen = false
    switch stage {
    case .type: isOpen = try reader.beginArguments(in: bytes)
    // What stands behind the last place is read with the arguments by name.
    case .place: isOpen = count == places ? true : try reader.argumentFollows(in: bytes)
    case .name: return try named(in: bytes, from: &reader, more: try reader.memberFollows(in: bytes))
    case .end: return nil
    }
    if isOpen, count < places {
      stage = .place
      given.insert(count)
      count += 1
      return count - 1
    }
    if isOpen, places == 0 { throw JSONFault(.tooManyArguments, at: reader.offset) }
    stage = .name
    let more = try reader.beginKeywords(closing: isOpen, in: bytes)
    return try named(in: bytes, from: &reader, more: more)
  }

  private mutating func named(
    in bytes: Span<UInt8>, from reader: inout JSONReader, more: Bool
  ) throws(JSONFault) -> Int? {
    if more { return try names.readField(from: &reader, noting: &given, twice: .argumentGivenTwice, in: bytes) }
    stage = .end
    try reader.endElements(in: bytes)
    return nil
  }

  /// Demands arguments: one bit for each, beginning with the lowest.
  @inline(never)
  public func require(_ arguments: UInt64, from reader: JSONReader) throws(JSONFault) {
    let missing = arguments & ~given.bits
    guard missing == 0 else {
      throw names.fault(.missingArgument, at: reader.offset, without: missing.trailingZeroBitCount)
    }
  }
}
