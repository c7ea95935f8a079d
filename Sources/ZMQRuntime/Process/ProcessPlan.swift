import Logging

/// A process before it runs, as generated code describes it: a name, sockets, and who handles what.
public struct ProcessPlan: Sendable {
  /// A socket, and who handles what it receives.
  public struct Socket: Sendable {
    /// The name in the protocol file.
    public var name: String
    /// How it is opened.
    public var configuration: SocketConfiguration
    /// Who handles its messages; nil for a socket that only asks or sends.
    public var handler: HandlerSource?

    /// A socket, and who handles what it receives.
    public init(_ name: String, _ configuration: SocketConfiguration, handler: HandlerSource? = nil) {
      self.name = name
      self.configuration = configuration
      self.handler = handler
    }
  }

  /// The process's name in the protocol file.
  public var name: String
  /// The process's sockets.
  public var sockets: [Socket]
  /// Where refused messages and failures are logged.
  public var logger: Logger

  /// A process with its sockets.
  public init(name: String, logger: Logger, sockets: [Socket]) {
    self.name = name
    self.logger = logger
    self.sockets = sockets
  }
}

extension ProcessPlan {
  /// Runs the process until it is stopped: by a `final` message, by a signal, or because the task is
  /// cancelled.
  ///
  /// - Throws: `TransportError` when a socket cannot be opened; `CancellationError` never: cancelling is a
  ///   way to stop.
  public nonisolated(nonsending) func run(
    on transport: some Transport, stoppingOn signals: StopSignals, started: (RunningProcess) -> Void = { _ in }
  ) async throws {
    let process = try await transport.loop.start(self)
    started(process)
    let trap = SignalTrap(signals) { Task { await process.stop() } }
    defer { trap.release() }
    await process.untilStopped()
    await process.stop()
  }

  /// Runs the process for as long as `body` takes.
  ///
  /// - Throws: What `body` throws; `TransportError` when a socket cannot be opened.
  public nonisolated(nonsending) func run<Result>(
    on transport: some Transport, stoppingOn signals: StopSignals,
    body: nonisolated(nonsending) (RunningProcess) async throws -> Result
  ) async throws -> Result {
    let process = try await transport.loop.start(self)
    let trap = SignalTrap(signals) { Task { await process.stop() } }
    defer { trap.release() }
    do {
      let result = try await body(process)
      await process.stop()
      return result
    } catch {
      await process.stop()
      throw error
    }
  }
}
