import ZMQWire

/// Events of a socket, counted by endpoint, and the patterns in them.
public struct SocketDiagnosis: Sendable {
  fileprivate struct Endpoint {
    var name: String
    /// Which event of the socket's was its last one.
    var lastEvent = 0
    var isUnderWay = false
    var attempts = 0
    /// The connections that stand, by file descriptor: those of many peers, where the socket has bound the endpoint.
    var open: Set<UInt32> = []
    /// Those that have not come to an agreement yet. libzmq does not tell which one has: it is taken to be the oldest.
    var undecided: [UInt32] = []
    var agreements = 0
    var broken = 0
    var lost = 0
    var isConnected: Bool { !open.isEmpty }
    var bindError: UInt32?
    var acceptError: UInt32?
    var status: UInt32?
    var protocolError: UInt32?
    var failure = false
  }

  /// The socket's type.
  public var type: SocketType?
  private var endpoints: [Endpoint] = []

  /// So many endpoints are remembered, those of which was heard last: a program may connect to ever others.
  static let endpointLimit = 256

  private var events = 0

  /// A diagnosis of a socket whose events are yet to come.
  public init(of type: SocketType? = nil) {
    self.type = type
  }

  /// Takes one more event in.
  public mutating func note(_ event: SocketEvent) {
    let known = endpoints.firstIndex { $0.name == event.endpoint }
    if known == nil { append(Endpoint(name: event.endpoint)) }
    let place = known ?? endpoints.count - 1
    events += 1
    endpoints[place].lastEvent = events
    endpoints[place].note(event)
  }

  private mutating func append(_ endpoint: Endpoint) {
    if endpoints.count == Self.endpointLimit,
      let quietest = endpoints.indices.min(by: { endpoints[$0].isForgottenBefore(endpoints[$1]) })
    {
      endpoints.remove(at: quietest)
    }
    endpoints.append(endpoint)
  }

  /// What the events mean, endpoint by endpoint.
  public var findings: [SocketFinding] {
    endpoints.compactMap { endpoint in
      endpoint.meaning.map { SocketFinding($0, endpoint: endpoint.name, type: type) }
    }
  }
}

extension SocketDiagnosis.Endpoint {
  /// Where one must be forgotten: one that is not connected, and of these the one that was quiet for the longest time.
  fileprivate func isForgottenBefore(_ other: Self) -> Bool {
    isConnected == other.isConnected ? lastEvent < other.lastEvent : !isConnected
  }

  fileprivate mutating func note(_ event: SocketEvent) {
    switch event.kind {
    case .connectDelayed, .connectRetried:
      isUnderWay = true
      attempts += 1
    case .connected, .accepted:
      open.insert(event.value)
      undecided.removeAll { $0 == event.value }
      undecided.append(event.value)
    case .handshakeSucceeded:
      agreements += 1
      if !undecided.isEmpty { undecided.removeFirst() }
      (status, protocolError, failure, broken) = (nil, nil, false, 0)
    case .disconnected:
      if open.contains(event.value), !undecided.contains(event.value) { lost += 1 } else { broken += 1 }
      open.remove(event.value)
      undecided.removeAll { $0 == event.value }
    case .handshakeFailed: failure = true
    case .handshakeFailedByProtocol: protocolError = event.value
    case .handshakeFailedByAuthentication: status = event.value
    case .bindFailed: bindError = event.value
    case .acceptFailed: acceptError = event.value
    case .listening, .closed, .closeFailed, .monitorStopped: break
    }
  }

  /// What speaks most clearly comes first.
  fileprivate var meaning: SocketFinding.Meaning? {
    if let bindError { return .cannotBind(code: Int32(truncatingIfNeeded: bindError)) }
    if let acceptError { return .cannotAccept(code: Int32(truncatingIfNeeded: acceptError)) }
    if let status { return .notAdmitted(status: Int(status)) }
    if protocolError == 0x1100_0002 { return .otherMechanism }
    if agreements > 0, isConnected || lost == 0 { return .agreed(times: agreements) }
    if broken > 0 || protocolError != nil || failure { return .brokenHandshake }
    if lost > 0 { return .lost }
    if isConnected { return .noHandshake }
    if isUnderWay { return .nobodyBinds(attempts: attempts) }
    return nil
  }
}
