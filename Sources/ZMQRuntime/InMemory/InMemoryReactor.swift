import ZMQWire

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The sockets of an in-memory transport, and the lines between them.
final class InMemoryReactor: Reactor {
  let wake: @Sendable () -> Void
  private let bell = Bell()
  private var bound: [String: InMemorySocket] = [:]
  private var waiting: [(place: String, socket: InMemorySocket)] = []
  private var ready: [InMemorySocket] = []
  private var peersMade: UInt32 = 0
  private var connectionsMade = 0
  private var portsGiven = 0

  init() {
    wake = { [bell] in bell.ring() }
  }

  func open(_ configuration: SocketConfiguration) throws(TransportError) -> any TransportSocket {
    let socket = InMemorySocket(type: configuration.openedType, configuration: configuration, reactor: self)
    for endpoint in configuration.bind { _ = try bind(socket, to: endpoint) }
    for endpoint in configuration.connect { try connect(socket, to: endpoint) }
    return socket
  }

  func connect(_ socket: InMemorySocket, to endpoint: String) throws(TransportError) {
    let place = Self.place(endpoint)
    if let other = bound[place] { try link(socket, other) } else { waiting.append((place, socket)) }
    socket.connectedEndpoints.append(endpoint)
  }

  func disconnect(_ socket: InMemorySocket, from endpoint: String) throws(TransportError) {
    let place = Self.place(endpoint)
    guard let index = socket.connectedEndpoints.firstIndex(of: endpoint) else {
      throw TransportError(
        operation: "disconnect", subject: endpoint, code: ENOENT, reason: "the socket is not connected to it")
    }
    socket.connectedEndpoints.remove(at: index)
    waiting.removeAll { $0.socket === socket && $0.place == place }
    if let other = bound[place] { part(socket, other) }
  }

  /// Ends what two sockets have with each other.
  private func part(_ a: InMemorySocket, _ b: InMemorySocket) {
    for (one, other) in [(a, b), (b, a)] {
      one.remove(peer: other)
      one.withdrawSubscriptions(from: other)
    }
  }

  func unbind(_ socket: InMemorySocket, from endpoint: String) throws(TransportError) {
    guard bound[Self.place(endpoint)] === socket else {
      throw TransportError(operation: "unbind", subject: endpoint, code: ENOENT, reason: "the socket has not bound it")
    }
    bound[Self.place(endpoint)] = nil
    socket.boundEndpoints.removeAll { $0 == endpoint }
  }

  func bind(_ socket: InMemorySocket, to endpoint: String) throws(TransportError) -> String {
    var endpoint = endpoint
    if endpoint.hasSuffix(":*") || endpoint.hasSuffix(":0") {
      portsGiven += 1
      endpoint = endpoint.dropLast() + String(49151 + portsGiven)
    }
    let place = Self.place(endpoint)
    guard bound[place] == nil else {
      throw TransportError(
        operation: "bind", subject: endpoint, code: EADDRINUSE, reason: "another socket has bound it",
        remedy: "bind each endpoint once, or let one side connect")
    }
    bound[place] = socket
    socket.boundEndpoints.append(endpoint)
    let arrived = waiting.filter { $0.place == place }
    waiting.removeAll { $0.place == place }
    for entry in arrived { try link(entry.socket, socket) }
    return endpoint
  }

  /// Where an endpoint is: who binds all interfaces is met at 127.0.0.1, as over tcp.
  private static func place(_ endpoint: String) -> String {
    for prefix in ["tcp://*:", "tcp://0.0.0.0:", "tcp://localhost:"] where endpoint.hasPrefix(prefix) {
      return "tcp://127.0.0.1:" + endpoint.dropFirst(prefix.count)
    }
    return endpoint
  }

  private func link(_ a: InMemorySocket, _ b: InMemorySocket) throws(TransportError) {
    guard a.type.peers.contains(b.type) else {
      throw TransportError(
        operation: "connect", subject: "a \(a.type.rawValue) to a \(b.type.rawValue)", code: EPROTO,
        reason: "libzmq does not let these socket types talk")
    }
    // A PAIR has one peer; libzmq turns the next away without a word.
    if a.type == .pair, !a.peers.isEmpty || !b.peers.isEmpty { return }
    let names = (a: name(of: a), b: name(of: b))
    // Who comes with a name that is taken takes the other's place (ZMQ_ROUTER_HANDOVER).
    for (socket, name) in [(a, names.b), (b, names.a)] where socket.type == .router {
      if let old = socket.peer(named: name) { part(socket, old) }
    }
    connectionsMade += 1
    a.add(peer: b, as: names.b, over: connectionsMade)
    b.add(peer: a, as: names.a, over: connectionsMade)
    a.announceSubscriptions(to: b)
    b.announceSubscriptions(to: a)
    for socket in [a, b] where socket.wantsWritable { markReady(socket) }
  }

  private func name(of socket: InMemorySocket) -> [UInt8] {
    if let id = socket.configuration.routingID { return id.bytes }
    // A name of its own for each connection, as libzmq makes them up.
    peersMade &+= 1
    return [0] + (0..<4).map { UInt8(truncatingIfNeeded: peersMade >> (24 - 8 * $0)) }
  }

  func close(_ socket: InMemorySocket) {
    let places = Set(socket.boundEndpoints.map(Self.place))
    for place in places { bound[place] = nil }
    waiting.removeAll { $0.socket === socket }
    // Those that had connected to it connect again when somebody binds there, as over a network.
    for peer in socket.peers.compactMap(\.socket) {
      peer.remove(peer: socket)
      socket.withdrawSubscriptions(from: peer)
      for place in peer.connectedEndpoints.map(Self.place) where places.contains(place) {
        waiting.append((place, peer))
      }
    }
  }

  func markReady(_ socket: InMemorySocket) {
    guard !socket.isMarkedReady else { return }
    socket.isMarkedReady = true
    ready.append(socket)
  }

  @discardableResult
  func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    if ready.isEmpty { bell.wait(until: deadline) }
    let sockets = ready
    ready = []
    for socket in sockets {
      socket.isMarkedReady = false
      socket.report()
    }
    return true
  }

  var hasWork: Bool { !ready.isEmpty }

  func processStarted() {}
  func processEnded(done: @escaping @Sendable () -> Void) { done() }
  func shutDown() {}
}
