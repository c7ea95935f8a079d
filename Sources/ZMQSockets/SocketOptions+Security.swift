import ZMQRuntime

extension SocketOptions {
  /// What a security mechanism is to libzmq (zmq_curve(7), zmq_plain(7)).
  ///
  /// - Parameter domain: Under which libzmq asks who may connect.
  static func security(_ security: SocketSecurity, domain: String?) -> [String: SocketOption] {
    var options: [String: SocketOption] = [:]
    switch security {
    case .none, .required: break
    case .plainServer: options = ["plain_server": 1]
    case .plainClient(let user, let password):
      options = ["plain_username": .string(user), "plain_password": .string(password)]
    case .curveServer(let keys, _):
      options = [
        "curve_server": 1, "curve_publickey": .string(keys.publicKey.text),
        "curve_secretkey": .string(keys.secretKey.text),
      ]
    case .curveClient(let keys, let server):
      options = [
        "curve_serverkey": .string(server.text), "curve_publickey": .string(keys.publicKey.text),
        "curve_secretkey": .string(keys.secretKey.text),
      ]
    }
    if let domain { options["zap_domain"] = .string(domain) }
    return options
  }
}
