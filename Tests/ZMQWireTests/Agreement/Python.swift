import Foundation
import Programs
import Testing

/// Python's own json and msgpack, through agree.py.
enum Python {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// What agree.py prints for these arguments and this input.
  static func run(_ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
    let place = FileManager.default.temporaryDirectory.appending(path: "zmqspec-agreement-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let files = (input: place.appending(path: "input"), output: place.appending(path: "output"))
    try Data(input).write(to: files.input)
    try Data().write(to: files.output)

    let process = Process()
    process.executableURL = try Installation.python
    process.arguments = [folder.appending(path: "agree.py").path] + arguments
    process.standardInput = try FileHandle(forReadingFrom: files.input)
    process.standardOutput = try FileHandle(forWritingTo: files.output)
    try await process.runToItsEnd()
    try #require(process.terminationStatus == 0, "agree.py has failed; its complaint stands above")
    return Array(try Data(contentsOf: files.output))
  }
}
