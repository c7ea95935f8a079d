/// A row of a ladder with what stands beside it.
struct LadderLine: Hashable {
  /// What stands between the lifelines.
  var row: LadderRow
  /// What stands at the right of them; empty for nothing.
  var remark = ""
  /// How many frames stand round it, those that begin or end with it not counted.
  var depth: Int
}
