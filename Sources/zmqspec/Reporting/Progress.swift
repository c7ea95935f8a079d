import Synchronization

/// One line on standard error that tells what takes so long; only on a terminal, only after a second.
///
/// ```
/// checking 3 of 10: protocols/weather.yaml
/// ```
///
/// The line is taken away again before anything else is written.
final class Progress: Sendable {
  private struct State {
    var line = ""
    var isActive = false
    var isShown = false
    var hasEnded = false
    var done = 0
  }

  private let state = Mutex(State())
  private let verb: String
  private let count: Int

  /// Watches the work on `count` files.
  init(verb: String, count: Int) {
    self.verb = verb
    self.count = count
    guard StandardStream.error.isTerminal else { return }
    Task.detached { [self] in
      try? await Task.sleep(for: .seconds(1))
      while draw() { try? await Task.sleep(for: .milliseconds(200)) }
    }
  }

  /// Work on a file begins.
  func begins(_ name: String) {
    state.withLock {
      $0.done += 1
      $0.line = count == 1 ? "\(verb) \(name)" : "\(verb) \($0.done) of \(count): \(name)"
      $0.isActive = true
    }
  }

  /// Takes the line away, until the next file begins.
  func pause() {
    state.withLock {
      $0.isActive = false
      Progress.erase(&$0)
    }
  }

  /// Takes the line away for good.
  func end() {
    state.withLock {
      $0.hasEnded = true
      Progress.erase(&$0)
    }
  }

  /// Shows the line anew; false when there will be nothing more to show.
  private func draw() -> Bool {
    state.withLock {
      if $0.hasEnded { return false }
      if $0.isActive {
        StandardStream.error.print("\r\u{1B}[K\($0.line)")
        $0.isShown = true
      }
      return true
    }
  }

  private static func erase(_ state: inout State) {
    if state.isShown { StandardStream.error.print("\r\u{1B}[K") }
    state.isShown = false
  }
}
