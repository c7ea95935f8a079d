import Foundation
import Testing

/// Where the programs of a test meet: it starts them, keeps what they print for the report of a failure, and
/// ends those that are left.
final class Stage: CustomStringConvertible {
  /// Where the programs run: `ipc://pings` is a file in it.
  let folder: URL
  private var programs: [Program] = []

  private init() throws {
    let name = "zmqspec-\(UUID().uuidString.prefix(8))"
    folder = FileManager.default.temporaryDirectory.appending(path: name, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  /// Runs a test; what it throws is reported with everything that the programs have printed.
  static func run(_ body: (Stage) async throws -> Void) async throws {
    let stage = try Stage()
    defer {
      for program in stage.programs { program.send(SIGKILL) }
      try? FileManager.default.removeItem(at: stage.folder)
    }
    do {
      try await body(stage)
    } catch {
      Issue.record("\(error)\n\(stage)")
    }
  }

  /// Starts the Swift peer: `peer("pong", "req-rep-pair", "tcp://127.0.0.1:*")`.
  func peer(_ role: String, _ variant: String, _ endpoint: String, _ count: Int? = nil) throws -> Program {
    try start(Installation.products.appending(path: "interop-peer"), [role, variant, endpoint] + argument(count))
  }

  /// Starts a program in Tests/Interop: `python("blocking", "pong", "req-rep-pair", "tcp://127.0.0.1:*")`.
  func python(_ file: String, _ arguments: String..., count: Int? = nil) throws -> Program {
    let interpreter = try #require(Installation.interpreter, Installation.missingInterpreter)
    let path = Installation.root.appending(path: "Tests/Interop/\(file).py").path
    // Warnings are errors there too.
    return try start(interpreter, ["-W", "error", path] + arguments + argument(count))
  }

  private func argument(_ count: Int?) -> [String] { count.map { [String($0)] } ?? [] }

  private func start(_ executable: URL, _ arguments: [String]) throws -> Program {
    let program = try Program(executable, arguments, in: folder)
    programs.append(program)
    return program
  }

  /// What all programs have printed.
  var description: String { programs.map(\.transcript).joined(separator: "\n") }
}

extension Stage {
  /// The programs of this build, and Python.
  private enum Installation {
    /// The folder that holds Package.swift.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()

    /// Where SwiftPM has put the programs of this build: beside the tests.
    static let products: URL = {
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      return (bundle?.bundleURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
    }()

    /// What the environment variable ZMQSPEC_PYTHON names, else the virtual environment that `make test` makes.
    static let interpreter: URL? = {
      if let path = ProcessInfo.processInfo.environment["ZMQSPEC_PYTHON"] { return URL(filePath: path) }
      let path = root.appending(path: ".venv/bin/python3")
      return FileManager.default.isExecutableFile(atPath: path.path) ? path : nil
    }()

    static let missingInterpreter: Comment =
      "there is no Python with pyzmq and tornado: run `make test`, or let ZMQSPEC_PYTHON name one"
  }
}
