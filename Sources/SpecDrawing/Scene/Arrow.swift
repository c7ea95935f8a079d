/// A message on its way from one socket to one or more others.
struct Arrow: Hashable {
  /// The number in diagram and frame list; with hops `1a`, `1b`.
  var number: String
  /// The message's name.
  var name: String
  /// The lifeline that it leaves.
  var sender: Int
  /// The lifelines that it reaches, from left to right.
  var receivers: [Int]
}
