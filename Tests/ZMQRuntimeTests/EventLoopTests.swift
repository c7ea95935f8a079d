import Dispatch
import Foundation
import Testing

@testable import ZMQRuntime

@Suite(.timeLimit(.minutes(1)))
struct EventLoopTests {
  @Test("everything on a loop runs on one thread, in the order in which it came")
  func order() async {
    let transport = InMemoryTransport()
    let recorder = Recorder(loop: transport.loop)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { for _ in 0..<200 { await recorder.record() } } }
    }
    #expect(await recorder.count == 1600)
    #expect(await recorder.threads == 1)
  }

  @Test("a loop whose transport is gone still answers")
  func afterlife() async {
    var transport: InMemoryTransport? = InMemoryTransport()
    let recorder = transport.map { Recorder(loop: $0.loop) }
    transport = nil
    for _ in 0..<100 { await recorder?.record() }
    #expect(await recorder?.count == 100)
  }

  @Test("a wait ends at its deadline, not before")
  func deadline() async {
    let transport = InMemoryTransport()
    let start = ContinuousClock.now
    let recorder = Recorder(loop: transport.loop)
    #expect(await recorder.wait(.milliseconds(30)) == .expired)
    #expect(ContinuousClock.now - start >= .milliseconds(30))
  }

  @Test("a wait ends when its task is cancelled")
  func cancellation() async {
    let transport = InMemoryTransport()
    let recorder = Recorder(loop: transport.loop)
    let task = Task { await recorder.wait(.seconds(3600)) }
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test(
    "who is woken, expires and is cancelled in one moment goes on once, and leaves nothing behind", arguments: 0..<4)
  func races(seed: UInt64) async {
    let transport = InMemoryTransport()
    var reasons: Set<WaitList.Wake> = []
    // On a busy machine each of the three needs more rounds until it is the first once.
    for round in 0..<5_000 as Range<UInt64> where round < 50 || reasons.count < 3 {
      reasons.formUnion(await transport.loop.storm(seed << 32 | round))
    }
    #expect(reasons == [.woken, .expired, .cancelled])
    #expect(await transport.loop.hasQuietPlaces())
  }

  @Test("a task that has waited goes on on its loop, and needs none of the pool's threads")
  func noPool() async {
    // A program of its own, whose pool nobody else needs.
    await #expect(processExitsWith: .success) {
      let transport = InMemoryTransport()
      let (waits, hasWaited) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      Task { await transport.loop.tell(waits, hasWaited, after: .milliseconds(100)) }
      precondition(wait(for: waits))
      // As many as the pool has threads.
      let gate = DispatchSemaphore(value: 0)
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { Task.detached { _ = wait(for: gate) } }
      exit(wait(for: hasWaited) ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}

private func wait(for semaphore: DispatchSemaphore) -> Bool { semaphore.wait(timeout: .now() + 10) == .success }

/// An actor on a given loop.
private actor Recorder {
  let loop: EventLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.unownedExecutor }
  private(set) var count = 0
  private var seen: [ThreadID] = []

  init(loop: EventLoop) { self.loop = loop }

  var threads: Int { seen.count }

  func record() {
    count += 1
    if !seen.contains(.current) { seen.append(.current) }
  }

  func wait(_ duration: Duration) async -> WaitList.Wake { await loop.waitAlone(until: .now + duration) }
}

/// Numbers that are the same for the same beginning.
private struct Chance {
  var state: UInt64

  mutating func number(below bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }
}

extension EventLoop {
  /// Twenty tasks wait, and are woken, expire and are cancelled by another thread within the same half millisecond.
  ///
  /// - Returns: Why they went on; when each of them has.
  fileprivate func storm(_ seed: UInt64) async -> Set<WaitList.Wake> {
    var random = Chance(state: seed)
    let list = WaitList()
    var tasks: [Task<WaitList.Wake, Never>] = []
    for _ in 0..<20 {
      let deadline = now + .microseconds(random.number(below: 500))
      tasks.append(Task { await self.suspend(in: list, until: deadline) })
    }
    let (cancelled, pause) = (tasks.filter { _ in random.number(below: 2) == 0 }, random.number(below: 500))
    let thread = Thread {
      usleep(useconds_t(pause))
      for task in cancelled { task.cancel() }
    }
    thread.start()
    _ = await suspend(in: WaitList(), until: now + .microseconds(random.number(below: 500)))
    for _ in 0..<random.number(below: 20) { list.wakeOne() }
    var reasons: Set<WaitList.Wake> = []
    for task in tasks { reasons.insert(await task.value) }
    #expect(list.isEmpty && waits.isEmpty)
    return reasons
  }

  /// Whether a task that waits where others have waited is called by nobody who meant those.
  fileprivate func hasQuietPlaces() async -> Bool {
    let deadline = now + .milliseconds(30)
    var tasks: [Task<Bool, Never>] = []
    for _ in spareWaiters {
      tasks.append(Task { await self.suspend(in: WaitList(), until: deadline) == .expired && self.now >= deadline })
    }
    var areQuiet = !tasks.isEmpty
    for task in tasks where await !task.value { areQuiet = false }
    return areQuiet
  }

  fileprivate func waitAlone(until deadline: ContinuousClock.Instant) async -> WaitList.Wake {
    await suspend(in: WaitList(), until: deadline)
  }

  /// Tells that it waits, and later that it has waited.
  fileprivate func tell(_ waits: DispatchSemaphore, _ hasWaited: DispatchSemaphore, after duration: Duration) async {
    waits.signal()
    _ = await waitAlone(until: .now + duration)
    hasWaited.signal()
  }
}
