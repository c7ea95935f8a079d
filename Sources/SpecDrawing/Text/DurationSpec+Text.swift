import SpecModel

extension DurationSpec {
  /// The span with a blank in front of its unit, as a reader of a drawing expects it: `2.5 s`.
  var spaced: String {
    let number = text.prefix { !$0.isLetter }
    return Page.visible(String(number) + " " + text.dropFirst(number.count))
  }
}
