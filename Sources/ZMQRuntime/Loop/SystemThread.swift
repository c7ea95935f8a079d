#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A thread's name for itself; equal only within one thread.
struct ThreadID: Equatable, Sendable {
  private let bits: UInt

  /// A thread that has been asked for and does not run yet.
  static let starting = ThreadID(bits: 0)

  static var current: ThreadID {
    #if canImport(Darwin)
      ThreadID(bits: UInt(bitPattern: pthread_self()))
    #else
      ThreadID(bits: UInt(pthread_self()))
    #endif
  }
}

/// A thread of the system's. Foundation's is not used: generated programs need no Foundation.
package struct SystemThread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let thread: pthread_t

  /// Runs `body` on a thread of its own; `join` or `detach` must follow.
  ///
  /// - Throws: Where the system gives no further thread; nothing is run then.
  package init(_ body: @escaping @Sendable () -> Void) throws(TransportError) {
    let body = Unmanaged.passRetained(Body(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(&thread, nil, { SystemThread.enter($0) }, body.toOpaque())
    let made: pthread_t? = thread
    guard status == 0, let made else {
      body.release()
      throw TransportError(
        operation: "start", subject: "a thread", code: status, reason: String(cString: strerror(status)),
        remedy: "allow more threads (`ulimit -u`, a container's limit of pids) or more memory, or run fewer programs")
    }
    self.thread = made
  }

  private static func enter(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
    return nil
  }

  /// Lets it go its way.
  package func detach() { pthread_detach(thread) }

  /// Waits for its end.
  package func join() { pthread_join(thread, nil) }
}
