import Logging

/// A running process as its loop knows it.
final class ProcessState {
  let name: String
  let logger: Logger
  let drivers: [(name: String, id: SocketID, driver: SocketDriver)]
  let proxies: [Proxy]
  /// Tasks that wait until the process is asked to stop.
  let stopping = WaitList()
  /// The stop that is under way; everyone who asks for it waits for the same.
  var stop: Task<Void, Never>?

  init(
    name: String, logger: Logger, drivers: [(name: String, id: SocketID, driver: SocketDriver)], proxies: [Proxy]
  ) {
    self.name = name
    self.logger = logger
    self.drivers = drivers
    self.proxies = proxies
  }
}

extension EventLoop {
  /// Opens a process's sockets, makes its handlers, and begins to receive.
  ///
  /// - Throws: `TransportError`, `ProcessError`; nothing is left open then.
  func start(_ plan: ProcessPlan) async throws -> RunningProcess {
    try reactor.processStarted()
    var drivers: [(name: String, id: SocketID, driver: SocketDriver)] = []
    do {
      for socket in plan.sockets {
        let driver = SocketDriver(
          id: SocketID(number: nextID()), name: "\(plan.name).\(socket.name)", plan: socket,
          transport: try reactor.open(socket.configuration), logger: plan.settings.logger)
        drivers.append((socket.name, driver.id, driver))
      }
      let process = RunningProcess(
        lease: ProcessLease(loop: self, id: ProcessID(number: nextID())), name: plan.name,
        sockets: Dictionary(uniqueKeysWithValues: drivers.map { ($0.name, $0.id) }),
        bound: Dictionary(uniqueKeysWithValues: drivers.map { ($0.name, $0.driver.transport.boundEndpoints) }))
      for (socket, entry) in zip(plan.sockets, drivers) {
        entry.driver.dispatcher = try socket.handler?.make(for: process)
      }
      var proxies: [Proxy] = []
      for proxy in plan.proxies {
        guard let front = drivers.first(where: { $0.name == proxy.front })?.driver,
          let back = drivers.first(where: { $0.name == proxy.back })?.driver
        else { throw ProcessError(.unknownSocket, process: plan.name) }
        proxies.append(Proxy(between: front, and: back))
      }
      processes[process.id] = ProcessState(
        name: plan.name, logger: plan.settings.logger, drivers: drivers, proxies: proxies)
      for entry in drivers {
        begin(entry.driver, isProxied: plan.proxies.contains { $0.front == entry.name || $0.back == entry.name })
      }
      plan.settings.logger.debug("started", metadata: ["endpoints": "\(process.bound)"])
      return process
    } catch {
      for entry in drivers { entry.driver.transport.close() }
      await transportLeft()
      throw error
    }
  }

  private func begin(_ driver: SocketDriver, isProxied: Bool) {
    sockets[driver.id] = driver
    if isProxied { return }
    beginBeats(of: driver)
    guard driver.configuration.openedType.canReceive else { return }
    driver.startWorker = { [unowned driver] in self.startWorker(of: driver) }
    startWorker(of: driver)
  }

  func stop(_ id: ProcessID) async {
    guard let process = processes[id] else { return }
    // In a task of its own: a stop goes on to its end even if whoever asked for it is cancelled.
    let stop = process.stop ?? Task { await self.close(process) }
    process.stop = stop
    await stop.value
  }

  private func close(_ process: ProcessState) async {
    process.stopping.stop()
    for entry in process.drivers { entry.driver.stop() }
    await untilHandlersEnd(of: process)
    for entry in process.drivers {
      entry.driver.transport.close()
      sockets[entry.id] = nil
      entry.driver.startWorker = {}
    }
    await transportLeft()
    process.logger.debug("stopped")
  }

  /// Nobody holds the process any more, so nobody can ask for its counters.
  func forget(_ id: ProcessID) {
    processes[id] = nil
  }

  func stopAfterFinal(of driver: SocketDriver) {
    for (id, process) in processes where process.drivers.contains(where: { $0.driver === driver }) {
      Task { await self.stop(id) }
    }
  }

  func untilStopped(_ id: ProcessID) async {
    guard let process = processes[id] else { return }
    _ = await suspend(in: process.stopping)
  }

  func counters(of socket: String, in id: ProcessID) -> MessageCounters {
    processes[id]?.drivers.first { $0.name == socket }?.driver.counters ?? MessageCounters()
  }

  /// Gives handlers that are at work five seconds to finish.
  private func untilHandlersEnd(of process: ProcessState) async {
    let deadline = now + .seconds(5)
    for entry in process.drivers {
      while entry.driver.busyWorkers > 0 {
        guard await suspend(in: entry.driver.workDone, until: deadline) != .expired else {
          process.logger.error("stopped while a handler was at work", metadata: ["socket": "\(entry.driver.name)"])
          break
        }
      }
    }
  }

  /// Waits until what the closed sockets have sent has left, or has been given up.
  private func transportLeft() async {
    await withCheckedContinuation { continuation in
      reactor.processEnded { continuation.resume() }
    }
  }
}
