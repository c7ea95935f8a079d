/// How far things stand apart in a ladder.
struct LadderSpacing: Hashable {
  /// What the distance between two lifelines is more than the label of an arrow between them.
  var label: Int
  /// The same for a line that does not end at a lifeline, such as a message that is lost.
  var openLabel: Int
  /// The same for work in front of the next lifeline.
  var work: Int
  /// The same for work on the way between two sockets of a process: `|.work().>|`.
  let handOff = 4
  /// Blanks between the names of two processes.
  var names: Int
  /// Blanks between the boxes of two processes.
  var boxes: Int
  /// Blanks between the boxes of one process.
  let socketBoxes = 1

  /// `|---1 ping--->|`
  static let normal = LadderSpacing(label: 8, openLabel: 8, work: 8, names: 2, boxes: 2)

  /// `|---1 ping->|`: the number keeps its place, so that numbers still read as a column.
  static let tight = LadderSpacing(label: 6, openLabel: 7, work: 6, names: 1, boxes: 1)
}
