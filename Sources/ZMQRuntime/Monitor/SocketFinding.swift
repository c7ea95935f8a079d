import ZMQWire

/// What a socket's events mean together: one sentence, and what can be done.
public struct SocketFinding: Sendable, Hashable, CustomStringConvertible {
  /// What the events look like.
  public enum Meaning: Sendable, Hashable {
    /// The peers have agreed, so often; messages flow.
    case agreed(times: Int)
    /// It was so, and no longer is.
    case lost
    /// No connection has come about.
    case nobodyBinds(attempts: Int)
    /// A connection was closed again before the peers had agreed.
    case brokenHandshake
    /// A connection stands, and whoever is there does not speak.
    case noHandshake
    /// The peer does not let us in.
    case notAdmitted(status: Int)
    /// One side has keys or passwords, and the other has not, or others.
    case otherMechanism
    /// The endpoint could not be bound.
    case cannotBind(code: Int32)
    /// A peer came and could not be taken in.
    case cannotAccept(code: Int32)
  }

  /// What the events look like.
  public let meaning: Meaning
  /// Where.
  public let endpoint: String
  private let type: SocketType?

  init(_ meaning: Meaning, endpoint: String, type: SocketType?) {
    self.meaning = meaning
    self.endpoint = endpoint
    self.type = type
  }

  /// Whether all is as it should be.
  public var isSound: Bool { if case .agreed = meaning { true } else { false } }

  /// What is so.
  public var sentence: String {
    switch meaning {
    case .agreed(let times): "connected to \(endpoint), and the peers have agreed\(times > 1 ? ", \(times) times" : "")"
    case .lost: "was connected to \(endpoint), and the other side has gone"
    case .nobodyBinds(let attempts):
      "nobody binds \(endpoint)\(attempts > 1 ? ": \(attempts) attempts to connect have failed" : "")"
    case .brokenHandshake:
      "connected to \(endpoint), then disconnected without a handshake\(type.map { ": the other side is not a \(names(of: $0))" } ?? "")"
    case .noHandshake: "connected to \(endpoint), but whoever is there does not speak ZMTP"
    case .notAdmitted(let status): "\(endpoint) does not let us in (status \(status))"
    case .otherMechanism: "\(endpoint) and this socket have different security mechanisms"
    case .cannotBind(let code): "\(endpoint) could not be bound (errno \(code))"
    case .cannotAccept(let code): "a peer came to \(endpoint) and could not be taken in (errno \(code))"
    }
  }

  /// What can be done; nil where nothing need be.
  public var remedy: String? {
    switch meaning {
    case .agreed: nil
    case .lost: "start the other side again: libzmq connects by itself"
    case .nobodyBinds:
      "start the side that binds; if it runs, compare the endpoints of both, and let one side bind and the other connect"
        + (hostName.map(SocketFinding.naming) ?? "")
    case .brokenHandshake:
      "compare the socket types of both sides; if they fit, the keys, and whether it is ZeroMQ that listens there"
    case .noHandshake: "see what listens there: it is no ZeroMQ socket, or its program does not run on"
    case .notAdmitted: "let the other side's policy admit this key, or this user with this password"
    case .otherMechanism: "give both sides the same mechanism: none, PLAIN with passwords, or CURVE with keys"
    case .cannotBind: "stop whoever has bound it, or bind another port (`:*` finds a free one)"
    case .cannotAccept: "raise `ulimit -n` if there are no file descriptors left (errno 24)"
    }
  }

  /// The sentence, and what can be done.
  public var description: String { sentence + (remedy.map { "; \($0)" } ?? "") }

  /// libzmq reports a name that it cannot resolve as one more attempt that has failed.
  private static func naming(_ host: Substring) -> String {
    "; see that '\(host)' has an address here, since libzmq does not tell a name that has none"
  }

  /// The host of a tcp endpoint where it is a name, which somebody must look up.
  private var hostName: Substring? {
    guard endpoint.hasPrefix("tcp://"), let colon = endpoint.lastIndex(of: ":") else { return nil }
    // A source address stands in front of `;`.
    let host = endpoint.dropFirst(6).prefix(upTo: colon).split(separator: ";").last ?? ""
    // Digits and dots are an address of IPv4, brackets or colons one of IPv6.
    let isAddress = host.allSatisfy { $0.isNumber || $0 == "." } || host.contains { "[]:*".contains($0) }
    return isAddress ? nil : host
  }

  private func names(of type: SocketType) -> String {
    let names = SocketType.allCases.filter { type.peers.contains($0) }.map(\.rawValue)
    guard let last = names.last else { return "peer of a \(type.rawValue)" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or \(last)"
  }
}
