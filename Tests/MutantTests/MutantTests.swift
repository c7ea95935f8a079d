import Foundation
import SpecCompiler
import SpecModel
import Testing

/// Protocol files with one thing wrong, by the thousand: none of them may crash or hang the compiler, mean something
/// else unseen, or get a report that leads nowhere.
///
/// `ZMQSPEC_MUTANTS=5000-5999 swift test --filter MutantTests` makes other ones; `ZMQSPEC_MUTANTS=5017-5017` shows one.
@Suite("Mutants")
struct MutantTests {
  /// The numbers that the environment asks for; the first thousand where it asks for none.
  static let numbers: Range<Int> = {
    let bounds = (ProcessInfo.processInfo.environment["ZMQSPEC_MUTANTS"] ?? "").split(separator: "-").compactMap {
      Int($0)
    }
    guard bounds.count == 2, bounds[0] <= bounds[1] else { return 0..<1000 }
    return bounds[0]..<bounds[1] + 1
  }()

  @Test("Each is reported where it was changed, or means what it may mean")
  func mutants() async throws {
    let corpus = try Corpus()
    #expect(corpus.files.count > 20)
    if Self.numbers.count == 1, let number = Self.numbers.first { try show(number, of: corpus) }
    let outcome = try await MutantRun(corpus: corpus).outcome(of: Self.numbers)
    #expect(outcome.count == Self.numbers.count)
    for complaint in outcome.complaints { Issue.record("\(complaint)") }
    if let file = ProcessInfo.processInfo.environment["ZMQSPEC_MUTANTS_PAGE"] {
      try ResultPage(outcome, numbers: Self.numbers, corpus: corpus).text.write(
        toFile: file, atomically: true, encoding: .utf8)
    }
  }

  /// Prints one mutant with what is said about it.
  private func show(_ number: Int, of corpus: Corpus) throws {
    let mutant = Mutant(number: number, of: corpus)
    print("\(corpus.files[mutant.file].path): \(mutant.mutation.rawValue), lines \(mutant.lines)\n")
    let lines = String(decoding: mutant.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for line in max(0, mutant.lines.lowerBound - 4)..<min(lines.count, mutant.lines.upperBound + 3) {
      print("\(line + 1)\t\(lines[line].prefix(160))")
    }
    let compilation = Compiler.compile(mutant.bytes, name: "mutant.yaml")
    print("\n" + DiagnosticPrinter(compilation.source).print(compilation.diagnostics))
    print(try Verdict(mutant, of: corpus))
  }
}
