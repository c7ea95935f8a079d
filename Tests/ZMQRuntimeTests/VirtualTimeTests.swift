import Testing

@testable import ZMQRuntime

@Suite(.timeLimit(.minutes(1)))
struct VirtualTimeTests {
  @Test("hours pass in an instant, one timer after the other, and no further than they are told to")
  func order() async {
    let time = VirtualTime()
    let transport = InMemoryTransport(time: time)
    let diary = Diary(of: time)
    for hours in [3, 1, 2] { await transport.loop.note(in: diary, after: .seconds(3600 * hours)) }
    #expect(diary.hours.isEmpty)
    let start = time.now
    await time.advance(by: .seconds(2 * 3600))
    #expect(diary.hours == [1, 2])
    #expect(time.now == start + .seconds(2 * 3600))
    await time.advance(by: .seconds(3600))
    #expect(diary.hours == [1, 2, 3])
  }

  @Test("what a timer sets off comes before the next timer")
  func chain() async {
    let time = VirtualTime()
    let transport = InMemoryTransport(time: time)
    let diary = Diary(of: time)
    await transport.loop.noteAgainAndAgain(in: diary, every: .seconds(2 * 3600))
    await transport.loop.note(in: diary, after: .seconds(5 * 3600))
    await time.advance(by: .seconds(9 * 3600))
    #expect(diary.hours == [2, 4, 5, 6, 8])
  }

  @Test("a task that waits on the loop goes on when its time has come")
  func suspension() async {
    let time = VirtualTime()
    let transport = InMemoryTransport(time: time)
    let waiting = Task { await transport.loop.waitAlone(for: .seconds(3600)) }
    while await transport.loop.nextDeadline() == nil { await Task.yield() }
    await time.advance(by: .seconds(3600))
    #expect(await waiting.value == .expired)
  }

  @Test("a transport that has ended holds nobody up")
  func ended() async {
    let time = VirtualTime()
    let loop = InMemoryTransport(time: time).loop
    await time.advance(by: .seconds(1))
    #expect(await loop.nextDeadline() == nil)
  }
}

/// At what times something happened.
private final class Diary: Sendable {
  private let time: VirtualTime
  private let start: ContinuousClock.Instant
  private let times = Locked<[ContinuousClock.Instant]>([])

  init(of time: VirtualTime) {
    self.time = time
    start = time.now
  }

  func note() {
    let now = time.now
    times.withLock { $0.append(now) }
  }

  /// Since it was begun.
  var hours: [Int64] { times.withLock { $0 }.map { ($0 - start).components.seconds / 3600 } }
}

extension EventLoop {
  fileprivate func note(in diary: Diary, after duration: Duration) {
    _ = schedule(at: now + duration) { diary.note() }
  }

  /// Goes through a task each time, so that there is more to do than the timer itself.
  fileprivate func noteAgainAndAgain(in diary: Diary, every interval: Duration) {
    _ = schedule(at: now + interval) { Task { self.noteAndGoOn(in: diary, every: interval) } }
  }

  private func noteAndGoOn(in diary: Diary, every interval: Duration) {
    diary.note()
    noteAgainAndAgain(in: diary, every: interval)
  }

  fileprivate func waitAlone(for duration: Duration) async -> WaitList.Wake {
    await suspend(in: WaitList(), until: now + duration)
  }
}
