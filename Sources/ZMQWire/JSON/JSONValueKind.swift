/// What the next value is, told by its first byte alone.
///
/// A union without a tag and a field of several types are read by looking first.
///
/// ```swift
/// switch reader.peek(in: bytes) {
/// case .string: …
/// case .number: …
/// default: throw JSONFault(.expectedValue, at: reader.offset)
/// }
/// ```
@frozen public enum JSONValueKind: UInt8, Sendable {
  /// `null`, and the two Booleans.
  case null, bool
  /// A number, whole or not; a string.
  case number, string
  /// The containers.
  case array, object
  /// No value begins here, or the text has ended.
  case none

  /// The kind of value that begins with `byte`.
  @inlinable public init(firstByte byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): self = .string
    case UInt8(ascii: "["): self = .array
    case UInt8(ascii: "{"): self = .object
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool
    case UInt8(ascii: "n"): self = .null
    default: self = .none
    }
  }
}
