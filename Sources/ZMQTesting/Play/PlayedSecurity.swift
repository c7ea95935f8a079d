import ZMQRuntime

/// Keys and passwords of a played chain: they stand here, so they keep nothing secret.
///
/// Where a protocol file asks for `plain` or `curve`, both sides get these instead of the program's own, and over libzmq
/// the mechanism is really used: whoever binds is the server. So a test needs no keys, and what a program does
/// with its own is not tested by it.
enum PlayedSecurity {
  /// How a socket of the mechanism is opened.
  static func security(_ mechanism: SecurityMechanism?, binds: Bool) -> SocketSecurity {
    switch mechanism {
    case nil: return .none
    case .plain:
      let (user, password) = ("test", "test")
      return binds ? .plainServer(admit: .users([user: password])) : .plainClient(user: user, password: password)
    case .curve:
      guard let server, let client else { return .required(.curve) }
      return binds
        ? .curveServer(keys: server, admit: .keys([client.publicKey]))
        : .curveClient(keys: client, server: server.publicKey)
    }
  }

  private static let server = keys(
    "RlImR2%*LoFr()vEPxyG4Zq)$UppliDbfhmcU43}", "z}d6.Psc8YLSog24iz}gYg3o0mjqd2*EKp}wXTIF")
  private static let client = keys(
    "jHEw.NeMaMX^sl1VERGXWdjn(ErJZlH**JAY>-MJ", "oSCs2]}Da!z.id}bPZMfKfYOJEG5FRlbuy%!&%n8")

  private static func keys(_ publicText: String, _ secretText: String) -> CurveKeys? {
    guard let publicKey = CurveKey(publicText), let secretKey = CurveKey(secretText) else { return nil }
    return CurveKeys(publicKey: publicKey, secretKey: secretKey)
  }
}
