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
  ///
  /// - Parameter time: What deadlines, signs of life and silences go by; nil: the system's clock.
  public init(time: VirtualTime? = nil) {
    loop = .start(over: InMemoryReactor(), time: time)
  }

  deinit { loop.end() }
}
