/// Numbers that no message of this program has had before: for a layout's field whose source is `fresh`.
public enum FreshNumbers {
  private static let last = Locked(0)

  /// The next number; the first is 1.
  public static func next<Number: FixedWidthInteger>() -> Number {
    Number(
      truncatingIfNeeded: last.withLock { last in
        last &+= 1
        return last
      })
  }
}
