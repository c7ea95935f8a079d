/// How a socket proves who it is, and whom it lets in: values that the program has and no protocol file.
///
/// ```swift
/// server.sockets.clients.security = .curveServer(keys: keys, admit: .keys([laptop, phone]))
/// client.sockets.server.security = .curveClient(keys: mine, server: theirs)
/// ```
public enum SocketSecurity: Sendable {
  /// Anybody may connect, everything is readable on the way.
  case none
  /// The protocol file asks for this mechanism and the program has not said how: such a socket is not opened.
  case required(SecurityMechanism)
  /// A user name and a password, which whoever listens on the way can read.
  case plainClient(user: String, password: String)
  /// Lets in whom the policy knows by name and password.
  case plainServer(admit: AdmissionPolicy)
  /// Proves by its own keys that it is who it is, and talks only to the holder of the server's secret key.
  case curveClient(keys: CurveKeys, server: CurveKey)
  /// Proves by its keys that it is the server, and lets in whom the policy knows by public key.
  case curveServer(keys: CurveKeys, admit: AdmissionPolicy)

  /// The mechanism; nil for none.
  public var mechanism: SecurityMechanism? {
    switch self {
    case .none: nil
    case .required(let mechanism): mechanism
    case .plainClient, .plainServer: .plain
    case .curveClient, .curveServer: .curve
    }
  }

  /// Who is let in; nil for a socket that lets itself in elsewhere.
  public var policy: AdmissionPolicy? {
    switch self {
    case .plainServer(let policy), .curveServer(_, let policy): policy
    case .none, .required, .plainClient, .curveClient: nil
    }
  }
}

/// A security mechanism of ZeroMQ that asks who somebody is.
public enum SecurityMechanism: String, Sendable, Hashable {
  /// A user name and a password in the clear (RFC 24).
  case plain
  /// Keys on both sides, everything encrypted (RFC 26).
  case curve
}
