/// A public key and the secret one that belongs to it.
public struct CurveKeys: Sendable, Hashable, CustomStringConvertible {
  /// What others may know.
  public let publicKey: CurveKey
  /// What nobody else may know.
  public let secretKey: CurveKey

  /// A pair of keys.
  public init(publicKey: CurveKey, secretKey: CurveKey) {
    self.publicKey = publicKey
    self.secretKey = secretKey
  }

  /// The public key alone, so that no log has the other.
  public var description: String { "keys of \(publicKey)" }
}
