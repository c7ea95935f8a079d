/// The characters that lines and arrows are made of.
///
/// The heads are U+25BA and U+25C4, whose width is one column everywhere; `▶◀` are ambiguous.
struct Glyphs {
  /// The wire, and the lines of frames.
  let line: Character
  /// A hand-off inside a process.
  let handOff: Character
  /// A lifeline that nothing leaves in this row, and the sides of frames.
  let lifeline: Character
  /// A lifeline while time passes.
  let pause: Character
  /// A lifeline that a line leaves to the right.
  let leavesRight: Character
  /// A lifeline that a line leaves to the left.
  let leavesLeft: Character
  /// A lifeline that lines leave to both sides.
  let leavesBoth: Character
  /// The head of an arrow to the right.
  let headRight: Character
  /// The head of an arrow to the left.
  let headLeft: Character
  /// Where the line of a message to its own sender turns down.
  let turnDown: Character
  /// Where it turns back.
  let turnBack: Character
  /// The corners of a frame.
  let topLeft: Character, topRight: Character, bottomLeft: Character, bottomRight: Character
  /// Where the line between two branches leaves the sides of a frame.
  let branchLeft: Character, branchRight: Character
  /// The line between two branches, and what stands between its dashes.
  let dash: Character, dashGap: Character

  /// `|---1 ping--->|`
  static let ascii = Glyphs(
    line: "-", handOff: ".", lifeline: "|", pause: ":", leavesRight: "|", leavesLeft: "|", leavesBoth: "|",
    headRight: ">", headLeft: "<", turnDown: ".", turnBack: "'", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", branchLeft: "+", branchRight: "+", dash: "-", dashGap: " ")

  /// `├───1 ping───►│`
  static let unicode = Glyphs(
    line: "─", handOff: "┄", lifeline: "│", pause: "┊", leavesRight: "├", leavesLeft: "┤", leavesBoth: "┼",
    headRight: "►", headLeft: "◄", turnDown: "┐", turnBack: "┘", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", branchLeft: "├", branchRight: "┤", dash: "┄", dashGap: "┄")

  /// The characters of a charset.
  static func of(_ charset: DrawingOptions.Charset) -> Glyphs {
    switch charset {
    case .ascii: .ascii
    case .unicode: .unicode
    }
  }
}
