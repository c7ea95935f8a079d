import Foundation
import Testing

/// The programs that talk to each other here.
enum Programs {
  /// The folder that holds Package.swift.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Starts the Swift peer: `pong("req-rep-pair", "tcp://127.0.0.1:*")`.
  static func peer(_ role: String, _ variant: String, _ endpoint: String, _ count: Int? = nil) throws -> Program {
    try Program(products.appending(path: "interop-peer"), [role, variant, endpoint] + (count.map { ["\($0)"] } ?? []))
  }

  /// Starts a Python program in Tests/Interop.
  static func python(_ file: String, _ arguments: String...) throws -> Program {
    let interpreter = try #require(
      interpreter, "there is no Python with pyzmq and tornado: run `make test`, or set ZMQSPEC_PYTHON to one")
    // Warnings are errors there too.
    return try Program(
      interpreter, ["-W", "error", root.appending(path: "Tests/Interop/\(file).py").path] + arguments)
  }

  /// What the environment variable ZMQSPEC_PYTHON names, else the virtual environment that `make test` makes.
  private static let interpreter: URL? = {
    if let path = ProcessInfo.processInfo.environment["ZMQSPEC_PYTHON"] { return URL(filePath: path) }
    let path = root.appending(path: ".venv/bin/python3")
    return FileManager.default.isExecutableFile(atPath: path.path) ? path : nil
  }()

  /// Where SwiftPM has put the programs of this build: beside the tests.
  private static let products: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    return (bundle?.bundleURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
  }()

  /// A folder for the files of ipc endpoints; their paths must be short.
  static func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zmqspec-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }
}

/// The last line that a Swift peer prints.
struct Report: Decodable, Equatable {
  var received: Int
  var handled: Int
  var sent: Int
  var failed: Int
  var expired: Int
  var refused: [String: Int]

  init(_ line: String) throws {
    self = try JSONDecoder().decode(Report.self, from: Data(line.utf8))
  }
}
