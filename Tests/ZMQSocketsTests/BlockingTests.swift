import Dispatch
import Testing

/// Gives each test of a suite a thread of its own, for tests that block theirs.
///
/// The pool has as many threads as the machine has cores. Two tests that wait in `zmq_poll` would let every other test
/// wait, too, and those have deadlines.
struct BlockingTests: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    try await withTaskExecutorPreference(OwnThread(), operation: function)
  }
}

extension Trait where Self == BlockingTests {
  /// Its tests block the thread that they run on.
  static var blocking: Self { BlockingTests() }
}

private final class OwnThread: TaskExecutor {
  private let queue = DispatchQueue(label: "a test that blocks")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
