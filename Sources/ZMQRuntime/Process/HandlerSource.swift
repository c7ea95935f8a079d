/// Where a process gets the dispatcher of one of its sockets when it starts.
public struct HandlerSource: Sendable {
  private enum Origin: Sendable {
    case value(Handover<BoundDispatcher>)
    case factory(@Sendable (RunningProcess, inout MadeHandlers) -> BoundDispatcher?)
  }

  private let origin: Origin

  /// A dispatcher that exists already: its process can run once.
  @inlinable
  public init(_ dispatcher: sending some Dispatcher) {
    self.init(bound: BoundDispatcher(dispatcher))
  }

  @usableFromInline
  init(bound: sending BoundDispatcher) {
    origin = .value(Handover(bound))
  }

  /// A dispatcher that is made when the process starts, for handlers that need the process's clients.
  @inlinable
  public init(_ make: @escaping @Sendable (RunningProcess) -> some Dispatcher) {
    self.init(making: { process in BoundDispatcher(make(process)) })
  }

  @usableFromInline
  init(making make: @escaping @Sendable (RunningProcess) -> BoundDispatcher) {
    origin = .factory { process, _ in make(process) }
  }

  /// A dispatcher around a handler that other sockets have too; nil when the handler has gone into an earlier run.
  init(sharing make: @escaping @Sendable (RunningProcess, inout MadeHandlers) -> BoundDispatcher?) {
    origin = .factory(make)
  }

  func make(for process: RunningProcess, sharing made: inout MadeHandlers) throws(ProcessError) -> BoundDispatcher {
    let dispatcher =
      switch origin {
      case .factory(let make): make(process, &made)
      case .value(let handover): handover.take()
      }
    guard let dispatcher else { throw ProcessError(.handlersUsedUp, process: process.name) }
    return dispatcher
  }
}

/// Why a process cannot run.
public struct ProcessError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Sendable, Equatable {
    /// It was made with handlers that exist once, and they have gone into an earlier run.
    case handlersUsedUp
    /// Its plan names a socket that it does not have.
    case unknownSocket
    /// Two sockets of its plan have one name.
    case ambiguousSocket
  }

  /// What is wrong.
  public let reason: Reason
  /// The process's name in the protocol file.
  public let process: String

  init(_ reason: Reason, process: String) {
    self.reason = reason
    self.process = process
  }

  /// One sentence.
  public var description: String {
    switch reason {
    case .handlersUsedUp: "\(process) has run before: make a new one with new handlers"
    case .unknownSocket: "\(process) has no socket of a name that its proxies have"
    case .ambiguousSocket: "\(process) has two sockets of one name"
    }
  }
}
