#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Calls back on the first of some signals, and then leaves all of them to the system again: a second one,
/// Ctrl-C or `kill`, ends a program that does not come to its end.
///
/// No `DispatchSourceSignal`: on Linux, Dispatch installs its handler for a signal once in the life of a program, so a
/// signal that was left to the system, as for a process that is run a second time, would never be seen again.
final class SignalTrap: Sendable {
  fileprivate struct Table {
    var callbacks: [Int32: [Int: @Sendable () -> Void]] = [:]
    var lastID = 0
  }

  // Signals belong to the whole program, so all traps share one table.
  private static let table = Locked(Table())

  private let id: Int

  init(_ signals: StopSignals, onSignal: @escaping @Sendable () -> Void) {
    let isListening = SignalPipe.listen { SignalTrap.caught($0) }
    id = Self.table.withLock { table in
      table.lastID += 1
      // Without a way to hear of it, a signal had better end the program.
      if !isListening { return table.lastID }
      for number in signals.numbers {
        if table.callbacks[number] == nil { signal(number, SignalPipe.note) }
        table.callbacks[number, default: [:]][table.lastID] = onSignal
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
      signal(number, SIG_DFL)
    }
  }
}
