/// Numbers that no message of this program has had before: for a layout's field whose source is `fresh`.
public enum FreshNumbers {
  private static let last = Locked(0)
  /// Of 52 bits at the beginning, so that 2^52 of them are exact in a peer that has doubles only.
  private static let ids = Locked(UInt64.random(in: 0..<1 << 52))

  /// The next number of a count; the first is 1.
  public static func next<Number: FixedWidthInteger>() -> Number {
    Number(
      truncatingIfNeeded: last.withLock { last in
        last &+= 1
        return last
      })
  }

  /// The next id of a request, which its answers repeat; never 0, and never negative.
  ///
  /// The first is a random one. To a program that was killed and started again under its old routing id an answer may come
  /// that was meant for its former self, and it must be none that the new one waits for.
  @inlinable
  public static func nextID<Number: FixedWidthInteger>() -> Number {
    Number(truncatingIfNeeded: 1 + countedID() % UInt64(clamping: Number.max))
  }

  @usableFromInline
  static func countedID() -> UInt64 {
    ids.withLock { id in
      id &+= 1
      return id
    }
  }
}
