import Testing
import ZMQRuntime

/// What happened on some loop, for a test that waits for it elsewhere.
struct Probe<Event: Sendable>: Sendable {
  private let stream: AsyncStream<Event>
  private let continuation: AsyncStream<Event>.Continuation

  init(of type: Event.Type = Event.self) {
    (stream, continuation) = AsyncStream.makeStream()
  }

  /// Notes an event.
  func note(_ event: Event) { continuation.yield(event) }

  /// The next events; fewer only when the test has been stopped.
  func next(_ count: Int) async -> [Event] {
    var events: [Event] = []
    var iterator = stream.makeAsyncIterator()
    while events.count < count, let event = await iterator.next() { events.append(event) }
    return events
  }
}

/// Runs a process beside a body and stops it when the body has ended; what the process throws is thrown.
func beside<Value: Sendable>(
  _ process: @escaping @Sendable () async throws -> Void, _ body: () async throws -> Value
) async throws -> Value {
  let task = Task { try await process() }
  do {
    let value = try await body()
    task.cancel()
    try await task.value
    return value
  } catch {
    task.cancel()
    throw error
  }
}

/// How long a test waits for what comes unless something hangs: long enough for a machine that has other things to do,
/// shorter than what a suite may take.
let patience = Duration.seconds(50)

/// Waits until a condition holds, looking again every few milliseconds.
func eventually(
  within limit: Duration = patience, _ what: Comment, _ condition: () async -> Bool
) async throws {
  let deadline = ContinuousClock.now + limit
  while await !condition() {
    try #require(ContinuousClock.now < deadline, what)
    try await Task.sleep(for: .milliseconds(5))
  }
}
