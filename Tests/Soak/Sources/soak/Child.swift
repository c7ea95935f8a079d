import Foundation

/// One of the processes that a soak consists of.
final class Child {
  private let process = Process()
  private let output = Pipe()

  /// Starts this program anew, in another role.
  init(_ arguments: String...) throws {
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  var identifier: Int32 { process.processIdentifier }

  /// Waits for a line that it prints while it goes on.
  func waitForLine() { _ = output.fileHandleForReading.availableData }

  /// Waits for its end, and gives the words that it has printed.
  func words() -> [String] {
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Asks it to stop in good order.
  func stop() { process.terminate() }
}
