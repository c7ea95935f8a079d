import ZMQWire

/// Events of a socket, counted by endpoint, and the patterns in them.
public struct SocketDiagnosis: Sendable {
  fileprivate struct Endpoint {
    var name: String
    var isUnderWay = false
    var attempts = 0
    var connections = 0
    /// Whether the connection that stands has come to an agreement.
    var hasAgreed = false
    var agreements = 0
    var broken = 0
    var lost = 0
    var isConnected = false
    var bindError: UInt32?
    var acceptError: UInt32?
    var status: UInt32?
    var protocolError: UInt32?
    var failure = false
  }

  /// The socket's type.
  public var type: SocketType?
  private var endpoints: [Endpoint] = []

  /// A diagnosis of a socket whose events are yet to come.
  public init(of type: SocketType? = nil) {
    self.type = type
  }

  /// Takes one more event in.
  public mutating func note(_ event: SocketEvent) {
    let known = endpoints.firstIndex { $0.name == event.endpoint }
    if known == nil { endpoints.append(Endpoint(name: event.endpoint)) }
    endpoints[known ?? endpoints.count - 1].note(event)
  }

  /// What the events mean, endpoint by endpoint.
  public var findings: [SocketFinding] {
    endpoints.compactMap { endpoint in
      endpoint.meaning.map { SocketFinding($0, endpoint: endpoint.name, type: type) }
    }
  }
}

extension SocketDiagnosis.Endpoint {
  fileprivate mutating func note(_ event: SocketEvent) {
    switch event.kind {
    case .connectDelayed, .connectRetried:
      isUnderWay = true
      attempts += 1
    case .connected, .accepted:
      connections += 1
      isConnected = true
      hasAgreed = false
    case .handshakeSucceeded:
      agreements += 1
      hasAgreed = true
      (status, protocolError, failure, broken) = (nil, nil, false, 0)
    case .disconnected:
      if hasAgreed { lost += 1 } else { broken += 1 }
      isConnected = false
      hasAgreed = false
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
