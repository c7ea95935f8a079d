/// A transport without a network: frames as values, the envelope rule applied to them, no port, no file, no
/// waiting for connections.
///
/// For tests of everything above the sockets. All processes that are to meet run on one of these.
///
/// ```swift
/// let transport = InMemoryTransport()
/// async let pong: Void = PingPong.PongProc(pings: PongLogic()).run(on: transport)
/// ```
public final class InMemoryTransport: Transport {
  /// The loop that owns the sockets and runs the handlers.
  public let loop: EventLoop

  /// A network of its own.
  public init() {
    loop = .start(over: InMemoryReactor())
  }

  deinit { loop.end() }
}
