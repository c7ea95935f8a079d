import Synchronization

/// Compiles many mutants on a few threads, with an eye on how long each takes.
struct MutantRun {
  /// What is known in the end.
  struct Outcome: Sendable {
    /// What became of each mutant, by its mutation.
    var verdicts: [Mutation: [Verdict: Int]] = [:]
    /// The mutants that want to be looked at, with what is wrong about each.
    var complaints: [String] = []
    /// The longest that one took.
    var longest: (duration: Duration, number: Int) = (.zero, 0)
    /// How many were compiled.
    var count = 0
  }

  /// How long a mutant may take.
  static let deadline = Duration.seconds(10)

  let corpus: Corpus

  /// Compiles the mutants with these numbers.
  ///
  /// A mutant that does not end is told by its number, and the run goes on without the thread it holds.
  func outcome(of numbers: Range<Int>, threads: Int = 2) async throws -> Outcome {
    let board = Board(numbers, threads: threads)
    for thread in 0..<threads {
      Task.detached(priority: .userInitiated) {
        while let number = board.next(thread) {
          let mutant = Mutant(number: number, of: corpus)
          let start = ContinuousClock.now
          let result = Result { try Verdict(mutant, of: corpus) }
          board.note(result, of: mutant, path: corpus.files[mutant.file].path, took: .now - start, thread)
        }
      }
    }
    while !board.isDone() { try await Task.sleep(for: .milliseconds(20)) }
    return board.outcome
  }

  /// What the threads share.
  private final class Board: Sendable {
    private struct State {
      var rest: Range<Int>
      var running: [(number: Int, since: ContinuousClock.Instant)?]
      var given: Set<Int> = []
      var outcome = Outcome()
    }

    private let state: Mutex<State>

    init(_ numbers: Range<Int>, threads: Int) {
      state = Mutex(State(rest: numbers, running: Array(repeating: nil, count: threads)))
    }

    var outcome: Outcome { state.withLock { $0.outcome } }

    /// The next number for a thread; nil when there are no more.
    func next(_ thread: Int) -> Int? {
      state.withLock { state in
        let number = state.rest.popFirst()
        state.running[thread] = number.map { ($0, .now) }
        return number
      }
    }

    /// Whether all mutants have ended, or are known not to.
    func isDone() -> Bool {
      state.withLock { state in
        for case (let number, let since)? in state.running
        where .now - since > MutantRun.deadline && state.given.insert(number).inserted {
          state.outcome.complaints.append("mutant \(number) has not ended within \(MutantRun.deadline)")
        }
        return state.rest.isEmpty && state.running.allSatisfy { $0.map { state.given.contains($0.number) } ?? true }
      }
    }

    func note(_ result: Result<Verdict, any Error>, of mutant: Mutant, path: String, took: Duration, _ thread: Int) {
      state.withLock { state in
        state.running[thread] = nil
        state.outcome.count += 1
        if took > state.outcome.longest.duration { state.outcome.longest = (took, mutant.number) }
        let what = "mutant \(mutant.number) (\(mutant.mutation.rawValue), \(path), line \(mutant.lines.lowerBound))"
        switch result {
        case .success(let verdict):
          state.outcome.verdicts[mutant.mutation, default: [:]][verdict, default: 0] += 1
          switch verdict {
          case .astray: state.outcome.complaints.append("\(what): no finding leads to the change")
          case .unseen(let places):
            state.outcome.complaints.append(
              "\(what): no finding, but another \(places.sorted().joined(separator: ", "))")
          case .pointed, .named, .silent: break
          }
        case .failure(let error): state.outcome.complaints.append("\(what): \(error)")
        }
      }
    }
  }
}

extension Range<Int> {
  fileprivate mutating func popFirst() -> Int? {
    guard let first else { return nil }
    self = first + 1..<upperBound
    return first
  }
}
