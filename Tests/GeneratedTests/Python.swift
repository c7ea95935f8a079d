import Foundation
import Programs
import Testing

/// Programs in Python, the language of today's peers.
enum Python {
  /// Runs Python to its end, with these arguments, and returns the lines that it prints.
  static func run(_ arguments: [String]) async throws -> [String] {
    try await withFile { file in
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
      let process = Process()
      process.executableURL = try Installation.python
      process.arguments = ["-W", "error", "-X", "utf8"] + arguments
      process.standardOutput = try FileHandle(forWritingTo: file)
      try await process.runToItsEnd()
      try #require(process.terminationStatus == 0, "\(arguments) has failed; its complaint stands above")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  /// Lends a name for a file, which is removed afterwards.
  static func withFile<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "zmqspec-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    return try await body(file)
  }
}
