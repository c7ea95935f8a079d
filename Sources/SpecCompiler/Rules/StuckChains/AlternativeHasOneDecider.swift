import SpecModel

/// The branches of an `alt` are decided by one process: the one that sends the first message of each.
///
/// Two processes that each begin a branch may both do so before either hears of the other. A branch that is taken
/// because time has passed is decided by the clock of whoever waited: it begins with a `pause`, or with a message that
/// is lost, or its first sender waits in the other branches for a message with a deadline.
struct AlternativeHasOneDecider: Rule {
  static let code: DiagnosticCode = "ZS0706"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.outlines.filter(\.hasGroups).flatMap { outline in
      outline.groups().compactMap { check($0.group, $0.path, outline) }
    }
  }

  /// Whether two processes may begin different branches at once.
  static func isRace(_ group: GroupSpec, _ outline: ChainOutline) -> Bool {
    group.kind == .alt && race(in: group, outline) != nil
  }

  private static func check(_ group: GroupSpec, _ path: [Int], _ outline: ChainOutline) -> Diagnostic? {
    guard group.kind == .alt, let (a, b) = race(in: group, outline) else { return nil }
    let (first, second) = (outline.name(outline.sender(a)), outline.name(outline.sender(b)))
    let (one, other) = (outline.name(ofMessageIn: a), outline.name(ofMessageIn: b))
    return error(
      at: group.range,
      "nobody decides this alternative: \(first) begins one branch with \(one), \(second) another with \(other), and "
        + "both may do so at once",
      help: "let one process begin every branch, or give \(second) a deadline (`within`, `silence`); where both may "
        + "happen, write `par` or `break`",
      notes: [a, b].map { step in
        Diagnostic.Note(
          "\(outline.name(outline.sender(step))) begins a branch here", at: outline.chain.steps[step].range)
      },
      trace: outline.trace(
        outline.events(before: path) + [a, b].map { outline.event($0) },
        fatal: "each has taken another branch"))
  }

  /// The first messages of two branches, with different senders, where neither waits with a clock.
  private static func race(in group: GroupSpec, _ outline: ChainOutline) -> (Int, Int)? {
    let openings = group.branches.map { outline.opening($0.items) }.filter { !$0.isTimed }
    for (place, a) in openings.enumerated() {
      // A branch may begin in several ways: it has to be one who decides among them, too, which the group says there.
      for b in openings[(place + 1)...] {
        for one in a.steps {
          for other in b.steps where outline.sender(one) != outline.sender(other) {
            if !isTimeout(one, insteadOf: other, outline), !isTimeout(other, insteadOf: one, outline) {
              return (one, other)
            }
          }
        }
      }
    }
    return nil
  }

  /// Whether a step is sent because another did not come in time.
  private static func isTimeout(_ step: Int, insteadOf other: Int, _ outline: ChainOutline) -> Bool {
    if outline.chain.steps[step].isLost { return true }
    guard let socket = outline.socket(of: outline.sender(step), receiving: other) else { return false }
    return outline.chain.steps[other].within != nil || outline.spec[socket].silence != nil
  }
}
