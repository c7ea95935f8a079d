import Foundation
import SpecCompiler
import SpecModel
import Testing

/// A fix is the remedy: once its edits are made, the diagnostic is gone, and no other error has come.
@Suite struct FixTests {
  /// Every file with something wrong of which the repository has one.
  static let files = try? Golden.files(in: "Tests/SpecCompilerTests/Rejected", withExtension: "yaml")

  @Test("each fix leaves nothing of what it fixes", arguments: files ?? [])
  func fixes(file: URL) throws {
    let bytes = try Golden.bytes(of: file)
    let before = Compiler.compile(bytes, name: file.lastPathComponent).diagnostics
    for diagnostic in before where !diagnostic.fix.isEmpty {
      let fixed = apply(diagnostic.fix, to: String(decoding: bytes, as: UTF8.self))
      let after = Compiler.compile(Array(fixed.utf8), name: file.lastPathComponent).diagnostics
      let left = after.filter { $0.code == diagnostic.code && $0.message == diagnostic.message }
      #expect(left.isEmpty, "\(diagnostic.code) is still there in:\n\(fixed)")
      #expect(after.count < before.count, "something else is wrong in:\n\(fixed)")
    }
  }

  /// Makes the edits, the last one first, so that those before it keep their places.
  private func apply(_ edits: [Edit], to text: String) -> String {
    var lines = text.components(separatedBy: "\n").map { Array($0.unicodeScalars) }
    for edit in edits.sorted(by: { $0.range.start > $1.range.start }) {
      let (start, end) = (edit.range.start, edit.range.end)
      let behind = lines[end.line - 1][(end.column - 1)...]
      lines[start.line - 1] = lines[start.line - 1].prefix(start.column - 1) + Array(edit.text.unicodeScalars) + behind
      if end.line > start.line { lines.removeSubrange(start.line..<end.line) }
    }
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }
}
