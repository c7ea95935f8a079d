/// What a rule knows at some point of a chain, whichever way led there.
///
/// There must be few values of it for one thing: each group is walked once for each that it is entered with.
protocol PathState: Hashable {
  /// Takes in what is known at the same point when another way led there.
  mutating func join(_ other: Self)
}
