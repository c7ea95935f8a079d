/// A handler that gets frames and returns frames: for what a protocol file does not describe, and for tools.
///
/// ```swift
/// struct Mirror: FrameHandler {
///   func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? { body.reversed() }
/// }
///
/// ProcessPlan.Socket("in", SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]), handler: HandlerSource(frames: Mirror()))
/// ```
///
/// The envelope is the runtime's business, as for every handler: cut off before, put in front of the reply. The frames are
/// copies; a typed handler is lent the bytes where they lie.
public protocol FrameHandler: SendableMetatype {
  /// Handles the body of a message.
  ///
  /// - Returns: The body of the reply; nil: there is none.
  nonisolated(nonsending) func receive(_ body: [[UInt8]], origin: Origin) async throws -> [[UInt8]]?
}

extension HandlerSource {
  /// A handler of frames that exists already: its process can run once.
  public init(frames handler: sending some FrameHandler) {
    self.init(FrameDispatcher(handler: handler))
  }

  /// A handler of frames that is made when the process starts, for one that needs the process's clients.
  public init(frames make: @escaping @Sendable (RunningProcess) -> some FrameHandler) {
    self.init { process in FrameDispatcher(handler: make(process)) }
  }
}

extension SharedHandler where Handler: FrameHandler {
  /// Where one of the sockets gets its handler of frames; `Origin.socket` says which of them a message came from.
  public func frames() -> HandlerSource { source { FrameDispatcher(handler: $0) } }
}

private struct FrameDispatcher<Handler: FrameHandler>: Dispatcher {
  let handler: Handler

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    let body = (0..<message.bodyFrameCount).map { Array(message.bodyFrame($0)) }
    if let reply = try await handler.receive(body, origin: message.origin) {
      message.reply { writer in for frame in reply { writer.frame(frame) } }
    }
    return .handled
  }
}
