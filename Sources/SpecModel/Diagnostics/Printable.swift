/// Text of a file made safe for a terminal: what could move the cursor, colour the screen or reverse the
/// reading direction is shown as `�`.
///
/// One character stays one, so that columns still count.
package enum Printable {
  /// The scalars of a line; tabs stay.
  static func scalars(_ scalars: some Sequence<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    ArraySlice(scalars.map { $0 == "\t" || isHarmless($0) ? $0 : "\u{FFFD}" })
  }

  /// A text that stays on one line.
  package static func line(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isHarmless) { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(isHarmless(scalar) ? scalar : "\u{FFFD}") }
    return String(clean)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x2028, 0x2029: false
    // Directions: a name could otherwise be shown backwards.
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
