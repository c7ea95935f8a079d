/// Messages on their way from a socket to a task that takes them one by one: SUB and PULL as an `AsyncSequence`.
///
/// ```swift
/// let reports = Inbox<Weather.Report>()
/// let plan = ProcessPlan.Socket("reports", configuration, handler: reports.source { try $0.decode(Weather.Report.self) })
/// …
/// for await report in reports { … }       // ends when the process is stopped
/// ```
///
/// It holds so many; then its socket is not read until somebody takes one, and so whoever sends is slowed down, or, if it
/// is a PUB, loses what libzmq has no room for. A handler of your own may use one as well: `await inbox.put(report)`.
/// One task takes at a time; a second gets what the first does not.
public final class Inbox<Element: Sendable>: AsyncSequence, Sendable {
  /// Taking a message never fails.
  public typealias Failure = Never

  private struct State {
    var elements: ArraySlice<Element> = []
    var isFinished = false
    var takers: [(id: Int, continuation: CheckedContinuation<Element?, Never>)] = []
    var putters: [CheckedContinuation<Void, Never>] = []
    var lastID = 0
  }

  private let state = Locked(State())
  private let capacity: Int

  /// An inbox that holds so many messages; at least one.
  public init(capacity: Int = 64) { self.capacity = Swift.max(1, capacity) }

  /// Puts a message in; waits while there is no room.
  ///
  /// When the process is being stopped, it returns at once: what is in hand is not lost.
  public func put(_ element: Element) async {
    let hasRoom = state.withLock { state in
      if let taker = state.takers.first {
        state.takers.removeFirst()
        taker.continuation.resume(returning: element)
        return true
      }
      state.elements.append(element)
      return state.elements.count < capacity || state.isFinished
    }
    if hasRoom { return }
    await withCheckedContinuation { continuation in
      state.withLock { state in
        if state.elements.count < capacity || state.isFinished {
          continuation.resume()
        } else {
          state.putters.append(continuation)
        }
      }
    }
  }

  /// Lets whoever takes messages end when all are taken.
  public func finish() {
    state.withLock { state in
      state.isFinished = true
      for taker in state.takers { taker.continuation.resume(returning: nil) }
      for putter in state.putters { putter.resume() }
      state.takers = []
      state.putters = []
    }
  }

  /// How many wait to be taken.
  public var count: Int { state.withLock { $0.elements.count } }

  /// The messages that nobody has taken yet.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(inbox: self) }

  /// Takes one message after the other.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let inbox: Inbox

    /// The next message; nil when the process has been stopped, or the task is cancelled.
    public mutating func next() async -> Element? { await inbox.take() }
  }

  private func take() async -> Element? {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        state.withLock { state in
          if let element = state.elements.popFirst() {
            if !state.putters.isEmpty { state.putters.removeFirst().resume() }
            continuation.resume(returning: element)
          } else if state.isFinished || Task.isCancelled {
            continuation.resume(returning: nil)
          } else {
            state.takers.append((id, continuation))
          }
        }
      }
    } onCancel: {
      state.withLock { state in
        guard let place = state.takers.firstIndex(where: { $0.id == id }) else { return }
        state.takers.remove(at: place).continuation.resume(returning: nil)
      }
    }
  }
}

extension Inbox {
  /// Where a socket gets the handler that puts its messages in here.
  ///
  /// - Parameter decode: The message, or nil when it is another, which is refused.
  public func source(_ decode: @escaping @Sendable (IncomingMessage) throws -> Element?) -> HandlerSource {
    HandlerSource { _ in InboxDispatcher(inbox: self, decode: decode) }
  }
}

private struct InboxDispatcher<Element: Sendable>: Dispatcher {
  let inbox: Inbox<Element>
  let decode: @Sendable (IncomingMessage) throws -> Element?

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    guard let element = try decode(message) else {
      throw message.refusal(.unknownType, expected: "a message of this inbox")
    }
    await inbox.put(element)
    return .handled
  }

  func stopping() { inbox.finish() }
}
