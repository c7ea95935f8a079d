import Foundation
import Programs
import Testing

/// A folder of a test's own in which it runs `zmqspec` as a user does: as a process, with arguments, without a terminal.
final class Workspace {
  /// What a command did.
  struct Result: Equatable, CustomStringConvertible {
    var output = ""
    var errors = ""
    var code: Int32 = 0

    var description: String { "exit code \(code)\n--- output\n\(output)--- errors\n\(errors)---" }
  }

  /// The folder that holds Package.swift.
  static var root: URL { Installation.root }

  /// The programs of this build.
  static var programs: URL { Installation.products }

  /// The folder.
  let folder: URL

  /// A folder with a copy of `protocols/`.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "zmqspec-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Workspace.root.appending(path: "protocols"), to: folder.appending(path: "protocols"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs `zmqspec`.
  func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) async throws -> Result {
    try await run(arguments, input: input, environment: environment)
  }

  /// Runs `zmqspec`; without `input` its standard input is closed.
  func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) async throws -> Result {
    // Files, not pipes: nobody needs to read while the command writes.
    let streams = FileManager.default.temporaryDirectory.appending(path: "zmqspec-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let (output, errors) = (streams.appending(path: "output"), streams.appending(path: "errors"))
    try Data().write(to: output)
    try Data().write(to: errors)

    let process = Process()
    process.executableURL = Workspace.programs.appending(path: "zmqspec")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    if let input {
      let file = streams.appending(path: "input")
      try Data(input.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try await process.runToItsEnd()
    return Result(
      output: try String(contentsOf: output, encoding: .utf8), errors: try String(contentsOf: errors, encoding: .utf8),
      code: process.terminationStatus)
  }

  /// The text of a file.
  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Writes a file.
  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  /// Replaces text in a file.
  func edit(_ path: String, _ old: String, to new: String) throws {
    let text = try read(path)
    #expect(text.contains(old))
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  /// Whether there is a file.
  func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: path).path) }

  /// When a file was last written.
  func modified(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)[.modificationDate] as? Date
  }
}
