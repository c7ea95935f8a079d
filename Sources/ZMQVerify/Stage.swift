import SpecModel
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// The sockets of some steps, one instance of each process, bound and connected as the protocol says.
struct Stage {
  private let spec: ProtocolSpec
  private let limit: Duration
  private let context: BareContext
  private var sockets: [SocketID: BareSocket] = [:]
  private var endpoints: [SocketID: String] = [:]
  /// Whom each socket talks to in these steps.
  private var peers: [SocketID: [SocketID]] = [:]

  init(_ steps: [StepSpec], in spec: ProtocolSpec, over transport: VerificationTransport, limit: Duration)
    throws(TransportError)
  {
    self.spec = spec
    self.limit = limit
    context = try BareContext()
    for hop in steps.flatMap(\.hops) {
      for receiver in hop.receivers {
        if peers[hop.sender]?.contains(receiver) != true { peers[hop.sender, default: []].append(receiver) }
        if peers[receiver]?.contains(hop.sender) != true { peers[receiver, default: []].append(hop.sender) }
      }
    }
    for id in spec.socketIDs where peers[id] != nil { sockets[id] = try open(id) }
    // A socket that binds is bound before anybody connects to it.
    for id in spec.socketIDs where sockets[id] != nil && !spec[id].bind.isEmpty {
      endpoints[id] = try sockets[id]?.bind(Stage.endpoint(transport, id))
    }
    for id in spec.socketIDs where sockets[id] != nil { try connect(id) }
    try awaitSubscriptions()
  }

  private static func endpoint(_ transport: VerificationTransport, _ id: SocketID) -> String {
    switch transport {
    case .tcp: "tcp://127.0.0.1:*"
    case .ipc: "ipc://*"
    case .inproc: "inproc://\(id.process.index).\(id.index)"
    }
  }

  private func open(_ id: SocketID) throws(TransportError) -> BareSocket {
    let socket = spec[id]
    var options: [String: SocketOption] = [:]
    // Only what changes the frames: everything else is not looked at here.
    for option in socket.options where ["req_correlate", "req_relaxed"].contains(option.name.text) {
      if case .int(let value) = option.value { options[option.name.text] = .int(value) }
    }
    let knowsIDs = [.req, .dealer, .router, .rep].contains(socket.type)
    let bare = try BareSocket(
      // An XPUB shows when somebody has subscribed; its peers see the same frames.
      socket.type == .pub ? .xpub : socket.type, in: context, routingID: knowsIDs ? Array(socket.shownAs.utf8) : nil,
      options: options)
    if socket.type == .sub { for prefix in prefixes(of: socket) { try bare.subscribe(to: prefix) } }
    return bare
  }

  private func prefixes(of socket: SocketSpec) -> [[UInt8]] {
    if case .prefixes(let prefixes) = socket.subscription { prefixes.map { Array($0.utf8) } } else { [[]] }
  }

  /// Whether a socket subscribes to what these frames begin with. Where the first one is a field of the message, only the
  /// values of a running program tell; a sample is one of them, or none.
  private func hears(_ frames: [[UInt8]], _ id: SocketID) -> Bool {
    guard [.sub, .xsub].contains(spec[id].type), let first = frames.first else { return true }
    return prefixes(of: spec[id]).contains { first.starts(with: $0) }
  }

  private func connect(_ id: SocketID) throws(TransportError) {
    guard let socket = sockets[id] else { return }
    for peer in peers[id] ?? [] where spec[id].bind.isEmpty {
      if let endpoint = endpoints[peer] { try socket.connect(endpoint) }
    }
  }

  /// Nothing that is published arrives before the subscriptions have.
  private func awaitSubscriptions() throws(TransportError) {
    for id in spec.socketIDs {
      guard let socket = sockets[id] else { continue }
      if spec[id].type == .xsub {
        for prefix in prefixes(of: spec[id]) { _ = socket.send([[1] + prefix], within: limit) }
      }
    }
    for id in spec.socketIDs where spec[id].type == .pub || spec[id].type == .xpub {
      guard let socket = sockets[id] else { continue }
      var expected = 0
      for peer in peers[id] ?? [] { expected += Set(prefixes(of: spec[peer])).count }
      // Equal prefixes of several subscribers are told once: the others have had their time by then.
      let deadline = ContinuousClock.now + .milliseconds(500)
      while expected > 0, ContinuousClock.now < deadline {
        // A bound SUB subscribes at a new peer only when it is called.
        for peer in peers[id] ?? [] { sockets[peer]?.pump() }
        if try socket.receive(within: .milliseconds(5)) != nil { expected -= 1 }
      }
    }
  }

  // MARK: Playing

  /// Plays the steps; behind the first that fails, nothing more is played.
  func play(_ way: [Int], of chain: ChainSpec, _ frames: [StepFrames]) throws(TransportError) -> [Verification.Hop] {
    var played: [Verification.Hop] = []
    var hasFailed = false
    for index in way {
      let step = chain.steps[index]
      let bytes = FrameBytes(step, in: spec)
      var sent = bytes.exact(frames[index].hops.first?.sent ?? [])
      for (number, hop) in step.hops.enumerated() where frames[index].hops.indices.contains(number) {
        var result = Verification.Hop(
          label: step.label(ofHop: number), step: index, hop: number, sent: sent,
          predicted: bytes.predicted(frames[index].hops[number].received), outcome: .notPlayed)
        if !hasFailed {
          result.outcome =
            step.isLost && number == step.hops.count - 1 ? .lost : try pass(sent, hop, result.predicted)
          hasFailed = !result.isAsPredicted
        }
        // A proxy passes on what has arrived.
        if case .delivered(let frames) = result.outcome { sent = frames }
        played.append(result)
      }
    }
    return played
  }

  private func pass(_ frames: [[UInt8]], _ hop: HopSpec, _ predicted: [[UInt8]?]) throws(TransportError)
    -> Verification.Outcome
  {
    guard let sender = sockets[hop.sender] else { return .notPlayed }
    let deaf = hop.receivers.filter { !hears(frames, $0) }
    if !deaf.isEmpty { return .unheard(by: deaf) }
    switch sender.send(frames, within: limit) {
    case .sent: break
    case .expired: return .refused("nobody could take it within \(limit)")
    case .refused(_, let reason): return .refused(reason)
    }
    var delivered: [[UInt8]]?
    for receiver in hop.receivers {
      guard let frames = try sockets[receiver]?.receive(within: limit) else { return .nothing }
      // Of several receivers, one that differs is told of.
      if delivered == nil || !Verification.match(frames, predicted) { delivered = frames }
    }
    return delivered.map { .delivered($0) } ?? .nothing
  }
}
