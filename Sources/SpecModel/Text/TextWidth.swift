/// How many columns a text takes in a terminal or an editor with a font of fixed width.
///
/// Swift has no such property: `Unicode.Scalar.Properties` knows no East Asian Width, and what it does know depends on
/// the Unicode version of the installed standard library. A drawing has the same bytes on every platform, so the
/// widths come from `TextWidthTable`.
public enum TextWidth {
  /// The columns of a text: `ping` 4, `日本` 4, `é` 1 however it is composed, `👍🏽` 2, `❤️` 2, `🇩🇪` 2.
  ///
  /// Wide and full-width characters take 2, combining ones 0. Characters of ambiguous width take 1: they do so
  /// everywhere but in some Chinese, Japanese and Korean terminals.
  public static func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text.utf8.count }
    var columns = 0
    var last = Cell.none
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200D:
        // ZERO WIDTH JOINER: an emoji in front of it and the one behind it are shown as one.
        last = last == .wide ? .joined : last
      case 0xFE0F where last == .narrow:
        // VARIATION SELECTOR-16 asks for the emoji form of what stands in front of it.
        columns += 1
        last = .wide
      case 0x1F1E6...0x1F1FF where last == .regional:
        // Two regional indicators are one flag.
        last = .wide
      case 0x1F1E6...0x1F1FF:
        columns += 2
        last = .regional
      default:
        let width = self.columns(of: scalar)
        guard width > 0 else { continue }
        if last == .joined, width == 2 {
          last = .wide
          continue
        }
        columns += width
        last = width == 2 ? .wide : .narrow
      }
    }
    return columns
  }

  /// What the last character with a width of its own was.
  private enum Cell { case none, narrow, wide, joined, regional }

  /// The columns of one code point by itself.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if TextWidthTable.zero.holds(scalar.value) { return 0 }
    return TextWidthTable.wide.holds(scalar.value) ? 2 : 1
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of these sorted ranges contains the value.
  fileprivate func holds(_ value: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(value)
  }
}
