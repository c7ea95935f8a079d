import SpecModel

/// A number with a unit: `250ms`, `2.5s`, `64MiB`.
struct Measure {
  /// Units of time in microseconds.
  static let times: KeyValuePairs = ["us": 1, "ms": 1000, "s": 1_000_000, "min": 60_000_000, "h": 3_600_000_000]
  /// Units of size in bytes.
  static let sizes: KeyValuePairs = [
    "B": 1, "kB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30,
  ]

  /// The number of smallest units in a text; nil where it is not a decimal number and a unit with nothing between
  /// them, is no whole number of the smallest unit, or is too large.
  static func value(of text: String, in units: KeyValuePairs<String, Int>) -> Int64? {
    let number = text.prefix { ("0"..."9").contains($0) || $0 == "." }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let factor = units.first(where: { $0.key == text.dropFirst(number.count) })?.value,
      let whole = parts.first.flatMap({ Int64($0) }), parts.count <= 2
    else { return nil }
    let (base, overflow) = whole.multipliedReportingOverflow(by: Int64(factor))
    guard !overflow else { return nil }
    guard parts.count == 2 else { return base }
    guard let fraction = fraction(parts[1], of: Int64(factor)) else { return nil }
    let (sum, sumOverflow) = base.addingReportingOverflow(fraction)
    return sumOverflow ? nil : sum
  }

  /// The digits behind a point as a whole number of smallest units; nil where they are none: `0.5us`.
  private static func fraction(_ digits: Substring, of factor: Int64) -> Int64? {
    guard !digits.isEmpty else { return nil }
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    let significant = digits.dropLast(zeros)
    guard !significant.isEmpty else { return 0 }
    guard significant.utf8.count <= 18, let numerator = Int64(significant) else { return nil }
    let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
    let denominator = (0..<significant.utf8.count).reduce(Int64(1)) { power, _ in power * 10 }
    guard !overflow, product % denominator == 0 else { return nil }
    return product / denominator
  }
}

extension Findings {
  /// A span of time that is longer than nothing: `2s`, `250ms`, `2.5s`.
  ///
  /// - Parameter instead: What to write where nothing is meant: `leave it out`.
  mutating func duration(_ node: YAMLNode, _ what: String, insteadOfNothing instead: String) -> DurationSpec? {
    guard let text = text(node, what) else { return nil }
    if let microseconds = Measure.value(of: text.text, in: Measure.times) {
      if microseconds > 0 { return DurationSpec(microseconds: microseconds, text: text.text, range: text.range) }
      error(
        Code.zeroDuration, at: text.range,
        "expected \(what) as a time longer than nothing, found \(Prose.quoted(text.text))",
        help: "write a longer time, or \(instead)")
      return nil
    }
    error(
      Code.badDuration, at: text.range, "expected \(what) as a time with its unit, found \(Prose.quoted(text.text))",
      help: "write a number and one of the units `us`, `ms`, `s`, `min` and `h` with no blank between: `250ms`, `2.5s`")
    return nil
  }
}
