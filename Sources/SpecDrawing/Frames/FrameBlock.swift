/// The lines of one message: IN, NET if asked for, OUT.
struct FrameBlock: Hashable {
  /// From top to bottom.
  var lines: [FrameLine]
}
