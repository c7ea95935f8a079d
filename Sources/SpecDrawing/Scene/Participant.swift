/// A process as a diagram shows it: a name over the lifelines of its sockets.
struct Participant: Hashable {
  /// The name in the header: `Broker`; `Worker (n)` where there may be many.
  var name: String
  /// Whether there may be many of it at a time.
  var isMany: Bool
  /// Its lifelines, by their places in `Scene.lifelines`.
  var lifelines: Range<Int>
}
