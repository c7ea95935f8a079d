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
}
