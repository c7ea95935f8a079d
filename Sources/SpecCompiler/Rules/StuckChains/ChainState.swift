/// Where a chain is: which events are over, and how; which ways were taken; what has gone wrong.
///
/// ```
/// words:  over | done, or taken | told | mishap
/// ```
///
/// What is over and done is forgotten, so that it looks like what was left out, once nobody asks any more which of both
/// it is (`ChainExploration.settle`): ways that come to the same are then one state, however many there were.
struct ChainState {
  /// What has gone wrong, of which there is at most one thing in a trace.
  enum Mishap: Hashable {
    /// A message did not arrive; nil where nobody would receive it any more anyway.
    case loss(operation: Int?)
    /// A process restarted.
    case restart(Int)
  }

  /// Where everything has its bit: a slot for each event and each option of a choice, those of one actor in their
  /// order, so that what lies side by side is looked at in one.
  struct Layout {
    /// The first slot of each actor, and the end.
    let starts: [Int]
    /// The slot of each event.
    let events: [Int]
    /// The slots of each choice's options.
    let options: [[Int]]
    /// What has each slot.
    let slots: [ChainProgram.Part.Slot]
    /// The slots that are no events.
    let areOptions: [UInt64]
    /// How many words the slots need.
    let span: Int
    /// How many words a state has.
    let width: Int

    init(_ program: ChainProgram) {
      var starts = [0]
      for part in program.parts { starts.append(starts[starts.count - 1] + part.slots.count) }
      let slots = program.parts.flatMap(\.slots)
      let span = (slots.count + 63) / 64
      var areOptions = Array(repeating: UInt64(0), count: span)
      for (slot, value) in slots.enumerated() {
        if case .option = value { areOptions[slot >> 6] |= 1 << UInt64(slot & 63) }
      }
      self.starts = starts
      self.slots = slots
      self.areOptions = areOptions
      self.span = span
      events = program.events.map { starts[$0.actor] + $0.place }
      options = program.choices.map { $0.options.map { starts[$0.actor] + $0.place } }
      width = 2 * span + (program.actors.count + 63) / 64 + 1
    }

    /// The slots of a stretch of an actor's part.
    func slots(_ actor: Int, _ places: Range<Int>) -> Range<Int> {
      starts[actor] + places.lowerBound..<starts[actor] + places.upperBound
    }
  }

  let layout: Layout
  private(set) var words: [UInt64]
  /// Of all words; the same in every run, so that what is found is found in the same order.
  private(set) var hash: UInt64 = 0

  /// The state in which nothing has happened.
  init(_ layout: Layout) {
    self.layout = layout
    words = Array(repeating: 0, count: layout.width)
  }

  // MARK: Words

  private mutating func set(_ word: Int, _ value: UInt64) {
    if words[word] == value { return }
    hash ^= Self.mixed(word, words[word]) ^ Self.mixed(word, value)
    words[word] = value
  }

  private static func mixed(_ word: Int, _ value: UInt64) -> UInt64 {
    if value == 0 { return 0 }
    var mixed = (value ^ UInt64(word) &* 0xd134_2543_de82_ef95) &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ mixed >> 31) &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ mixed >> 29
  }

  /// Becomes another state of the same chain.
  mutating func replace(_ other: ArraySlice<UInt64>, hash: UInt64) {
    words.withUnsafeMutableBufferPointer { words in
      other.withUnsafeBufferPointer { _ = words.update(fromContentsOf: $0) }
    }
    self.hash = hash
  }

  private func isOver(slot: Int) -> Bool { words[slot >> 6] >> UInt64(slot & 63) & 1 == 1 }
  private func isDone(slot: Int) -> Bool { words[layout.span + slot >> 6] >> UInt64(slot & 63) & 1 == 1 }

  private mutating func setOver(slot: Int) { set(slot >> 6, words[slot >> 6] | 1 << UInt64(slot & 63)) }
  private mutating func setDone(slot: Int) {
    let word = layout.span + slot >> 6
    set(word, words[word] | 1 << UInt64(slot & 63))
  }

  /// Forgets how a slot came to be over.
  mutating func forget(slot: Int) {
    let word = layout.span + slot >> 6
    set(word, words[word] & ~(1 << UInt64(slot & 63)))
  }

  // MARK: Events and options

  /// Whether an event has happened, as far as that is not forgotten.
  func isDone(_ event: Int) -> Bool { isDone(slot: layout.events[event]) }
  /// Whether an event is left out, because another way was taken; or has happened, which is forgotten.
  func isLeftOut(_ event: Int) -> Bool { isOver(event) && !isDone(event) }
  /// Whether nobody waits for an event any more.
  func isOver(_ event: Int) -> Bool { isOver(slot: layout.events[event]) }
  /// Whether an option of a choice is taken, as far as that is not forgotten.
  func isTaken(_ choice: Int, _ option: Int) -> Bool { isDone(slot: layout.options[choice][option]) }
  /// Whether an option can be taken no more, because one was, or the choice is left out.
  func isDecided(_ choice: Int, _ option: Int) -> Bool { isOver(slot: layout.options[choice][option]) }

  /// An event happens.
  mutating func happen(_ event: Int) {
    setOver(slot: layout.events[event])
    setDone(slot: layout.events[event])
  }

  /// An option of a choice is taken.
  mutating func take(_ choice: Int, _ option: Int) {
    for slot in layout.options[choice] { setOver(slot: slot) }
    setDone(slot: layout.options[choice][option])
  }

  /// An event is over, as if it was left out.
  mutating func leaveOut(_ event: Int) { setOver(slot: layout.events[event]) }

  /// All of these slots are left out; what has happened has happened.
  mutating func leaveOut(_ slots: Range<Int>) {
    Self.forEachWord(of: slots) { word, mask in set(word, words[word] | mask) }
  }

  /// The first of some slots that is not over; of those that are events, where options do not matter.
  func firstAhead(in slots: Range<Int>, events: Bool) -> Int? {
    var slot = slots.lowerBound
    while slot < slots.upperBound {
      let word = slot >> 6
      let over = events ? words[word] | layout.areOptions[word] : words[word]
      let ahead = ~over >> UInt64(slot & 63)
      if ahead != 0 {
        let found = slot + ahead.trailingZeroBitCount
        return found < slots.upperBound ? found : nil
      }
      slot = (word + 1) << 6
    }
    return nil
  }

  /// Calls for each of some slots that is done or taken, as far as that is not forgotten.
  func forEachDone(in slots: Range<Int>, _ body: (Int) -> Void) {
    Self.forEachWord(of: slots) { word, mask in
      var done = words[layout.span + word] & mask
      while done != 0 {
        body(word << 6 + done.trailingZeroBitCount)
        done &= done - 1
      }
    }
  }

  private static func forEachWord(of slots: Range<Int>, _ body: (_ word: Int, _ mask: UInt64) -> Void) {
    if slots.isEmpty { return }
    let (first, last) = (slots.lowerBound >> 6, (slots.upperBound - 1) >> 6)
    for word in first...last {
      var mask = UInt64.max
      if word == first { mask &= .max << UInt64(slots.lowerBound & 63) }
      if word == last { mask &= .max >> UInt64(63 - (slots.upperBound - 1) & 63) }
      body(word, mask)
    }
  }

  // MARK: What goes wrong

  /// Whether something was sent to an actor, so that it has something to forget.
  func isTold(_ actor: Int) -> Bool { words[2 * layout.span + actor >> 6] >> UInt64(actor & 63) & 1 == 1 }

  mutating func tell(_ actor: Int) {
    let word = 2 * layout.span + actor >> 6
    set(word, words[word] | 1 << UInt64(actor & 63))
  }

  /// Something goes wrong, after which nothing else does.
  mutating func suffer(_ mishap: Mishap) {
    let last = words.count - 1
    for word in 2 * layout.span..<last { set(word, 0) }
    switch mishap {
    case .loss(nil): set(last, 1)
    case .loss(let operation?): set(last, UInt64(2 * operation + 2))
    case .restart(let actor): set(last, UInt64(2 * actor + 3))
    }
  }

  /// What has gone wrong; nil so far.
  var mishap: Mishap? {
    switch words[words.count - 1] {
    case 0: nil
    case 1: .loss(operation: nil)
    case let code where code.isMultiple(of: 2): .loss(operation: Int(code / 2) - 1)
    case let code: .restart(Int(code - 3) / 2)
    }
  }
}
