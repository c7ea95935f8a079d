/// Who may connect to a socket that asks who somebody is. Whoever it does not name stays outside.
public struct AdmissionPolicy: Sendable {
  /// Who wants in, and how they prove it.
  public enum Credentials: Sendable, Hashable {
    /// A user name and a password.
    case plain(user: String, password: String)
    /// A public key, whose secret key they have shown that they hold.
    case curve(CurveKey)
  }

  private let decide: @Sendable (_ credentials: Credentials, _ address: String) -> Bool

  /// Whom this closure lets in; it runs on the loop and must not block.
  ///
  /// - Parameter decide: Gets the credentials and the address from which they come.
  public init(_ decide: @escaping @Sendable (_ credentials: Credentials, _ address: String) -> Bool) {
    self.decide = decide
  }

  /// The holders of these keys.
  public static func keys(_ allowed: Set<CurveKey>) -> AdmissionPolicy {
    AdmissionPolicy { credentials, _ in
      if case .curve(let key) = credentials { allowed.contains(key) } else { false }
    }
  }

  /// Whoever knows the password of one of these users.
  public static func users(_ passwords: [String: String]) -> AdmissionPolicy {
    AdmissionPolicy { credentials, _ in
      guard case .plain(let user, let password) = credentials, let expected = passwords[user] else { return false }
      return isEqual(password, expected)
    }
  }

  /// Whether somebody may connect.
  public func admits(_ credentials: Credentials, from address: String) -> Bool { decide(credentials, address) }

  /// Compares in a time that does not tell how much is right.
  private static func isEqual(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
