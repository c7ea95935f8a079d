/// One handler for several sockets of a process: each of them gets a dispatcher of its own around it.
///
/// ```swift
/// let shared = SharedHandler(handler)
/// frontHandler = shared.source { FrontDispatcher(handler: $0) }
/// backHandler = shared.source { BackDispatcher(handler: $0) }
/// ```
public final class SharedHandler<Handler>: Sendable {
  private let make: @Sendable (RunningProcess) -> Handler?

  /// A handler that exists already: its process can run once.
  public init(_ handler: sending Handler) {
    let handover = Handover(handler)
    make = { _ in handover.take() }
  }

  /// A handler that is made when the process starts.
  public init(making make: @escaping @Sendable (RunningProcess) -> Handler) {
    self.make = make
  }

  /// Where one of the sockets gets its dispatcher.
  @inlinable
  public func source(_ dispatcher: @escaping @Sendable (Handler) -> some Dispatcher) -> HandlerSource {
    source(bound: { BoundDispatcher(dispatcher($0)) })
  }

  @usableFromInline
  func source(bound: @escaping @Sendable (Handler) -> BoundDispatcher) -> HandlerSource {
    HandlerSource(sharing: { process, made in made.handler(of: self) { self.make(process) }.map(bound) })
  }
}

/// The handlers that a process which is just starting has so far: one that several of its sockets share is made once.
struct MadeHandlers {
  private var handlers: [ObjectIdentifier: Any] = [:]

  /// The handler that `owner`'s sockets share; nil when it has gone into an earlier run.
  mutating func handler<Handler>(of owner: SharedHandler<Handler>, make: () -> Handler?) -> Handler? {
    let key = ObjectIdentifier(owner)
    if let handler = handlers[key] as? Handler { return handler }
    let handler = make()
    handlers[key] = handler
    return handler
  }
}
