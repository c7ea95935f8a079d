#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The signals that stop a process in good order.
public struct StopSignals: OptionSet, Sendable {
  /// One bit for each signal.
  public let rawValue: Int

  /// The signals of these bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// SIGINT: Ctrl-C.
  public static let interrupt = StopSignals(rawValue: 1)
  /// SIGTERM: what `kill` and service managers send.
  public static let terminate = StopSignals(rawValue: 2)

  var numbers: [Int32] {
    (contains(.interrupt) ? [SIGINT] : []) + (contains(.terminate) ? [SIGTERM] : [])
  }
}
