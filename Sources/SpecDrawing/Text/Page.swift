/// What diagrams and frame lists have in common on a page.
enum Page {
  /// The columns left free at the left, as in the article.
  static let margin = 4
}
