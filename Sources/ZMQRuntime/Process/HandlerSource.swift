/// Where a process gets the dispatcher of one of its sockets when it starts.
public struct HandlerSource: Sendable {
  private enum Origin: Sendable {
    case value(Handover<any Dispatcher>)
    case factory(@Sendable (RunningProcess) -> (any Dispatcher)?)
  }

  private let origin: Origin

  /// A dispatcher that exists already: its process can run once.
  public init(_ dispatcher: sending any Dispatcher) {
    origin = .value(Handover(dispatcher))
  }

  /// A dispatcher that is made when the process starts, for handlers that need the process's clients.
  public init(_ make: @escaping @Sendable (RunningProcess) -> any Dispatcher) {
    origin = .factory(make)
  }

  /// A dispatcher that is made when the process starts; nil when its handler has gone into an earlier run.
  init(remaking make: @escaping @Sendable (RunningProcess) -> (any Dispatcher)?) {
    origin = .factory(make)
  }

  func make(for process: RunningProcess) throws(ProcessError) -> sending any Dispatcher {
    switch origin {
    case .factory(let make):
      guard let dispatcher = make(process) else { throw ProcessError(.handlersUsedUp, process: process.name) }
      return dispatcher
    case .value(let handover):
      guard let dispatcher = handover.take() else { throw ProcessError(.handlersUsedUp, process: process.name) }
      return dispatcher
    }
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
    }
  }
}
