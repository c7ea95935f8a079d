/// A message on its way from one socket to one or more others.
struct Arrow: Hashable {
  /// The number in diagram and frame list; with hops `1a`, `1b`.
  var number: String
  /// The message's name.
  var name: String
  /// The lifeline that it leaves.
  var sender: Int
  /// The lifelines that it reaches, from left to right; those that it does not reach where it is lost.
  var receivers: [Int]
  /// Whether it does not arrive.
  var isLost = false
  /// What stands at the right of its row: `every 1 s`.
  var remark: String?
}
