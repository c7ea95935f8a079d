/// States of a chain in the order in which they are found, each once, with the move that leads there first.
///
/// All of them lie in one array of words, and a table of places finds them again: no state is an object.
struct StateStore {
  /// How many words a state has.
  let width: Int
  /// How many states there are.
  private(set) var count = 0
  private var words: [UInt64] = []
  private var hashes: [UInt64] = []
  private var parents: [Int32] = []
  private var moves: [Int32] = []
  /// Open addressing: the place of a state, or -1.
  private var table: [Int32]

  init(width: Int) {
    self.width = width
    table = Array(repeating: -1, count: 256)
  }

  /// Copies a state.
  func load(_ index: Int, into state: inout ChainState) {
    state.replace(words[index * width..<(index + 1) * width], hash: hashes[index])
  }

  /// Adds a state that is not there yet.
  mutating func insert(_ state: ChainState, from parent: Int, by move: Int) {
    if count * 2 >= table.count { grow() }
    var slot = self.slot(of: state.hash)
    while table[slot] >= 0 {
      if hashes[Int(table[slot])] == state.hash, equals(Int(table[slot]), state.words) { return }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = Int32(truncatingIfNeeded: count)
    words += state.words
    hashes.append(state.hash)
    parents.append(Int32(truncatingIfNeeded: parent))
    moves.append(Int32(truncatingIfNeeded: move))
    count += 1
  }

  /// The moves from the first state to this one.
  func path(to index: Int) -> [Int] {
    var path: [Int] = []
    var here = index
    while here > 0 {
      path.append(Int(moves[here]))
      here = Int(parents[here])
    }
    return path.reversed()
  }

  private func equals(_ index: Int, _ state: [UInt64]) -> Bool {
    for word in 0..<width where words[index * width + word] != state[word] { return false }
    return true
  }

  private mutating func grow() {
    table = Array(repeating: -1, count: table.count * 2)
    for index in 0..<count {
      var slot = self.slot(of: hashes[index])
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(truncatingIfNeeded: index)
    }
  }

  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 1) & (table.count - 1) }
}
