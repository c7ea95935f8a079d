import Logging

/// A running process as its loop knows it.
final class ProcessState {
  let name: String
  let settings: ProcessSettings
  let drivers: [(name: String, id: SocketID, driver: SocketDriver)]
  let proxies: [Proxy]
  /// Tasks that wait until the process is asked to stop.
  let stopping = WaitList()
  /// The stop that is under way; everyone who asks for it waits for the same.
  var stop: Task<Void, Never>?
  var logger: Logger { settings.logger }

  init(
    name: String, settings: ProcessSettings, drivers: [(name: String, id: SocketID, driver: SocketDriver)],
    proxies: [Proxy]
  ) {
    self.name = name
    self.settings = settings
    self.drivers = drivers
    self.proxies = proxies
  }
}

extension EventLoop {
  /// Opens a process's sockets, makes its handlers, and begins to receive.
  ///
  /// - Throws: `TransportError`, `ProcessError`; nothing is left open then.
  package nonisolated(nonsending) func start(_ plan: ProcessPlan) async throws -> RunningProcess {
    // Not on the loop, which has none to say it on.
    try ensureThread()
    return try await open(plan)
  }

  private func open(_ plan: ProcessPlan) async throws -> RunningProcess {
    guard Set(plan.sockets.map(\.name)).count == plan.sockets.count else {
      throw ProcessError(.ambiguousSocket, process: plan.name)
    }
    try reactor.processStarted()
    var drivers: [(name: String, id: SocketID, driver: SocketDriver)] = []
    do {
      for socket in plan.sockets {
        var configuration = socket.configuration
        configuration.subscriptions = Subscriptions.unique(configuration.subscriptions)
        let driver = SocketDriver(
          id: SocketID(number: nextID()), name: "\(plan.name).\(socket.name)", plan: socket,
          transport: try reactor.open(configuration), settings: plan.settings, signer: plan.signer, clock: clock)
        drivers.append((socket.name, driver.id, driver))
      }
      let process = RunningProcess(
        lease: ProcessLease(loop: self, id: ProcessID(number: nextID())), name: plan.name,
        sockets: Dictionary(uniqueKeysWithValues: drivers.map { ($0.name, $0.id) }),
        bound: Dictionary(uniqueKeysWithValues: drivers.map { ($0.name, $0.driver.transport.boundEndpoints) }))
      var made = MadeHandlers()
      for (socket, entry) in zip(plan.sockets, drivers) {
        entry.driver.boundDispatcher = try socket.handler?.make(for: process, sharing: &made)
      }
      var proxies: [Proxy] = []
      for proxy in plan.proxies {
        guard let front = drivers.first(where: { $0.name == proxy.front })?.driver,
          let back = drivers.first(where: { $0.name == proxy.back })?.driver
        else { throw ProcessError(.unknownSocket, process: plan.name) }
        proxies.append(Proxy(between: front, and: back))
      }
      processes[process.id] = ProcessState(
        name: plan.name, settings: plan.settings, drivers: drivers, proxies: proxies)
      for entry in drivers {
        begin(entry.driver, isProxied: plan.proxies.contains { $0.front == entry.name || $0.back == entry.name })
      }
      plan.settings.logger.debug("started", metadata: ["endpoints": "\(process.bound)"])
      return process
    } catch {
      for entry in drivers { entry.driver.transport.close() }
      _ = await transportLeft(until: now + plan.settings.stopLimit)
      throw error
    }
  }

  private func begin(_ driver: SocketDriver, isProxied: Bool) {
    sockets[driver.id] = driver
    if isProxied { return }
    beginBeats(of: driver)
    guard driver.configuration.openedType.canReceive else { return }
    driver.startWorker = { [unowned driver] in self.startWorker(of: driver) }
    driver.keepReply = { [unowned driver] parcel in self.keep(parcel, of: driver) }
    startWorker(of: driver)
  }

  /// Nobody holds the process any more, so nobody can ask for its counters.
  func forget(_ id: ProcessID) {
    processes[id] = nil
  }

  func untilStopped(_ id: ProcessID) async {
    guard let process = processes[id] else { return }
    _ = await suspend(in: process.stopping)
  }

  func counters(of socket: String, in id: ProcessID) -> MessageCounters {
    processes[id]?.drivers.first { $0.name == socket }?.driver.counters ?? MessageCounters()
  }

  func peers(of socket: String, in id: ProcessID) -> [Peer] {
    guard let driver = processes[id]?.drivers.first(where: { $0.name == socket })?.driver,
      driver.configuration.openedType == .router
    else { return [] }
    driver.settlePeers()
    return driver.peers.all.map { Peer($0) }
  }

  func ledger(of id: ProcessID, named name: String) -> ProcessLedger {
    ProcessLedger(process: name, sockets: processes[id]?.drivers.map { $0.driver.ledger(as: $0.name) } ?? [])
  }
}

extension SocketDriver {
  fileprivate func ledger(as name: String) -> SocketLedger {
    SocketLedger(
      socket: name, type: configuration.type, counters: counters, inHand: underWay, queued: outbox.count,
      queuedBytes: outbox.bytes, waiting: waitingSenders, requests: pending.count,
      peers: configuration.openedType == .router ? peers.count : 0, prefixes: subscribers.prefixCount,
      uncounted: subscribers.uncounted)
  }
}
