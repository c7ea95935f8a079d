import Foundation
import Testing

/// Python's own json and msgpack, through agree.py.
enum Python {
  /// What the environment variable ZMQSPEC_PYTHON names, else the virtual environment that `make test` makes.
  private static let interpreter: URL? = {
    if let path = ProcessInfo.processInfo.environment["ZMQSPEC_PYTHON"] { return URL(filePath: path) }
    // Not by `..`: to standardize such a path follows the link to the Python that the environment was made from.
    let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: ".venv/bin/python3")
    return FileManager.default.isExecutableFile(atPath: path.path) ? path : nil
  }()

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// What agree.py prints for these arguments and this input.
  static func run(_ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
    let interpreter = try #require(
      interpreter, "there is no Python with msgpack: run `make test`, or let ZMQSPEC_PYTHON name one")
    let place = FileManager.default.temporaryDirectory.appending(path: "zmqspec-agreement-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let files = (input: place.appending(path: "input"), output: place.appending(path: "output"))
    try Data(input).write(to: files.input)
    try Data().write(to: files.output)

    let process = Process()
    process.executableURL = interpreter
    process.arguments = [folder.appending(path: "agree.py").path] + arguments
    process.standardInput = try FileHandle(forReadingFrom: files.input)
    process.standardOutput = try FileHandle(forWritingTo: files.output)
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
    try #require(process.terminationStatus == 0, "agree.py has failed; its complaint stands above")
    return Array(try Data(contentsOf: files.output))
  }
}
