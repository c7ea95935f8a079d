import ZMQRuntime
import ZMQWire

/// A socket that a test has opened in place of a process that takes part in a chain.
struct PlayedSocket: Sendable {
  let socket: ChainSocket
  let process: RunningProcess
  let arrivals: Arrivals

  /// Opens it.
  init(
    _ socket: ChainSocket, bind: [String], connect: [String], on transport: some Transport
  ) async throws {
    self.socket = socket
    let arrivals = Arrivals()
    self.arrivals = arrivals
    var configuration = SocketConfiguration(
      socket.type, bind: bind, connect: connect, subscriptions: socket.type == .sub ? [""] : [])
    if [.dealer, .router].contains(configuration.openedType) {
      configuration.routingID = RoutingID(text: socket.shownAs)
    }
    configuration.security = PlayedSecurity.security(socket.security, binds: socket.binds)
    var settings = ProcessSettings(label: "test.\(socket.name)")
    settings.stopSignals = []
    let plan = ProcessPlan(
      name: socket.name, settings: settings,
      sockets: [
        ProcessPlan.Socket(
          socket.name, configuration,
          handler: configuration.openedType.canReceive ? HandlerSource(ArrivalsDispatcher(arrivals: arrivals)) : nil)
      ])
    process = try await transport.loop.start(plan)
  }

  var endpoints: [String] { process.endpoints(of: socket.name) }

  /// Sends frames, envelope included; waits for a peer until the time has passed.
  ///
  /// A peer that has only just connected is not yet known to a ROUTER.
  func send(_ frames: [[UInt8]], within limit: Duration) async throws {
    let deadline = ContinuousClock.now + limit
    while true {
      do {
        return try await process.client(socket.name).send { writer in
          for frame in frames { writer.frame(frame) }
        }
      } catch let error as RequestError where error.reason == .unroutable && ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(2))
      }
    }
  }
}
