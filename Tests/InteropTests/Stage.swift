import Foundation
import Programs
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
    let path = Installation.root.appending(path: "Tests/Interop/\(file).py").path
    // Warnings are errors there too.
    return try start(Installation.python, ["-W", "error", path] + arguments + argument(count))
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
