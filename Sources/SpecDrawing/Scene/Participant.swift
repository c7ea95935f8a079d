/// A process as a diagram shows it: a name over the lifelines of its sockets.
struct Participant: Hashable {
  /// The name in the header: `Broker`; `Worker (n)` where there may be many.
  var name: String
  /// Its lifelines, by their places in `Scene.lifelines`.
  var lifelines: Range<Int>
}
