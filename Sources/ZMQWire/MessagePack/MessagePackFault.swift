/// The first thing in MessagePack that a reader cannot accept: a reason and a place.
///
/// The words for a human and the path are made from it later by ``WireError``, as for a ``JSONFault``, whose reasons
/// these are.
@frozen public struct MessagePackFault: Error, Equatable, Sendable {
  /// Why a value was refused; those that generated code raises are the same in every codec.
  public typealias Reason = JSONFault.Reason

  /// What was expected, or which rule was broken.
  public var reason: Reason
  /// The index of the first byte of the value that is at fault, or of the byte behind the container that lacks something.
  public var offset: Int
  /// How many containers lie around the one that lacks something and ends at `offset`; nil where a value is at fault.
  @usableFromInline var depth: Int?
  /// What would have been right, where only the protocol says it, or the name of what is missing: an address in a
  /// literal of the generated code, which ends with a zero, is never written and never goes away; 0 elsewhere.
  @usableFromInline var literal: UInt = 0

  /// A fault for `reason` in the value at the byte `offset`.
  @inlinable public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// A fault for `reason` in the value at the byte `offset`, in the words of the protocol: `at least 0`.
  @inlinable public init(_ reason: Reason, at offset: Int, expecting: StaticString) {
    self.init(reason, at: offset)
    literal = UInt(bitPattern: expecting.utf8Start)
  }

  /// A fault of the map at the byte `offset`, which lacks the member of this name.
  init(_ reason: Reason, at offset: Int, name: StaticString) {
    self.init(reason, at: offset)
    literal = JSONFault.address(of: name)
  }

  /// A fault of the container that has ended at `offset`, with so many around it.
  ///
  /// - Parameter name: The argument or member that it lacks.
  @usableFromInline init(_ reason: Reason, endingAt offset: Int, depth: Int, name: StaticString?) {
    self.init(reason, at: offset)
    self.depth = depth
    if let name { literal = JSONFault.address(of: name) }
  }

  /// What would have been right, in words that follow "expected".
  public var expectation: String { reason.expectation(literal) }
}
