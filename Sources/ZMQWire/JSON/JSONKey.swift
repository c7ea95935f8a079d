/// Where a string's content lies in the text: a range, and whether it holds escapes.
///
/// ``JSONReader/readKey(in:)`` has already proved that the range is well formed, so looking at it
/// again cannot fail. No String is made unless one is asked for:
///
/// ```swift
/// let key = try reader.readKey(in: bytes)
/// if key.matches("radius", in: bytes) { … } else { throw JSONFault(.unknownMember, at: key.start) }
/// ```
///
/// All methods want the bytes that the key was read from.
@frozen public struct JSONKey: Sendable {
  /// The index of the first byte after the opening quotation mark.
  public let start: Int
  /// The index of the closing quotation mark.
  public let end: Int
  /// Whether a backslash lies between the two.
  public let hasEscapes: Bool

  /// The index of the opening quotation mark, where the value begins.
  @inlinable public var offset: Int { start - 1 }

  @inlinable init(start: Int, end: Int, hasEscapes: Bool) {
    self.start = start
    self.end = end
    self.hasEscapes = hasEscapes
  }

  /// Whether the content, escapes decoded, is `literal`.
  @inlinable @inline(__always)
  public func matches(_ literal: StaticString, in bytes: Span<UInt8>) -> Bool {
    if hasEscapes { return JSONReader.matchesDecoded(literal, from: start, in: bytes) }
    return end - start == literal.utf8CodeUnitCount
      && JSONReader.equals(literal, at: 0, in: bytes.extracting(start..<end))
  }

  /// The same by a call: of many message types, each is compared in a place of its own.
  @inline(never)
  public func isSpelled(_ literal: StaticString, in bytes: Span<UInt8>) -> Bool { matches(literal, in: bytes) }

  /// The content as a String, escapes decoded.
  @inlinable public func string(in bytes: Span<UInt8>) -> String {
    if hasEscapes { return JSONReader.decodedString(start..<end, in: bytes) }
    return JSONReader.plainString(start..<end, in: bytes)
  }
}
