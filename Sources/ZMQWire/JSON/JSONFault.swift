/// The first thing in a JSON text that a reader cannot accept: a reason and a place.
///
/// It is three trivial words, so that throwing one costs nothing where nothing is thrown. The words
/// for a human, the path and the excerpt are made from it later by ``WireError``.
///
/// ```swift
/// JSONFault(.expectedInteger, at: 9)   // ["ping",["five"],{}]
///                                      //          ^ byte 9
/// ```
@frozen public struct JSONFault: Error, Equatable, Sendable {
  /// What was expected, or which rule was broken.
  public var reason: Reason
  /// The index of the first byte that is at fault; the length of the text where it ends too early.
  public var offset: Int

  /// A fault for `reason` at the byte `offset`.
  @inlinable public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What would have been right, where only the protocol says it, or the name of what is missing: an address in a
  /// literal of the generated code, which ends with a zero, is never written and never goes away; 0 elsewhere.
  @usableFromInline var literal: UInt = 0

  /// A fault for `reason` at the byte `offset`, in the words of the protocol: `at least 0`.
  @inlinable public init(_ reason: Reason, at offset: Int, expecting: StaticString) {
    self.init(reason, at: offset)
    literal = UInt(bitPattern: expecting.utf8Start)
  }

  /// A fault of a message or object without the argument or member of this name.
  init(_ reason: Reason, at offset: Int, name: StaticString) {
    self.init(reason, at: offset)
    literal = JSONFault.address(of: name)
  }

  /// The same of a name within a literal, which ends at a blank, a line's end or with the literal.
  init(_ reason: Reason, at offset: Int, name: UnsafePointer<UInt8>) {
    self.init(reason, at: offset)
    literal = UInt(bitPattern: name)
  }

  /// Where a name stands; 0 for one that has a blank itself, whose end could not be told.
  static func address(of name: StaticString) -> UInt {
    name.withUTF8Buffer { $0.contains(where: JSONReader.isBlank) ? 0 : UInt(bitPattern: $0.baseAddress) }
  }

  /// What would have been right, in words that follow "expected".
  public var expectation: String { reason.expectation(literal) }
}
