/// One handler for several sockets of a process: each of them gets a dispatcher of its own around it.
///
/// ```swift
/// let shared = SharedHandler(handler, forSockets: 2)
/// frontHandler = shared.source { FrontDispatcher(handler: $0) }
/// backHandler = shared.source { BackDispatcher(handler: $0) }
/// ```
public final class SharedHandler<Handler>: @unchecked Sendable {
  // Sendable because `made` is only touched under the lock, and a handler that has been made for a process is
  // only used on that process's loop.
  private let lock = Locked(())
  private let make: @Sendable (RunningProcess) -> Handler?
  /// The handlers of processes that are just starting, and how many of their sockets still want them.
  private var made: [ProcessID: (handler: Handler, wanted: Int)] = [:]
  private let socketCount: Int

  /// A handler that exists already: its process can run once.
  ///
  /// - Parameter socketCount: How many sources are made of it.
  public init(_ handler: sending Handler, forSockets socketCount: Int) {
    self.socketCount = socketCount
    let handover = Handover(handler)
    make = { _ in handover.take() }
  }

  /// A handler that is made when the process starts.
  ///
  /// - Parameter socketCount: How many sources are made of it.
  public init(forSockets socketCount: Int, _ make: @escaping @Sendable (RunningProcess) -> Handler) {
    self.socketCount = socketCount
    self.make = make
  }

  /// Where one of the sockets gets its dispatcher.
  public func source(_ dispatcher: @escaping @Sendable (Handler) -> any Dispatcher) -> HandlerSource {
    HandlerSource(remaking: { process in self.handler(for: process).map(dispatcher) })
  }

  private func handler(for process: RunningProcess) -> Handler? {
    lock.withLock { _ in
      if let (handler, wanted) = made[process.id] {
        made[process.id] = wanted > 1 ? (handler, wanted - 1) : nil
        return handler
      }
      guard let handler = make(process) else { return nil }
      if socketCount > 1 { made[process.id] = (handler, socketCount - 1) }
      return handler
    }
  }
}
