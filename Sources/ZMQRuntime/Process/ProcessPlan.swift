import Logging
import ZMQWire

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

    /// The id by which a message says which request it answers: nil where it answers none, and where answers on this
    /// socket are known by their order.
    public var correlation: (@Sendable (IncomingMessage) throws -> CorrelationID?)?
    /// What the runtime sends by itself.
    public var periodic: [PeriodicMessage]

    /// A socket, who handles what it receives, and what it does by itself.
    public init(
      _ name: String, _ configuration: SocketConfiguration, handler: HandlerSource? = nil,
      correlation: (@Sendable (IncomingMessage) throws -> CorrelationID?)? = nil, periodic: [PeriodicMessage] = []
    ) {
      self.name = name
      self.configuration = configuration
      self.handler = handler
      self.correlation = correlation
      self.periodic = periodic
    }
  }

  /// Two sockets, by name, between which everything is passed on as it is.
  public struct Proxy: Sendable {
    let front: String
    let back: String

    /// A proxy between two of the process's sockets.
    public init(_ front: String, _ back: String) {
      self.front = front
      self.back = back
    }
  }

  /// The process's name in the protocol file.
  public var name: String
  /// The process's sockets.
  public var sockets: [Socket]
  /// Between which of them everything is passed on; no handler sees it.
  public var proxies: [Proxy]
  /// What a program may set about it.
  public var settings: ProcessSettings

  /// Who signs messages and checks signatures; nil where no layout has one.
  public var signer: (any Signer)?

  /// A process with its sockets.
  public init(
    name: String, settings: ProcessSettings, sockets: [Socket], proxies: [Proxy] = [], signer: (any Signer)? = nil
  ) {
    self.name = name
    self.settings = settings
    self.sockets = sockets
    self.proxies = proxies
    self.signer = signer
  }
}

/// What a program may set about a process as a whole.
public struct ProcessSettings: Sendable {
  /// Where refused messages and failures are logged.
  public var logger: Logger
  /// What stands around every handler, the first outermost: tracing, timing, turning somebody away.
  public var interceptors: [any Interceptor] = []
  /// The signals that stop the process in good order; a second one ends the program at once.
  public var stopSignals: StopSignals = [.interrupt, .terminate]
  /// How long a stop may take: so long for handlers that are at work and for what waits to be sent, then once more for
  /// what was sent to leave.
  public var stopLimit: Duration = .seconds(5)

  /// Settings with a logger of this label.
  public init(label: String) {
    logger = Logger(label: label)
  }
}

extension ProcessPlan {
  /// Runs the process until it is stopped: by a `final` message, by a signal, or because the task is
  /// cancelled.
  ///
  /// - Throws: `TransportError` when a socket cannot be opened; `CancellationError` never: cancelling is a
  ///   way to stop.
  public nonisolated(nonsending) func run(
    on transport: some Transport
  ) async throws {
    // Its loop ends when the transport is let go, so it is held until the process has stopped.
    defer { withExtendedLifetime(transport) {} }
    let process = try await transport.loop.start(self)
    let trap = SignalTrap(settings.stopSignals.numbers) { Task { await process.stop() } }
    defer { trap.release() }
    await process.untilStopped()
    await process.stop()
  }

  /// Runs the process for as long as `body` takes.
  ///
  /// - Throws: What `body` throws; `TransportError` when a socket cannot be opened.
  public nonisolated(nonsending) func run<Result>(
    on transport: some Transport, body: nonisolated(nonsending) (RunningProcess) async throws -> Result
  ) async throws -> Result {
    // Its loop ends when the transport is let go, so it is held until the process has stopped.
    defer { withExtendedLifetime(transport) {} }
    let process = try await transport.loop.start(self)
    let trap = SignalTrap(settings.stopSignals.numbers) { Task { await process.stop() } }
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
