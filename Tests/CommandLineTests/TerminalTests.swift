import Foundation
import Testing

/// What differs on a terminal: colours, Unicode, progress.
@Suite("zmqspec on a terminal")
struct TerminalTests {
  /// What a command prints to a pseudo-terminal.
  private func print(
    on workspace: Workspace, _ arguments: [String], environment: [String: String]
  ) async throws -> String {
    var (controller, terminal): (Int32, Int32) = (-1, -1)
    try #require(openpty(&controller, &terminal, nil, nil, nil) == 0)
    let process = Process()
    process.executableURL = Workspace.programs.appending(path: "zmqspec")
    process.arguments = arguments
    process.currentDirectoryURL = workspace.folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
    process.standardError = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
    let reading = TerminalTests.readAll(from: controller)
    try await process.runToItsEnd()
    close(terminal)
    let bytes = await reading.value
    return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }

  /// What comes out of a pseudo-terminal until its other side is closed, read on a thread of its own.
  private static func readAll(from controller: Int32) -> Task<[UInt8], Never> {
    Task {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          // The end is an error on Linux and an empty read on macOS.
          var bytes: [UInt8] = []
          while true {
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = read(controller, &chunk, chunk.count)
            if count <= 0 { break }
            bytes += chunk.prefix(count)
          }
          close(controller)
          continuation.resume(returning: bytes)
        }
      }
    }
  }

  @Test("Diagnostics are coloured there, and not with NO_COLOR or on a dumb terminal")
  func colour() async throws {
    let workspace = try Workspace()
    try workspace.edit("protocols/ping-pong.yaml", "final: PongProc", to: "final: Nobody")
    let check = ["check", "protocols/ping-pong.yaml"]
    #expect(try await print(on: workspace, check, environment: ["TERM": "xterm"]).contains("\u{1B}[1;31merror:"))
    let plain = try await workspace.run(check).output
    #expect(!plain.contains("\u{1B}"))
    #expect(try await print(on: workspace, check, environment: ["TERM": "xterm", "NO_COLOR": "1"]) == plain)
    #expect(try await print(on: workspace, check, environment: ["TERM": "dumb"]) == plain)
  }

  @Test("Diagrams are drawn in Unicode where the terminal's locale is UTF-8")
  func unicode() async throws {
    let workspace = try Workspace()
    let render = ["render", "protocols/weather.yaml"]
    #expect(try await print(on: workspace, render, environment: ["LANG": "en_GB.UTF-8"]).contains("├───1 report───►"))
    let ascii = try await workspace.run(render).output
    #expect(ascii.contains("|---1 report--->"))
    #expect(try await print(on: workspace, render, environment: ["LC_ALL": "C", "LANG": "en_GB.UTF-8"]) == ascii)
    #expect(
      try await print(on: workspace, render + ["--charset", "ascii"], environment: ["LANG": "en_GB.UTF-8"]) == ascii)
  }
}
