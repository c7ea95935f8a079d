/// What is to happen at which time; the earliest is found at once, cancelling costs nothing.
struct TimerQueue {
  struct ID: Hashable {
    fileprivate let number: UInt64
  }

  private struct Entry {
    var deadline: ContinuousClock.Instant
    var id: ID
  }

  // A binary heap; a cancelled timer stays in it without an action, until its time has come or most are cancelled.
  private var heap: [Entry] = []
  private var actions: [ID: () -> Void] = [:]
  private var nextNumber: UInt64 = 0

  /// Remembers `action` for `deadline`.
  mutating func add(at deadline: ContinuousClock.Instant, _ action: @escaping () -> Void) -> ID {
    let id = ID(number: nextNumber)
    nextNumber += 1
    actions[id] = action
    heap.append(Entry(deadline: deadline, id: id))
    siftUp(heap.count - 1)
    return id
  }

  /// Forgets a timer; nothing happens if its time has come.
  mutating func cancel(_ id: ID) {
    actions[id] = nil
    // Requests that are answered long before their deadline would otherwise keep a place each until it.
    if heap.count > 256, actions.count < heap.count / 4 { sweep() }
  }

  /// How many places are taken, those of cancelled timers included.
  var size: Int { heap.count }

  private mutating func sweep() {
    heap.removeAll { actions[$0.id] == nil }
    for parent in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(parent) }
  }

  /// When the next action is due.
  mutating func nextDeadline() -> ContinuousClock.Instant? {
    while let first = heap.first, actions[first.id] == nil { removeFirst() }
    return heap.first?.deadline
  }

  /// Takes the next action that is due at `now`.
  mutating func takeDue(at now: ContinuousClock.Instant) -> (() -> Void)? {
    guard let deadline = nextDeadline(), deadline <= now, let first = heap.first else { return nil }
    let action = actions.removeValue(forKey: first.id)
    removeFirst()
    return action
  }

  private mutating func removeFirst() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    siftDown(0)
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].deadline < heap[parent].deadline else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].deadline < heap[least].deadline { least = child }
      }
      guard least != parent else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
