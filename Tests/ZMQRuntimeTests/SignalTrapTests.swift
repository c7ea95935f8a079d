import Testing

@testable import ZMQRuntime

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Signals that a program has handlers of its own for. Of one that no other test uses: signals are the whole program's.
@Suite(.serialized)
struct SignalTrapTests {
  private static let ours: @convention(c) (Int32) -> Void = { _ in }

  /// What the system would do on a signal, as bits that can be compared.
  private func handler(of number: Int32) -> UInt {
    var current = sigaction()
    sigaction(number, nil, &current)
    #if canImport(Darwin)
      return unsafeBitCast(current.__sigaction_u.__sa_handler, to: UInt.self)
    #else
      return unsafeBitCast(current.__sigaction_handler.sa_handler, to: UInt.self)
    #endif
  }

  @Test("who waits for a signal no longer leaves it to the handler that was there before")
  func handlerBefore() {
    signal(SIGUSR2, Self.ours)
    defer { signal(SIGUSR2, SIG_DFL) }
    let before = handler(of: SIGUSR2)
    let first = SignalTrap([SIGUSR2]) {}
    let second = SignalTrap([SIGUSR2]) {}
    #expect(handler(of: SIGUSR2) != before)
    first.release()
    #expect(handler(of: SIGUSR2) != before)
    second.release()
    #expect(handler(of: SIGUSR2) == before)
  }

  @Test("the first signal is told, and the second goes to whom it would have gone")
  func second() async {
    signal(SIGUSR2, Self.ours)
    defer { signal(SIGUSR2, SIG_DFL) }
    let before = handler(of: SIGUSR2)
    let told = AsyncStream<Void>.makeStream()
    let trap = SignalTrap([SIGUSR2]) { told.continuation.yield() }
    kill(getpid(), SIGUSR2)
    for await _ in told.stream { break }
    #expect(handler(of: SIGUSR2) == before)
    trap.release()
  }
}
