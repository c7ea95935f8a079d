import CLibZMQ
import ZMQRuntime

/// libzmq as a transport: one thread that owns every socket, one context.
///
/// ```swift
/// try await PingPong.PongProc(pings: PongLogic()).run(on: ZMQTransport())
/// ```
///
/// Processes that share one of these share a context, and so can talk over `inproc`. The context lives
/// while a process runs on it: when the last one has ended, what it sent has left, or `ZMQ_LINGER` has
/// passed.
public final class ZMQTransport: Transport {
  /// The loop that owns the sockets and runs the handlers.
  public let loop: EventLoop

  /// A transport with a thread of its own.
  ///
  /// - Parameters:
  ///   - poller: How the thread sleeps; the default is the best that the system has.
  ///   - time: What deadlines, signs of life and silences go by; nil: the system's clock. libzmq's own times, those of
  ///     connections, are the system's in any case.
  public init(poller: PollerKind = .best, time: VirtualTime? = nil) {
    loop = .start(over: ZMQReactor(poller: poller), time: time)
  }

  deinit { loop.end() }

  /// The version of the libzmq that is linked: `4.3.4`.
  public static var libraryVersion: String {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    zmq_version(&major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }
}

/// How an event loop sleeps until a socket or another thread has something for it.
public enum PollerKind: Sendable {
  #if os(Linux)
    /// epoll over each socket's `ZMQ_FD`: wakes only for what is ready. Linux.
    case epoll
  #endif
  #if canImport(Darwin)
    /// kqueue over each socket's `ZMQ_FD`: wakes only for what is ready. macOS.
    case kqueue
  #endif
  /// `zmq_poll` over all sockets: everywhere.
  case zmqPoll

  /// The best that the system has.
  public static var best: PollerKind {
    #if os(Linux)
      .epoll
    #elseif canImport(Darwin)
      .kqueue
    #else
      .zmqPoll
    #endif
  }
}
