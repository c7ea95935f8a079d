import Foundation
import SpecCompiler

/// The protocols of which mutants are made: every file of the tree that compiles without a finding.
struct Corpus: Sendable {
  /// A protocol file.
  struct File: Sendable {
    /// Its path from the root.
    let path: String
    /// What it says.
    let text: ProtocolText
    /// What it means.
    let meaning: SpecTree
  }

  /// In the order of their paths; of files that say the same, the first.
  let files: [File]

  /// The root of the checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Reads the tree.
  init() throws {
    var seen: Set<[UInt8]> = []
    files = try ["protocols", "Examples", "Tests"].flatMap { folder in
      let all = try FileManager.default.subpathsOfDirectory(atPath: Self.root.appending(path: folder).path)
      return all.filter { $0.hasSuffix(".yaml") && !$0.contains(".build/") }.sorted().map { "\(folder)/\($0)" }
    }.compactMap { path in
      let bytes = Array(try Data(contentsOf: Self.root.appending(path: path)))
      let compilation = Compiler.compile(bytes, name: path)
      guard let spec = compilation.spec, compilation.diagnostics.isEmpty, seen.insert(bytes).inserted else {
        return nil
      }
      return File(path: path, text: ProtocolText(bytes), meaning: try SpecTree(spec))
    }
  }
}
