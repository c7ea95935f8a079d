/// What a reader accepts of a peer before it refuses the rest.
///
/// Neither JSON nor MessagePack has a bound of its own, and a peer that begins ten thousand arrays within one
/// another must cost an error and not a stack.
///
/// ```swift
/// var reader = JSONReader(limits: CodecLimits(depth: 16))
/// ```
@frozen public struct CodecLimits: Sendable, Equatable {
  /// What becomes of an object in which a key stands twice. RFC 8259, section 4, leaves it open, and readers differ: what
  /// one of them lets through another may take for something else.
  @frozen public enum DuplicateKeys: Sendable {
    /// The message is refused.
    case refused
    /// The last value counts, as for Python's json and JavaScript; but what tells which message or record it is, its type
    /// or tag, must not stand twice. Neither must two keys that only their bytes tell apart stand in a map, whose Strings
    /// are one for Unicode.
    case lastWins
  }

  /// How many arrays and objects may lie inside one another; `[[1]]` has depth 2.
  public let depth: Int
  /// What becomes of an object in which a key stands twice, and of a map of MessagePack.
  public let duplicateKeys: DuplicateKeys

  /// The depth that no limit exceeds: `skipValue` and `readValue` call themselves once a level.
  @inlinable public static var deepest: Int { 512 }

  /// Limits with a depth between 1 and ``deepest``; a value outside is moved to the nearer end.
  @inlinable public init(depth: Int = 64, duplicateKeys: DuplicateKeys = .refused) {
    self.depth = min(max(depth, 1), CodecLimits.deepest)
    self.duplicateKeys = duplicateKeys
  }

  /// The limits of a reader that is told none: 64 levels, each key once.
  @inlinable public static var `default`: CodecLimits { CodecLimits() }
}
