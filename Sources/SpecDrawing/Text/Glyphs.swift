/// The characters that lines and arrows are made of.
///
/// The heads are U+25BA and U+25C4, whose width is one column everywhere; `▶◀` are ambiguous.
struct Glyphs {
  /// The wire.
  var line: Character
  /// A lifeline that nothing leaves in this row.
  var lifeline: Character
  /// A lifeline that a line leaves to the right.
  var leavesRight: Character
  /// A lifeline that a line leaves to the left.
  var leavesLeft: Character
  /// A lifeline that lines leave to both sides.
  var leavesBoth: Character
  /// The head of an arrow to the right.
  var headRight: Character
  /// The head of an arrow to the left.
  var headLeft: Character
  /// Where the line of a message to its own sender turns down.
  var turnDown: Character
  /// Where it turns back.
  var turnBack: Character

  /// `|---1 ping--->|`
  static let ascii = Glyphs(
    line: "-", lifeline: "|", leavesRight: "|", leavesLeft: "|", leavesBoth: "|", headRight: ">", headLeft: "<",
    turnDown: ".", turnBack: "'")

  /// `├───1 ping───►│`
  static let unicode = Glyphs(
    line: "─", lifeline: "│", leavesRight: "├", leavesLeft: "┤", leavesBoth: "┼", headRight: "►", headLeft: "◄",
    turnDown: "┐", turnBack: "┘")

  /// The characters of a charset.
  init(_ charset: DrawingOptions.Charset) {
    switch charset {
    case .ascii: self = .ascii
    case .unicode: self = .unicode
    }
  }

  private init(
    line: Character, lifeline: Character, leavesRight: Character, leavesLeft: Character, leavesBoth: Character,
    headRight: Character, headLeft: Character, turnDown: Character, turnBack: Character
  ) {
    self.line = line
    self.lifeline = lifeline
    self.leavesRight = leavesRight
    self.leavesLeft = leavesLeft
    self.leavesBoth = leavesBoth
    self.headRight = headRight
    self.headLeft = headLeft
    self.turnDown = turnDown
    self.turnBack = turnBack
  }
}
