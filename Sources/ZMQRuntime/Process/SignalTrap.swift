#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Calls back on the first of some signals, and then leaves all of them to whom they went before: where that is the system, a
/// second one, Ctrl-C or `kill`, ends a program that does not come to its end.
///
/// No `DispatchSourceSignal`: on Linux, Dispatch installs its handler for a signal once in the life of a program, so a
/// signal that was left to the system, as for a process that is run a second time, would never be seen again.
final class SignalTrap: Sendable {
  fileprivate struct Table {
    var callbacks: [Int32: [Int: @Sendable () -> Void]] = [:]
    /// What was done on each of them before: the program's own handlers, or the system's.
    var before: [Int32: sigaction] = [:]
    var lastID = 0
  }

  // Signals belong to the whole program, so all traps share one table.
  private static let table = Locked(Table())

  private let id: Int

  init(_ signals: [Int32], onSignal: @escaping @Sendable () -> Void) {
    let isListening = SignalPipe.listen { SignalTrap.caught($0) }
    id = Self.table.withLock { table in
      table.lastID += 1
      // Without a way to hear of it, a signal had better end the program.
      if !isListening { return table.lastID }
      for number in signals {
        if table.callbacks[number] == nil {
          var before = sigaction()
          sigaction(number, nil, &before)
          table.before[number] = before
          signal(number, SignalPipe.note)
        }
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

  /// Leaves the signals to whom they went before, unless others wait for them.
  func release() {
    Self.table.withLock { table in table.forget(id) }
  }
}

extension SignalTrap.Table {
  /// Forgets a trap, and leaves the signals to whom they went before that nobody else waits for.
  fileprivate mutating func forget(_ id: Int) {
    for number in Array(callbacks.keys) {
      callbacks[number]?[id] = nil
      guard callbacks[number]?.isEmpty == true else { continue }
      callbacks[number] = nil
      if var before = before.removeValue(forKey: number) { sigaction(number, &before, nil) }
    }
  }
}
