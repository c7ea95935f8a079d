import SpecModel

/// A text in a row of a ladder that stands behind a lifeline, and must end in front of the next.
struct LadderLabel: Hashable {
  /// What follows the label.
  enum Kind: Hashable {
    /// An arrow that touches the next lifeline.
    case arrow
    /// A line that ends before.
    case open
    /// `.work().>`
    case handOff
    /// `|  | rasterise()`
    case work
  }

  /// The lifeline behind which it stands.
  var lifeline: Int
  /// The text.
  var text: String
  /// How many columns behind the lifeline it begins.
  var offset: Int
  /// What follows.
  var kind: Kind

  /// How far the next lifeline must stand from the label's.
  func distance(_ spacing: LadderSpacing) -> Int {
    let extra =
      switch kind {
      case .arrow: spacing.label
      case .open: spacing.openLabel
      case .handOff: spacing.handOff
      case .work: spacing.work
      }
    return TextWidth.columns(of: text) + extra
  }

  /// The columns behind the lifeline that the row takes, where it ends at no lifeline.
  var reach: Int { offset + TextWidth.columns(of: text) + (kind == .open ? 3 : 0) }
}
