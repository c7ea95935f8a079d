import Foundation

/// A program that a test has started: the lines it prints as they come, its end, and a deadline on each wait.
public final class Program: Sendable {
  /// How it was started, for messages.
  public let command: String
  private let process: Process
  private let history = History()

  /// Starts a program in a folder. It is killed when the last reference to it goes.
  public init(_ executable: URL, _ arguments: [String], in folder: URL) throws {
    command = ([executable.lastPathComponent] + arguments).joined(separator: " ")
    process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    inputHandle = input.fileHandleForWriting
    let history = history
    process.terminationHandler = { process in
      history.add { $0.end = End(of: process) }
    }
    try process.run()
    Self.read(output.fileHandleForReading) { line in history.add { $0.output.append(line) } }
    Self.read(errors.fileHandleForReading) { line in history.add { $0.errors.append(line) } }
  }

  deinit { send(SIGKILL) }

  private let inputHandle: FileHandle

  /// Hands lines on as they come, on a thread of its own; nil when no more will come.
  private static func read(_ handle: FileHandle, _ take: @escaping @Sendable (String?) -> Void) {
    Thread.detachNewThread {
      var rest = Data()
      while true {
        let chunk = handle.availableData
        guard !chunk.isEmpty else { break }
        rest += chunk
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          take(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
          rest.removeSubrange(rest.startIndex...end)
        }
      }
      if !rest.isEmpty { take(String(decoding: rest, as: UTF8.self)) }
      take(nil)
    }
  }

  /// Its process id.
  public var id: Int32 { process.processIdentifier }

  /// Sends it a signal, unless it has ended.
  public func send(_ signal: Int32) {
    if history.look({ $0.end }) == nil { kill(id, signal) }
  }

  /// Stops it where it stands, and returns when it does stand: the signal alone takes its time to arrive.
  public func pause() {
    send(SIGSTOP)
    var state = siginfo_t()
    while waitid(P_PID, id_t(id), &state, WSTOPPED | WNOWAIT) == -1, errno == EINTR {}
  }

  /// Writes a line to its standard input.
  public func tell(_ line: String) throws {
    try inputHandle.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Ends its standard input.
  public func endInput() { try? inputHandle.close() }

  /// The next line that it prints.
  public func line(within limit: Duration = .seconds(60)) async throws -> String {
    try await wait("line", limit) { ($0.output.takeNext(), $0.output.isComplete) }
  }

  /// The next line that it prints to standard error.
  public func complaint(within limit: Duration = .seconds(60)) async throws -> String {
    try await wait("line on standard error", limit) { ($0.errors.takeNext(), $0.errors.isComplete) }
  }

  /// Its end.
  public func end(within limit: Duration = .seconds(60)) async throws -> End {
    try await wait("end", limit) { ($0.end, false) }
  }

  /// Everything that it has printed, and how it ended.
  public var transcript: String {
    history.look { state in
      (["$ \(command)"] + state.output.all.map { "  out: \($0)" } + state.errors.all.suffix(40).map { "  err: \($0)" }
        + [state.end.map { "  ended: \($0)" } ?? "  is running"]).joined(separator: "\n")
    }
  }

  /// Waits until `look` finds what it looks for, or finds that it will never come.
  private func wait<Value>(
    _ what: String, _ limit: Duration, _ look: (inout State) -> (value: Value?, isOver: Bool)
  ) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    while true {
      let (found, seen) = history.look { state in (look(&state), state.changes) }
      if let value = found.value { return value }
      if found.isOver { throw Missing("nothing will come any more: no \(what) of \(command)") }
      guard await history.change(after: seen, before: deadline) else {
        throw Missing("waited \(limit) for \(what) of \(command)")
      }
    }
  }

  /// What did not come in time.
  public struct Missing: Error, CustomStringConvertible {
    /// What was waited for, and for how long.
    public let description: String

    fileprivate init(_ description: String) { self.description = description }
  }

  /// How a program ended.
  public enum End: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)

    fileprivate init(of process: Process) {
      self = process.terminationReason == .exit ? .exit(process.terminationStatus) : .signal(process.terminationStatus)
    }
  }
}
