import SpecModel

/// Applies the remedies of findings until there are no more: `zmqspec check --fix`.
public enum Fixer {
  /// What became of a file.
  public struct Fixed: Sendable {
    /// The file's bytes with the remedies applied; what no edit is about is untouched.
    public var bytes: [UInt8]
    /// What was put right, in the order in which it was, with the places that it had then.
    public var applied: [Diagnostic]
    /// What the compiler says about the bytes.
    public var compilation: Compiler.Compilation
  }

  /// How often a file is compiled anew: a remedy may bring to light what could not be seen before.
  private static let rounds = 10

  /// Puts right what can be.
  ///
  /// - Parameter name: The name under which diagnostics speak of the file.
  public static func fix(_ bytes: [UInt8], name: String) -> Fixed {
    var fixed = Fixed(bytes: bytes, applied: [], compilation: Compiler.compile(bytes, name: name))
    for _ in 0..<rounds {
      let (edits, findings) = chosen(fixed.compilation.diagnostics)
      guard !edits.isEmpty, let text = fixed.compilation.source.applying(edits) else { break }
      let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.prefix(3) : []
      let next = Array(mark) + Array(text.utf8)
      if next == fixed.bytes { break }
      fixed.bytes = next
      fixed.applied += findings
      fixed.compilation = Compiler.compile(next, name: name)
    }
    return fixed
  }

  /// Remedies that do not overlap, the first of each place; the others wait for the next round.
  private static func chosen(_ diagnostics: [Diagnostic]) -> (edits: [Edit], findings: [Diagnostic]) {
    var edits: [Edit] = []
    var findings: [Diagnostic] = []
    var end = SourcePosition(line: 0, column: 0)
    let candidates = diagnostics.filter { !$0.fix.isEmpty }.map {
      ($0, $0.fix.sorted { $0.range.start < $1.range.start })
    }
    for (finding, fix) in candidates.sorted(by: { $0.1[0].range.start < $1.1[0].range.start }) {
      guard let first = fix.first, let last = fix.last, first.range.start >= end else { continue }
      if first.range.start == end, first.range.start == first.range.end { continue }
      edits += fix
      findings.append(finding)
      end = last.range.end
    }
    return (edits, findings)
  }
}
