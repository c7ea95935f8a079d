extension Soak.Squared {
  /// The right answer to a number; overflow is cut off on both sides.
  public init(of number: UInt64) { self.init(number: number, square: number &* number) }
}
