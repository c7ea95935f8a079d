/// The frame of a group: where its corners stand.
///
/// ```
///   +--- [loop: every 1 s while idle] -----+       depth 0
///   | +--- [break: 3 heartbeats missed] -+ |       depth 1
///   | +----------------------------------+ |
///   +--------------------------------------+
/// ```
struct LadderFrame: Hashable {
  /// In how many other frames it stands.
  var depth: Int
  /// The column of its left edge: each level stands two columns further in.
  var left: Int
  /// The column of its right edge.
  var right = 0
  /// How many frames stand in it, one in the other, at most.
  var height = 0
  /// The lifelines that it goes round, where it does not go round all.
  var cover: ClosedRange<Int>?

  /// A frame in so many others, which goes round all lifelines.
  init(depth: Int) {
    self.depth = depth
    left = 2 + 2 * depth
  }

  /// How far its edges stand from the lifelines that it goes round, where it does not go round all.
  var distance: Int { 3 + 2 * height }
  /// The column of a title's bracket.
  var title: Int { left + 5 }
  /// Columns from the end of a title to the right edge: as many as at the left, and less further in (drawing 6).
  var behindTitle: Int { max(3, 5 - 2 * depth) }
}
