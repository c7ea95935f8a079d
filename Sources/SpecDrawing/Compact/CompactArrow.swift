/// An arrow between two neighbours of the compact form: `---1-->`, `<--2---`.
struct CompactArrow: Hashable {
  /// The message's number.
  var number: String
  /// Whether it points to the right.
  var pointsRight: Bool
}
