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

/// A detached thread. Foundation's is not used: generated programs need no Foundation.
enum Thread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a thread of its own.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let argument = Unmanaged.passRetained(Body(body)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, nil, { Thread.enter($0) }, argument)
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, { Thread.enter($0) }, argument)
    #endif
    precondition(status == 0, "the system gives no further thread (pthread_create: error \(status))")
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  }

  private static func enter(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let body = Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
    body.run()
    return nil
  }
}
