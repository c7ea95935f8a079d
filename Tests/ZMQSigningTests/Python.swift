import Foundation
import Programs
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
    let output = FileManager.default.temporaryDirectory.appending(path: "zmqspec-signing-\(UUID().uuidString)")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = try Installation.python
    process.arguments = [folder.appending(path: "jupyter.py").path, "\(count)"]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try await process.runToItsEnd()
    try #require(process.terminationStatus == 0, "jupyter.py has failed; its complaint stands above")
    return try JSONDecoder().decode([Signed].self, from: try Data(contentsOf: output))
  }
}
