/// The text of a duration: decimal seconds, exact, as short as possible.
///
/// ```swift
/// DurationText.text(of: .milliseconds(2500))   // "2.5"
/// ```
public enum DurationText {
  /// The text of `duration`: no exponent, no zeros at the end, `-` in front where it is negative.
  public static func text(of duration: Duration) -> String {
    let attoseconds = duration.attoseconds.magnitude
    let (seconds, fraction) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
    let sign = duration.attoseconds < 0 ? "-" : ""
    if fraction == 0 { return "\(sign)\(seconds)" }
    // A 1 in front keeps the zeros at the beginning; it goes with the first character.
    var digits = Substring(String(fraction + 1_000_000_000_000_000_000)).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(seconds).\(digits)"
  }
}

extension Duration {
  /// Whether 64 bits hold its whole seconds: no codec takes or gives any other, and `components` traps.
  var hasSecondsOf64Bits: Bool {
    attoseconds < 9_223_372_036_854_775_808_000_000_000_000_000_000
      && attoseconds > -9_223_372_036_854_775_809_000_000_000_000_000_000
  }
}
