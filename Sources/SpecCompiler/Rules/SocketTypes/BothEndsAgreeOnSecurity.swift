import SpecModel

/// Two sockets with different security mechanisms never agree on a connection.
///
/// Source: RFC 23, "the mechanism"; libzmq closes the connection, and the connecting side tries again for ever.
struct BothEndsAgreeOnSecurity: Rule {
  static let code: DiagnosticCode = "ZS0121"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketPairs.compactMap { pair in
      let (a, b) = (spec[pair.a], spec[pair.b])
      guard a.security != b.security else { return nil }
      return error(
        at: b.securityRange ?? a.securityRange ?? pair.range,
        "\(spec.the(pair.a)) has the security '\(a.security.rawValue)' and \(spec.the(pair.b)) has "
          + "'\(b.security.rawValue)': libzmq never connects them",
        help: "write the same `security` on both")
    }
  }
}
