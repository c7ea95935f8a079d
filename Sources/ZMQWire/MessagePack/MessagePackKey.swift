/// Where a string's content lies in the bytes: a key, a message type, the case of an enum.
///
/// ``MessagePackReader/readKey(in:)`` has already proved that the range is UTF-8. No String is made unless one is
/// asked for. All methods want the bytes that the key was read from.
@frozen public struct MessagePackKey: Sendable {
  /// The index of the string's first byte, where its length begins.
  public let offset: Int
  /// The index of the first byte of the content.
  public let start: Int
  /// The index of the first byte behind the content.
  public let end: Int

  @inlinable init(offset: Int, start: Int, end: Int) {
    self.offset = offset
    self.start = start
    self.end = end
  }

  /// Whether the content is `literal`.
  @inlinable @inline(__always)
  public func matches(_ literal: StaticString, in bytes: Span<UInt8>) -> Bool {
    end - start == literal.utf8CodeUnitCount && MessagePackReader.begins(literal, at: start, in: bytes)
  }

  /// The content as a String.
  @inlinable public func string(in bytes: Span<UInt8>) -> String {
    JSONReader.plainString(start..<end, in: bytes)
  }

  /// A number that stands for the content, as ``JSONKey/fingerprint(of:)`` gives it.
  @inlinable public func fingerprint(in bytes: Span<UInt8>) -> UInt64 {
    JSONKey.fingerprint(of: bytes.extracting(start..<end))
  }
}
