/// What a reader accepts of a peer before it refuses the rest.
///
/// Neither JSON nor MessagePack has a bound of its own, and a peer that begins ten thousand arrays within one
/// another must cost an error and not a stack.
///
/// ```swift
/// var reader = JSONReader(limits: CodecLimits(depth: 16))
/// ```
@frozen public struct CodecLimits: Sendable, Equatable {
  /// How many arrays and objects may lie inside one another; `[[1]]` has depth 2.
  public let depth: Int

  /// The depth that no limit exceeds: `skipValue` and `readValue` call themselves once a level.
  @inlinable public static var deepest: Int { 512 }

  /// Limits with a depth between 1 and ``deepest``; a value outside is moved to the nearer end.
  @inlinable public init(depth: Int = 64) {
    self.depth = min(max(depth, 1), CodecLimits.deepest)
  }

  /// The limits of a reader that is told none: 64 levels.
  @inlinable public static var `default`: CodecLimits { CodecLimits() }
}
