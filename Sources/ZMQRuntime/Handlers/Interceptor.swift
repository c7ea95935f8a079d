/// Code that stands around every handler of a process: to trace, to time, to turn somebody away.
///
/// ```swift
/// struct Timing: Interceptor {
///   func handle(
///     _ message: IncomingMessage, next: nonisolated(nonsending) () async throws -> Dispatched
///   ) async throws -> Dispatched {
///     let start = ContinuousClock.now
///     defer { record(ContinuousClock.now - start, for: message.origin.socket) }
///     return try await next()
///   }
/// }
///
/// server.settings.interceptors = [Timing()]
/// ```
///
/// It is asked for messages that have a handler, before they are decoded; the first of several stands outermost. What it
/// throws instead of calling `next` is treated as if the handler had: `message.refusal(.badSignature, …)` is counted
/// under its reason and answered as `otherwise` says, and a declared message is an answer.
public protocol Interceptor: Sendable {
  /// Handles a message, by calling `next` once or not at all.
  ///
  /// - Parameters:
  ///   - message: Its frames and its origin; valid until this returns.
  ///   - next: The interceptors further in, then the handler.
  nonisolated(nonsending) func handle(
    _ message: IncomingMessage, next: nonisolated(nonsending) () async throws -> Dispatched
  ) async throws -> Dispatched

  /// Is told of a message that is refused, whoever refuses it: its envelope is not one, it comes when nobody waits for it,
  /// the codec cannot read it, a handler throws. What `otherwise` answers leaves afterwards.
  ///
  /// - Parameters:
  ///   - message: As in `handle`, which has not been called where no handler would have been.
  ///   - error: A `WireError`, or what the handler has thrown.
  nonisolated(nonsending) func refused(_ message: IncomingMessage, because error: any Error) async
}

extension Interceptor {
  /// Lets everything through.
  public nonisolated(nonsending) func handle(
    _ message: IncomingMessage, next: nonisolated(nonsending) () async throws -> Dispatched
  ) async throws -> Dispatched {
    try await next()
  }

  /// Does nothing about it.
  public nonisolated(nonsending) func refused(_ message: IncomingMessage, because error: any Error) async {}
}
