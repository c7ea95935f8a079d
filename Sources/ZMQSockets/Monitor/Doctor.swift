import CLibZMQ
import ZMQRuntime
import ZMQWire

/// Connects to an endpoint as a socket of some type would, and says what comes of it: `zmqspec doctor`.
///
/// Nothing is sent but the handshake.
public enum Doctor {
  /// What the events meant, and the events themselves.
  public struct Report: Sendable {
    /// In sentences; empty where nothing was reported, as over `inproc`.
    public var findings: [SocketFinding]
    /// In the order of time.
    public var events: [SocketEvent]
  }

  /// Looks at an endpoint; blocks until the peers have agreed, or until the time has passed.
  ///
  /// - Throws: `TransportError` when the endpoint is none or no socket can be had.
  public static func examine(
    _ endpoint: String, as type: SocketType, within limit: Duration = .seconds(3)
  ) throws(TransportError) -> Report {
    let context = try BareContext()
    let socket = try BareSocket(type, in: context)
    let monitor = try socket.monitor()
    defer { socket.stopMonitor() }
    try socket.connect(endpoint)
    let deadline = ContinuousClock.now + limit
    var diagnosis = SocketDiagnosis(of: type)
    var events: [SocketEvent] = []
    while let frames = try monitor.receive(within: max(.zero, deadline - .now)) {
      guard let event = SocketEvent(frames: frames) else { continue }
      events.append(event)
      diagnosis.note(event)
      // One refused handshake says all that a hundred would.
      if diagnosis.findings.contains(where: \.isConclusive) { break }
    }
    return Report(findings: diagnosis.findings, events: events)
  }
}

extension SocketFinding {
  /// Whether more time would tell no more.
  fileprivate var isConclusive: Bool {
    switch meaning {
    case .agreed, .brokenHandshake, .notAdmitted, .otherMechanism: true
    default: false
    }
  }
}

extension BareSocket {
  /// A PAIR on which libzmq reports what happens to this socket; `stopMonitor` must come before either is closed.
  fileprivate func monitor() throws(TransportError) -> BareSocket {
    let endpoint = "inproc://zmqspec-doctor"
    guard zmq_socket_monitor(handle, endpoint, ZMQ_EVENT_ALL) == 0 else { throw .last("monitor", "a \(type.rawValue)") }
    let pair = try BareSocket(.pair, in: context)
    try pair.connect(endpoint)
    return pair
  }

  fileprivate func stopMonitor() { zmq_socket_monitor(handle, nil, 0) }
}
