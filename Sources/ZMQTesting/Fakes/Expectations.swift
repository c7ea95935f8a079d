import ZMQRuntime

/// What a test expects of the messages that a fake handler gets; generated fakes use it.
///
/// A message takes the first expectation that fits it and is not used up. What fits none is remembered, and its sender
/// gets no answer.
public final class Expectations: Sendable {
  /// What a fake says about itself: `PongProc.pings`.
  let name: String

  fileprivate struct Entry {
    let text: String
    var remaining: Int
    let matches: @Sendable (any Sendable) -> Bool
    var act: (@Sendable (any Sendable) throws -> any Sendable)?
  }

  fileprivate struct State {
    var entries: [Entry] = []
    var unexpected: [String] = []
    var waiting: CheckedContinuation<Void, Never>?
    var wait = 0
  }

  private let state = Locked(State())

  /// Expects nothing yet.
  public init(_ name: String) {
    self.name = name
  }

  /// Expects one message more.
  ///
  /// - Parameter text: What it says in a failure: `ping(count: 3)`.
  public func add<Message: Sendable>(
    _ text: String, _ type: Message.Type, matching: @escaping @Sendable (Message) -> Bool
  ) -> Int {
    state.withLock { state in
      state.entries.append(
        Entry(text: text, remaining: 1, matches: { ($0 as? Message).map(matching) ?? false }, act: nil))
      return state.entries.count - 1
    }
  }

  func repeats(_ entry: Int, _ times: Int) {
    state.withLock { $0.entries[entry].remaining = times }
  }

  func answers<Message: Sendable, Answer: Sendable>(
    _ entry: Int, _ answer: @escaping @Sendable (Message) throws -> Answer
  ) {
    state.withLock { state in
      state.entries[entry].act = { message in
        guard let message = message as? Message else { throw UnexpectedMessage(text: "\(message)") }
        return try answer(message)
      }
    }
  }

  /// The answer to a message that has come.
  ///
  /// - Throws: What the expectation says; `UnexpectedMessage` where none fits, or where it has no answer.
  public func meet<Message: Sendable, Answer: Sendable>(_ message: Message, as answer: Answer.Type) throws -> Answer {
    let (act, waiting) = state.withLock { state -> (Entry?, CheckedContinuation<Void, Never>?) in
      guard let index = state.entries.firstIndex(where: { $0.remaining > 0 && $0.matches(message) }) else {
        state.unexpected.append("\(message)")
        return (nil, state.takeWaiting())
      }
      state.entries[index].remaining -= 1
      return (state.entries[index], state.isMet ? state.takeWaiting() : nil)
    }
    waiting?.resume()
    guard let act else { throw UnexpectedMessage(text: "\(message)") }
    if let nothing = () as? Answer, act.act == nil { return nothing }
    guard let answer = try act.act?(message) as? Answer else {
      state.withLock { $0.unexpected.append("\(act.text), whose expectation has no reply") }
      throw UnexpectedMessage(text: act.text)
    }
    return answer
  }

  /// Waits until everything expected has come.
  ///
  /// - Throws: `FakeFailure` with what has not come when the time has passed, and with what came unexpectedly.
  public func verify(within limit: Duration) async throws {
    let timer = Task {
      try? await Task.sleep(for: limit)
      self.state.withLock { $0.takeWaiting() }?.resume()
    }
    await withCheckedContinuation { continuation in
      let isDue = state.withLock { state in
        if state.isMet || !state.unexpected.isEmpty { return true }
        state.waiting = continuation
        return false
      }
      if isDue { continuation.resume() }
    }
    timer.cancel()
    let (missing, unexpected) = state.withLock { state in
      (
        state.entries.filter { $0.remaining > 0 }.map {
          $0.remaining > 1 ? "\($0.text), \($0.remaining) times" : $0.text
        },
        state.unexpected
      )
    }
    if !missing.isEmpty || !unexpected.isEmpty {
      throw FakeFailure(fake: name, missing: missing, unexpected: unexpected)
    }
  }
}

extension Expectations.State {
  fileprivate var isMet: Bool { entries.allSatisfy { $0.remaining <= 0 } }

  fileprivate mutating func takeWaiting() -> CheckedContinuation<Void, Never>? {
    defer { waiting = nil }
    return waiting
  }
}

/// A fake got a message that its test does not expect; whoever sent it gets no answer.
public struct UnexpectedMessage: Error, CustomStringConvertible, Sendable {
  let text: String

  /// One sentence.
  public var description: String { "not expected: \(text)" }
}

/// What a fake's test expected and did not get, and what it got and did not expect.
public struct FakeFailure: Error, CustomStringConvertible, Sendable, Equatable {
  /// `PongProc.pings`
  public let fake: String
  /// What has not come: `ping(count: 3)`.
  public let missing: [String]
  /// What came and fits no expectation.
  public let unexpected: [String]

  /// A line for each message.
  public var description: String {
    (missing.map { "\(fake) did not get \($0)" } + unexpected.map { "\(fake) got \($0), which nobody expects" })
      .joined(separator: "\n")
  }
}
