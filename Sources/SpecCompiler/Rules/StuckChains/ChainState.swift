/// Where a chain is: which events are over, and how; which ways were taken; what has gone wrong.
///
/// ```
/// words:  done | left out | never | taken options | mishap
/// ```
struct ChainState {
  /// What has gone wrong, of which there is at most one thing in a trace.
  enum Mishap: Hashable {
    /// A message did not arrive.
    case loss
    /// A process restarted.
    case restart(Int)
  }

  var words: [UInt64]
  private let span: Int
  private let options: Int

  /// How many words a state of so many events and so many options has.
  static func width(events: Int, options: Int) -> Int { 3 * ((events + 63) / 64) + (options + 63) / 64 + 1 }

  /// The state in which nothing has happened.
  init(events: Int, options: Int) {
    span = (events + 63) / 64
    self.options = (options + 63) / 64
    words = Array(repeating: 0, count: Self.width(events: events, options: options))
  }

  private func bit(_ area: Int, _ index: Int) -> Bool { words[area * span + index >> 6] >> UInt64(index & 63) & 1 == 1 }
  private mutating func set(_ area: Int, _ index: Int) { words[area * span + index >> 6] |= 1 << UInt64(index & 63) }

  /// Whether an event has happened.
  func isDone(_ event: Int) -> Bool { bit(0, event) }
  /// Whether an event is left out, because another way was taken.
  func isLeftOut(_ event: Int) -> Bool { bit(1, event) }
  /// Whether an event will never happen, because something went wrong.
  func isNever(_ event: Int) -> Bool { bit(2, event) }
  /// Whether nobody waits for an event any more.
  func isOver(_ event: Int) -> Bool { bit(0, event) || bit(1, event) }
  /// Whether an event may still happen.
  func isAhead(_ event: Int) -> Bool { !(bit(0, event) || bit(1, event) || bit(2, event)) }
  /// Whether an option of a choice is taken.
  func isTaken(_ option: Int) -> Bool { words[3 * span + option >> 6] >> UInt64(option & 63) & 1 == 1 }

  /// An event happens.
  mutating func happen(_ event: Int) { set(0, event) }
  /// An event is left out; what has happened has happened.
  mutating func leaveOut(_ event: Int) { if !bit(0, event) { set(1, event) } }
  /// An event will never happen; what has happened has happened.
  mutating func prevent(_ event: Int) { if !bit(0, event) { set(2, event) } }
  /// An option is taken.
  mutating func take(_ option: Int) { words[3 * span + option >> 6] |= 1 << UInt64(option & 63) }

  /// What has gone wrong; nil so far.
  var mishap: Mishap? {
    get {
      switch words[words.count - 1] {
      case 0: nil
      case 1: .loss
      case let code: .restart(Int(code) - 2)
      }
    }
    set {
      switch newValue {
      case nil: words[words.count - 1] = 0
      case .loss: words[words.count - 1] = 1
      case .restart(let actor): words[words.count - 1] = UInt64(actor + 2)
      }
    }
  }
}
