import ZMQWire

/// The generated half of a receiving socket: decodes a message, calls the handler's method, encodes what it
/// returns.
public protocol Dispatcher: SendableMetatype {
  /// Decodes and handles one message; a reply is written with `IncomingMessage.reply`.
  ///
  /// - Throws: `WireError` when the frames are not a message that this socket may receive, before the
  ///   handler is called; else whatever the handler throws.
  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched

  /// Dispatches one message after the other, for as long as nothing else is to be done.
  ///
  /// A generated dispatcher has its own, the same in words: only there does the compiler know that `dispatch` comes back on
  /// the loop, and need not ask for each message.
  nonisolated(nonsending) func dispatch(all run: MessageRun) async

  /// Answers a message that could not be handled, as `otherwise` in the protocol file says.
  ///
  /// - Parameters:
  ///   - reason: What is wrong, fit for the peer: never what a handler threw.
  ///   - error: A `WireError`, or what the handler threw.
  nonisolated(nonsending) func refuse(_ message: IncomingMessage, reason: String, error: any Error) async throws

  /// Is told that nothing has been heard for as long as `silence` in the protocol file says.
  ///
  /// - Parameter peer: Of whom; nil where ZeroMQ does not tell peers apart.
  nonisolated(nonsending) func silent(peer: RoutingID?) async throws

  /// Is told, on the loop, that no further message will come: whoever waits for some can end.
  func stopping()
}

extension Dispatcher {
  /// Dispatches one message after the other.
  ///
  /// Becomes part of each dispatcher, so that a message costs one call that may suspend: that of its handler.
  @inlinable @inline(__always)
  public nonisolated(nonsending) func dispatch(all run: MessageRun) async {
    while run.next() {
      do {
        run.finish(try await dispatch(run.message))
      } catch {
        run.fail(error)
      }
    }
  }

  /// `otherwise: drop`: nobody is told.
  public nonisolated(nonsending) func refuse(_ message: IncomingMessage, reason: String, error: any Error) async throws
  {}

  /// Nobody waits.
  public func stopping() {}

  /// Nobody wants to know.
  public nonisolated(nonsending) func silent(peer: RoutingID?) async throws {}
}

/// What is to happen after a message was handled.
public enum Dispatched: Sendable, Equatable {
  /// The process goes on.
  case handled
  /// The process ends with this message (`final` in the protocol file).
  case final
}
