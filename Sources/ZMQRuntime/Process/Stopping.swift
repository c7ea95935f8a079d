import Logging

extension EventLoop {
  func stop(_ id: ProcessID) async {
    guard let process = processes[id] else { return }
    // In a task of its own: a stop goes on to its end even if whoever asked for it is cancelled.
    let stop = process.stop ?? Task { await self.close(process) }
    process.stop = stop
    await stop.value
  }

  func stopAfterFinal(of driver: SocketDriver) {
    for (id, process) in processes where process.drivers.contains(where: { $0.driver === driver }) {
      Task { await self.stop(id) }
    }
  }

  /// Handlers come to their end, asking what they must, and what waits is sent, within one limit; then what was sent
  /// leaves, within another.
  /// What is still open then is named in the log and given up.
  private func close(_ process: ProcessState) async {
    process.stopping.stop()
    let deadline = now + process.settings.stopLimit
    for entry in process.drivers { entry.driver.drain() }
    for entry in process.drivers {
      while entry.driver.busyWorkers > 0, await suspend(in: entry.driver.workDone, until: deadline) != .expired {}
    }
    for entry in process.drivers { entry.driver.stop() }
    for entry in process.drivers {
      while !entry.driver.outbox.isEmpty, await suspend(in: entry.driver.flushed, until: deadline) != .expired {}
    }
    let open = process.drivers.compactMap { entry in entry.driver.openWork.map { "\(entry.name): \($0)" } }
    if !open.isEmpty {
      process.logger.error(
        "stopped with work undone after \(process.settings.stopLimit): \(open.joined(separator: "; "))")
    }
    for proxy in process.proxies { proxy.close() }
    for entry in process.drivers {
      entry.driver.close()
      sockets[entry.id] = nil
    }
    if await !transportLeft(until: now + process.settings.stopLimit) {
      let names = process.drivers.map(\.name).joined(separator: ", ")
      process.logger.error(
        "what was sent has not left after \(process.settings.stopLimit): \(names)",
        metadata: ["remedy": "a shorter `linger`, or a longer `settings.stopLimit`"])
    }
    process.logger.debug("stopped")
  }

  /// Waits until what the closed sockets have sent has left, or has been given up.
  ///
  /// - Returns: false when the deadline has passed before.
  func transportLeft(until deadline: ContinuousClock.Instant) async -> Bool {
    let id = nextID()
    departures[id] = WaitList()
    reactor.processEnded { Task { await self.departed(id) } }
    // In a task of its own, which nobody cancels.
    return await Task { await self.untilDeparted(id, deadline) }.value
  }

  private func untilDeparted(_ id: Int, _ deadline: ContinuousClock.Instant) async -> Bool {
    defer { departures[id] = nil }
    guard let departure = departures[id] else { return true }
    return await suspend(in: departure, until: deadline) != .expired
  }

  private func departed(_ id: Int) {
    departures[id]?.stop()
  }
}

extension SocketDriver {
  /// What a socket has not brought to its end; nil where there is nothing.
  fileprivate var openWork: String? {
    let parts = [(busyWorkers, "handlers at work"), (outbox.count, "messages that nobody takes")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
