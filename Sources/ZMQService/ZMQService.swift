import ServiceLifecycle
import ZMQRuntime

/// A process as a service of swift-service-lifecycle: it runs in a group, and stops in good order when the group does.
///
/// ```swift
/// let pong = ZMQService("PongProc") { untilShutdown in
///   var pong = PingPong.PongProc(pings: PongLogic())
///   pong.settings.stopSignals = []                       // signals are the group's
///   try await pong.run(on: transport) { pong in await untilShutdown(pong.process) }
/// }
/// try await ServiceGroup(services: [pong], gracefulShutdownSignals: [.sigterm], logger: logger).run()
/// ```
///
/// On a graceful shutdown the process takes no further message, its handlers may finish, and what it sent leaves. A
/// process that ends by itself, because of a `final` message, ends its service too: what the group does then is said by
/// `successTerminationBehavior`.
public struct ZMQService: Service {
  /// Waits until the group shuts down or the process ends by itself.
  public typealias UntilShutdown = @Sendable (RunningProcess) async -> Void

  /// The process's name, for errors.
  public let name: String
  /// How long a graceful shutdown may take.
  public let deadline: Duration
  private let start: @Sendable (@escaping UntilShutdown) async throws -> Void

  /// A service that runs one process, or several.
  ///
  /// - Parameters:
  ///   - deadline: After this long since the shutdown began, the service ends with an error that names what is still
  ///     open. More than `ProcessSettings.stopLimit`, or that comes too late.
  ///   - start: Runs the process until the closure that it is given returns.
  public init(
    _ name: String, deadline: Duration = .seconds(15),
    start: @escaping @Sendable (@escaping UntilShutdown) async throws -> Void
  ) {
    self.name = name
    self.deadline = deadline
    self.start = start
  }

  /// Runs until the process has stopped.
  ///
  /// - Throws: What the process throws; `ShutdownOverdue` when a graceful shutdown takes too long.
  public func run() async throws {
    let race = Race()
    // Tasks of their own, because a group of child tasks would wait for a process that does not end.
    let work = Task { [start] in
      do {
        try await start { process in
          race.note(process)
          await Self.untilShutdown(of: process)
        }
        race.end(.success(()))
      } catch {
        race.end(.failure(error))
      }
    }
    let watch = Task { [name, deadline] in
      try await gracefulShutdown()
      try await Task.sleep(for: deadline)
      var open: [String] = []
      for process in race.processes { open.append("\(await process.ledger())") }
      race.end(.failure(ShutdownOverdue(service: name, deadline: deadline, open: open)))
    }
    defer {
      work.cancel()
      watch.cancel()
    }
    try await withTaskCancellationHandler {
      try await race.outcome()
    } onCancel: {
      work.cancel()
    }
  }

  private static func untilShutdown(of process: RunningProcess) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await process.untilStopped() }
      group.addTask { try? await gracefulShutdown() }
      await group.next()
      group.cancelAll()
    }
  }
}

/// A process has not stopped within the time that its service gives it.
public struct ShutdownOverdue: Error, Sendable, CustomStringConvertible {
  /// Which service.
  public let service: String
  /// The time that it had.
  public let deadline: Duration
  /// Where the messages of its processes are.
  public let open: [String]

  /// One sentence, then the ledgers.
  public var description: String {
    (["\(service) has not stopped within \(deadline)"] + open).joined(separator: "\n")
  }
}
