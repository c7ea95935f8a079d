import Foundation

/// The results of a run as the page Docs/Mutants.md.
struct ResultPage {
  private let outcome: MutantRun.Outcome
  private let numbers: Range<Int>
  private let corpus: Corpus

  init(_ outcome: MutantRun.Outcome, numbers: Range<Int>, corpus: Corpus) {
    self.outcome = outcome
    self.numbers = numbers
    self.corpus = corpus
  }

  /// What mutants are, then what became of them, by mutation and by reason.
  var text: String {
    let date = Date.now.formatted(.iso8601.year().month().day())
    let system = ProcessInfo.processInfo
    return """
      # Mutants

      A mutant is one of this tree's protocol files with one thing changed: a key gone, a word misspelt, a socket type swapped, steps
      reordered, an arrow turned, a bracket lost, a bit flipped. The compiler must neither crash nor hang on one. What it reports must point
      at the change (the lines that were changed and what stands below them), or name what was changed, or point at the head of the
      declaration in which that stands. Where it reports nothing, the meaning must be the same, or that of another protocol that somebody
      may well have meant. What may stay silent is one short list, [Silence.swift](../Tests/MutantTests/Silence.swift); everything else is
      *astray* or *unseen*, and a failed test.

      Every number makes one mutant, the same on every machine as long as the files are. `make test` compiles the first thousand, `make
      mutants` ten thousand, and writes this page. `ZMQSPEC_MUTANTS=5017-5017 swift test --filter MutantTests` shows one.

      ## Last result

      \(date), \(system.operatingSystemVersionString), \(system.activeProcessorCount) cores: \(outcome.count) mutants (numbers \
      \(numbers.lowerBound) to \(numbers.upperBound - 1)) of \(corpus.files.count) files. No crash; \(hangs) without end. The slowest, \
      number \(outcome.longest.number), took \(milliseconds) ms in a debug build.

      | mutation | mutants | finding at the change | finding names it | no finding | astray | unseen |
      |---|--:|--:|--:|--:|--:|--:|
      \(rows.joined(separator: "\n"))

      | no finding, because it is | mutants |
      |---|--:|
      \(silences.joined(separator: "\n"))

      """
  }

  private var hangs: Int { outcome.complaints.count { $0.contains("has not ended") } }

  private var milliseconds: Int { Int((outcome.longest.duration / .milliseconds(1)).rounded(.up)) }

  private var all: [Verdict: Int] { outcome.verdicts.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) } }

  private var rows: [String] {
    Mutation.allCases.map { row($0.rawValue, outcome.verdicts[$0] ?? [:]) } + [row("**all**", all)]
  }

  private func row(_ name: String, _ verdicts: [Verdict: Int]) -> String {
    func count(_ isCounted: (Verdict) -> Bool) -> Int { verdicts.filter { isCounted($0.key) }.values.reduce(0, +) }
    let silent = count { if case .silent = $0 { true } else { false } }
    let unseen = count { if case .unseen = $0 { true } else { false } }
    let counts = [
      count { _ in true }, count { $0 == .pointed }, count { $0 == .named }, silent, count { $0 == .astray }, unseen,
    ]
    return "| \(name) | \(counts.map(String.init).joined(separator: " | ")) |"
  }

  private var silences: [String] {
    Silence.all.map { "| \($0.name) | \(all[.silent($0.name)] ?? 0) |" }
  }
}
