import SpecModel

/// A place in the row of sockets of the compact form: a process, or several that are alike.
struct CompactStation: Hashable {
  /// The lifelines that it stands for, by their places in `Scene.lifelines`.
  var lifelines: [Int]
  /// What stands above: `Broker`; `Display, Logger, Archive`.
  var name: String
  /// What stands in the row: `[REQ]`, `[ROUTER|DEALER]`, `[SUB] x 3`.
  var box: String

  /// How far the box is set off from the name: a name is centred over a narrower box and begins with a wider one.
  var boxOffset: Int { max(0, TextWidth.columns(of: name) - box.count) / 2 }
}
