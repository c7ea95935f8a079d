import Testing

@testable import ZMQRuntime

@Suite
struct TimerQueueTests {
  @Test("timers come due in the order of their deadlines, cancelled ones not at all")
  func order() {
    var queue = TimerQueue()
    let start = ContinuousClock.now
    var fired: [Int] = []
    // A fixed shuffle: 37 and 101 have no common factor.
    let delays = (0..<101).map { ($0 * 37) % 101 }
    var ids: [Int: TimerQueue.ID] = [:]
    for delay in delays { ids[delay] = queue.add(at: start + .milliseconds(delay)) { fired.append(delay) } }
    for delay in stride(from: 0, to: 101, by: 3) { ids[delay].map { queue.cancel($0) } }
    #expect(queue.nextDeadline() == start + .milliseconds(1))
    while let action = queue.takeDue(at: start + .milliseconds(50)) { action() }
    #expect(fired == (0...50).filter { $0 % 3 != 0 })
    #expect(queue.nextDeadline() == start + .milliseconds(52))
    while let action = queue.takeDue(at: start + .seconds(1)) { action() }
    #expect(fired == (0...100).filter { $0 % 3 != 0 })
    #expect(queue.nextDeadline() == nil)
  }

  @Test("timers that were cancelled give their places back, and the others stay in order")
  func cancelled() {
    var queue = TimerQueue()
    let start = ContinuousClock.now
    for round in 0..<1000 {
      let ids = (0..<100).map { queue.add(at: start + .seconds(600 + $0 + round)) {} }
      for id in ids { queue.cancel(id) }
    }
    #expect(queue.size <= 512)
    var fired: [Int] = []
    for delay in [5, 1, 4, 2, 3] { _ = queue.add(at: start + .seconds(delay)) { fired.append(delay) } }
    while let action = queue.takeDue(at: start + .seconds(5)) { action() }
    #expect(fired == [1, 2, 3, 4, 5])
  }
}
