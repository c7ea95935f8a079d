import Dispatch

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

/// Calls back on the first of some signals, and then leaves all of them to the system again: a second one,
/// Ctrl-C or `kill`, ends a program that does not come to its end.
final class SignalTrap: Sendable {
  fileprivate struct Table {
    var sources: [Int32: any DispatchSourceSignal] = [:]
    var callbacks: [Int32: [Int: @Sendable () -> Void]] = [:]
    var lastID = 0
  }

  // Signals belong to the whole program, so all traps share one table.
  private static let table = Locked(Table())

  private let id: Int

  init(_ signals: StopSignals, onSignal: @escaping @Sendable () -> Void) {
    id = Self.table.withLock { table in
      table.lastID += 1
      for number in signals.numbers {
        table.callbacks[number, default: [:]][table.lastID] = onSignal
        guard table.sources[number] == nil else { continue }
        // Dispatch only sees a signal whose own action does not end the program first.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { Self.caught(number) }
        source.resume()
        table.sources[number] = source
      }
      return table.lastID
    }
  }

  private static func caught(_ number: Int32) {
    let callbacks = table.withLock { table in
      let callbacks = table.callbacks[number] ?? [:]
      for id in callbacks.keys { table.forget(id) }
      return callbacks
    }
    for callback in callbacks.values { callback() }
  }

  /// Leaves the signals to the system, unless others wait for them.
  func release() {
    Self.table.withLock { table in table.forget(id) }
  }
}

extension SignalTrap.Table {
  /// Forgets a trap, and leaves the signals to the system that nobody else waits for.
  fileprivate mutating func forget(_ id: Int) {
    for number in Array(callbacks.keys) {
      callbacks[number]?[id] = nil
      guard callbacks[number]?.isEmpty == true else { continue }
      callbacks[number] = nil
      guard let source = sources.removeValue(forKey: number) else { continue }
      source.cancel()
      signal(number, SIG_DFL)
    }
  }
}
