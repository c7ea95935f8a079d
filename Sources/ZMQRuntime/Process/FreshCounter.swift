/// Numbers for requests, from 1 on, each once in the life of a process.
final class FreshCounter: Sendable {
  private let last = Locked(0)

  /// The next number; after the largest it begins anew.
  func next() -> Int {
    last.withLock { last in
      last = last == .max ? 1 : last + 1
      return last
    }
  }
}
