import ZMQRuntime
import ZMQWire

/// A test that plays every other participant of a chain against one process; generated `play` methods use it.
public final class ChainPlay: Sendable {
  let script: ChainScript
  /// The process that is tested.
  let subject: String
  private let transport: any Transport
  private let state: Locked<State>

  private struct State {
    var played: [String: PlayedSocket]
    var ids: [String: [UInt8]] = [:]
    var process: RunningProcess?
    /// Whether the program that is tested has done what it does.
    var programHasEnded = false
  }

  /// Which sockets of others talk to which of the process's own in this chain.
  private let links: [(played: String, own: String)]

  private init(
    _ script: ChainScript, against subject: String, as instance: ChainInstance, on transport: some Transport
  ) async throws {
    let script = script.toldApart(testing: subject, as: instance)
    self.script = script
    self.subject = subject
    self.transport = transport
    func isOwn(_ socket: String) -> Bool { socket.hasPrefix(subject + ".") }
    try Self.check(script, subject, isOwn)
    var links: [(played: String, own: String)] = []
    for hop in script.steps.flatMap(\.hops) {
      for receiver in hop.receivers where isOwn(receiver) != isOwn(hop.sender) {
        let link = isOwn(receiver) ? (played: hop.sender, own: receiver) : (played: receiver, own: hop.sender)
        if !links.contains(where: { $0 == link }) { links.append(link) }
      }
    }
    self.links = links
    let binding = Set(script.sockets.filter(\.binds).map(\.name))
    var played: [String: PlayedSocket] = [:]
    for socket in script.sockets where !isOwn(socket.name) {
      let own = links.filter { $0.played == socket.name }.map(\.own)
      // Whoever is tested connects, or else is connected to.
      guard !own.isEmpty, !own.contains(where: binding.contains) else { continue }
      played[socket.name] = try await PlayedSocket(socket, bind: [Self.anyPort], connect: [], on: transport)
    }
    state = Locked(State(played: played))
  }

  /// Makes sure that there is something to be tested.
  private static func check(_ script: ChainScript, _ subject: String, _ isOwn: (String) -> Bool) throws {
    guard script.sockets.contains(where: { isOwn($0.name) }) else {
      throw PlayFailure(script, after: "\(subject) takes no part in it", details: [])
    }
    for (index, step) in script.steps.enumerated() {
      for hop in step.hops where isOwn(hop.sender) && hop.receivers.contains(where: isOwn) {
        throw PlayFailure(
          script, at: index, "\(subject) says it to itself, where no test can stand in between",
          mark: "inside \(subject)")
      }
    }
  }

  private static let anyPort = "tcp://127.0.0.1:*"

  /// Opens the sockets of the other participants, lets `body` run the process, and looks what is left over.
  ///
  /// - Throws: `PlayFailure`; what `body` throws; `TransportError` when a socket cannot be opened.
  public nonisolated(nonsending) static func stage(
    _ script: ChainScript, against subject: String, as instance: ChainInstance = .first, on transport: some Transport,
    _ body: nonisolated(nonsending) (ChainPlay) async throws -> Void
  ) async throws {
    let play = try await ChainPlay(script, against: subject, as: instance, on: transport)
    do {
      try await body(play)
      try await play.checkLeftOvers()
    } catch {
      await play.close()
      throw error
    }
    await play.close()
  }

  /// How the process opens one of its sockets while it is tested: at an endpoint of the test's, under the routing id
  /// that frame lists show, with keys that the test has, too.
  public func wired(_ configuration: SocketConfiguration, _ socket: String) -> SocketConfiguration {
    var configuration = configuration
    let name = "\(subject).\(socket)"
    configuration.bind = configuration.bind.isEmpty ? [] : [Self.anyPort]
    configuration.connect = state.withLock { state in
      links.filter { $0.own == name }.flatMap { state.played[$0.played]?.endpoints ?? [] }
    }
    let declared = script.sockets.first { $0.name == name }
    let mechanism = declared.map { $0.security } ?? configuration.security.mechanism
    configuration.security = PlayedSecurity.security(mechanism, binds: !configuration.bind.isEmpty)
    guard let declared else { return configuration }
    if [.req, .dealer, .router].contains(configuration.type) {
      let id = configuration.routingID ?? RoutingID(text: declared.shownAs)
      configuration.routingID = id
      state.withLock { $0.ids[declared.shownAs] = id.bytes }
    }
    return configuration
  }

  /// Plays the chain while `body` does what the process's program does.
  ///
  /// - Parameter hasProgram: Whether it does anything. That must be known before the first step: until a program has
  ///   ended, it is the one that lets virtual time pass.
  public nonisolated(nonsending) func perform(
    with process: RunningProcess, hasProgram: Bool, _ body: nonisolated(nonsending) () async throws -> Void
  ) async throws {
    state.withLock { state in
      state.process = process
      state.programHasEnded = !hasProgram
    }
    for socket in script.sockets where !socket.name.hasPrefix(subject + ".") {
      let own = links.filter { $0.played == socket.name }.map(\.own)
      guard !own.isEmpty, played(socket.name) == nil else { continue }
      let endpoints = own.flatMap { process.endpoints(of: String($0.dropFirst(subject.count + 1))) }
      let opened = try await PlayedSocket(socket, bind: [], connect: endpoints, on: transport)
      state.withLock { $0.played[socket.name] = opened }
    }
    async let playing = outcome(with: process)
    do {
      defer { state.withLock { $0.programHasEnded = true } }
      try await body()
    } catch {
      // Where the chain went wrong says more than what the program made of it.
      if let failure = await playing { throw failure }
      throw error
    }
    if let failure = await playing { throw failure }
  }

  /// What goes wrong; nil where nothing does.
  private func outcome(with process: RunningProcess) async -> (any Error)? {
    do {
      var steps = PlayedSteps(self, process, ids: state.withLock { $0.ids })
      try await steps.run()
      return nil
    } catch {
      // Whatever the program waits for will not come.
      await process.stop()
      return error
    }
  }

  /// What time it is for the process.
  var now: ContinuousClock.Instant { transport.loop.time?.now ?? .now }

  private var programHasEnded: Bool { state.withLock { $0.programHasEnded } }

  /// Lets virtual time pass, unless a program is at work, which then does.
  func pass(_ duration: Duration) async {
    if programHasEnded { await transport.loop.time?.advance(by: duration) }
  }

  /// The next message at a socket; nil when the time has passed, be it a test's or the system's.
  func next(at socket: PlayedSocket, within limit: Duration) async -> [[UInt8]]? {
    guard let time = transport.loop.time else { return await socket.arrivals.next(within: limit) }
    let deadline = ContinuousClock.now + limit
    while !programHasEnded {
      if let arrival = await socket.arrivals.next(within: .milliseconds(5)) { return arrival }
      if ContinuousClock.now >= deadline { return nil }
    }
    let end = time.now + limit
    // What has been sent has arrived when the loop has nothing to do; no time passes for it.
    await transport.loop.settle()
    repeat {
      if let arrival = socket.arrivals.takeFirst() { return arrival }
    } while await time.advance(toNextTimerUntil: end)
    // What was sent in time and is still on its way has a moment of the system's time to arrive.
    return await socket.arrivals.next(within: min(limit, .seconds(2)))
  }

  func played(_ socket: String) -> PlayedSocket? { state.withLock { $0.played[socket] } }

  // MARK: The end

  private func checkLeftOvers() async throws {
    let (all, process) = state.withLock { ($0.played, $0.process) }
    await transport.loop.settle()
    var details: [String] = []
    for (name, played) in all.sorted(by: { $0.key < $1.key }) {
      let signs = script.signs[name] ?? []
      for arrival in played.arrivals.rest where !signs.contains(where: { $0(arrival) }) {
        details.append("\(name) got \(FrameText.text(of: arrival))")
      }
    }
    if !details.isEmpty {
      throw PlayFailure(script, after: "\(subject) has sent more than the chain says", details: details)
    }
    if let process, let trouble = await trouble(of: process) {
      throw PlayFailure(script, after: "\(subject) has not handled everything", details: trouble)
    }
  }

  /// What the process has refused, and what its handlers have thrown for; nil where there is nothing.
  func trouble(of process: RunningProcess) async -> [String]? {
    let ledger = await process.ledger()
    let isTrouble = ledger.sockets.contains { !$0.counters.refused.isEmpty || $0.counters.failed > 0 }
    return isTrouble ? "\(ledger)".split(separator: "\n").map(String.init) : nil
  }

  private func close() async {
    for played in state.withLock({ $0.played.values.map { $0 } }) { await played.process.stop() }
  }
}
