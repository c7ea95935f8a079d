extension DurationSpec {
  /// The span with a blank in front of its unit, as a reader of drawings and pages expects it: `2.5 s`.
  public var spaced: String {
    let number = text.prefix { !$0.isLetter }
    return number + " " + text.dropFirst(number.count)
  }
}
