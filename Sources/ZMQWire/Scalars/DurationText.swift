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
