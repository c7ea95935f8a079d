import Foundation
import SpecModel
import Testing

@testable import SpecCompiler

/// Accepted files in many ugly styles: all of them have one canonical form.
@Suite struct RestyledFileTests {
  private static let files = EveryFileTests.files().filter { file in
    guard let bytes = try? Golden.bytes(of: file) else { return false }
    return Compiler.compile(bytes, name: "").spec != nil
  }

  private func root(_ file: URL) throws -> YAMLNode {
    let text = String(decoding: try Golden.bytes(of: file), as: UTF8.self)
    return try #require(YAMLParser.parse(SourceText(name: "", text: text), text: text).0)
  }

  @Test("however a file is written, its form is one", arguments: files)
  func canonical(file: URL) throws {
    let root = try root(file)
    let forms = (0..<6 as Range<UInt64>).map { seed in
      let ugly = Restyler.restyled(root, seed: seed, hasComments: false)
      let form = CanonicalForm.of(Array(ugly.utf8), name: "ugly.yaml")
      if form.text == nil { Issue.record("seed \(seed): \(form.diagnostics)\n\(ugly)") }
      return form.text
    }
    for (seed, form) in forms.enumerated() where form != forms[0] {
      Issue.record("seed \(seed) gives another form: \(difference(form ?? "", forms[0] ?? ""))")
    }
  }

  /// The first lines in which two texts differ, and those before them.
  private func difference(_ a: String, _ b: String) -> String {
    let (a, b) = (
      a.split(separator: "\n", omittingEmptySubsequences: false),
      b.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let first = zip(a, b).enumerated().first { $1.0 != $1.1 }?.offset ?? min(a.count, b.count)
    func part(_ lines: [Substring]) -> String {
      lines[max(0, first - 4)..<min(lines.count, first + 4)].joined(separator: "\n")
    }
    return "\n\(part(a))\n--- and not\n\(part(b))"
  }

  @Test("no comment is lost, and laying out twice changes nothing", arguments: files)
  func comments(file: URL) throws {
    let root = try root(file)
    for seed in 100..<108 as Range<UInt64> {
      let ugly = Restyler.restyled(root, seed: seed, hasComments: true)
      let form = CanonicalForm.of(Array(ugly.utf8), name: "ugly.yaml")
      guard let text = form.text else {
        Issue.record("seed \(seed): \(form.diagnostics)\n\(ugly)")
        continue
      }
      let again = CanonicalForm.of(Array(text.utf8), name: "ugly.yaml").text
      if let again, again != text {
        Issue.record("seed \(seed), laid out again: \(difference(again, text))\n--- of\n\(ugly)")
      }
      let remarks = ugly.matches(of: /# (?:remark|line) [0-9]+/).map { String($0.output) }.sorted()
      #expect(text.matches(of: /# (?:remark|line) [0-9]+/).map { String($0.output) }.sorted() == remarks)
    }
  }
}
