import Foundation
import Testing

/// What Python's hmac makes of messages, through jupyter.py.
enum Python {
  /// A message and its signature.
  struct Signed: Decodable {
    var key: String
    var frames: [String]
    var signature: String
  }

  static func signatures(count: Int) async throws -> [Signed] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    let made = root.appending(path: ".venv/bin/python3").path
    let python = ProcessInfo.processInfo.environment["ZMQSPEC_PYTHON"] ?? made
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "there is no Python: run `make test`, or let ZMQSPEC_PYTHON name one")
    let output = FileManager.default.temporaryDirectory.appending(path: "zmqspec-signing-\(UUID().uuidString)")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [folder.appending(path: "jupyter.py").path, "\(count)"]
    process.standardOutput = try FileHandle(forWritingTo: output)
    // Without holding one of the few threads that all tests share.
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    try #require(process.terminationStatus == 0, "jupyter.py has failed; its complaint stands above")
    return try JSONDecoder().decode([Signed].self, from: try Data(contentsOf: output))
  }
}
