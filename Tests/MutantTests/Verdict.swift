import SpecCompiler
import SpecModel

/// What became of a mutant.
enum Verdict: Sendable, Hashable {
  /// A finding points at a changed line, or at one below it that belonged to it.
  case pointed
  /// A finding names what was changed, or points at the head of the declaration in which that stands.
  case named
  /// There are findings, and none of them leads to what was changed.
  case astray
  /// No finding, for the reason that a row of the list gives.
  case silent(String)
  /// No finding, though the meaning is another.
  case unseen(Set<String>)

  /// Compiles a mutant and judges it.
  init(_ mutant: Mutant, of corpus: Corpus) throws {
    let compilation = Compiler.compile(mutant.bytes, name: "mutant.yaml")
    let findings = compilation.diagnostics
    guard findings.isEmpty, let spec = compilation.spec else {
      self = Self.judge(findings, mutant)
      return
    }
    let differences = corpus.files[mutant.file].meaning.differences(from: try SpecTree(spec))
    self =
      Silence.explaining(differences, after: mutant.mutation).map { .silent($0.name) } ?? .unseen(differences)
  }

  private static func judge(_ findings: [Diagnostic], _ mutant: Mutant) -> Verdict {
    let ranges = findings.flatMap { [$0.range] + $0.notes.map(\.range) }
    let isThere = ranges.contains { range in
      range.start.line <= mutant.block.upperBound && range.end.line >= mutant.block.lowerBound
    }
    if isThere { return .pointed }
    if ranges.contains(where: { mutant.heads.contains($0.start.line) }) { return .named }
    let texts = findings.flatMap { [$0.message, $0.help ?? ""] + $0.notes.map(\.message) }
    let words = texts.map { $0.split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }.map(String.init) }
    let lines = words.flatMap { words in zip(words, words.dropFirst()).compactMap { $0 == "line" ? Int($1) : nil } }
    if lines.contains(where: mutant.heads.contains) { return .named }
    return mutant.names.isDisjoint(with: words.joined()) ? .astray : .named
  }
}
