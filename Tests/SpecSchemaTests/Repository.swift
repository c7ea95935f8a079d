import Foundation
import SpecCompiler
import SpecModel
import Testing

/// The files of this repository.
enum Repository {
  /// The folder that holds Package.swift.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every YAML file of the tree and what the compiler makes of it, by its path from the root.
  static func compiled() throws -> [(path: String, compilation: Compiler.Compilation)] {
    try ["protocols", "Examples", "Tests"].flatMap { folder in
      let all = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      return try all.filter { $0.hasSuffix(".yaml") && !$0.contains(".build/") }.sorted().map { path in
        let path = "\(folder)/\(path)"
        let bytes = Array(try Data(contentsOf: root.appending(path: path)))
        return (path, Compiler.compile(bytes, name: path))
      }
    }
  }

  /// Expects a file to have a text; with `UPDATE_GOLDENS=1` gives it that text.
  static func expect(_ text: String, in path: String) throws {
    let file = root.appending(path: path)
    if (try? String(contentsOf: file, encoding: .utf8)) == text { return }
    guard ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" else {
      Issue.record("\(path) is stale; UPDATE_GOLDENS=1 rewrites it")
      return
    }
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
