import Crypto
import ZMQWire

/// Signs messages with HMAC-SHA256 (RFC 2104, FIPS 180-4), and checks the signatures of peers that have the same key.
///
/// The signature covers the frames one behind the other, as Jupyter's does. A field of type `string` holds it as 64
/// lowercase hexadecimal digits, one of type `bytes` as its 32 bytes.
///
/// ```yaml
/// signed: { fields: { signature: string = sign(header, kwargs) }, frames: [ text: $signature, json: $header, json: $kwargs ] }
/// ```
/// ```swift
/// let kernel = Jupyter.Kernel(signer: HMACSigner(key: "a0436f6c-1916-498b-8eb9-e81ab9368e84"), shell: shell)
/// ```
///
/// An empty key would let everybody sign; with it nothing is signed and no signature is valid.
public struct HMACSigner: Signer {
  /// Nil where there would be no byte in it.
  private let key: SymmetricKey?

  /// A signer with this key; 32 bytes from a generator of random numbers are a good one.
  public init(key: some Sequence<UInt8>) {
    let bytes = Array(key)
    self.key = bytes.isEmpty ? nil : SymmetricKey(data: bytes)
  }

  /// A signer whose key is this text as UTF-8: the `key` of a Jupyter connection file.
  public init(key: String) { self.init(key: Array(key.utf8)) }

  /// The 32 bytes of the signature.
  ///
  /// - Throws: `EmptyKey`, and nothing where there is a key.
  public func signature(of frames: borrowing SignedFrames) throws -> [UInt8] {
    guard let code = code(of: frames) else { throw EmptyKey() }
    return Array(code)
  }

  /// Whether these are the 32 bytes that the frames' signature has; in a time that does not tell how many are right.
  public func isValid(_ signature: [UInt8], of frames: borrowing SignedFrames) -> Bool {
    guard let code = code(of: frames) else { return false }
    // swift-crypto compares codes with bytes in constant time; only their number is looked at first.
    return code == signature
  }

  private func code(of frames: borrowing SignedFrames) -> HMAC<SHA256>.MAC? {
    guard let key else { return nil }
    var code = HMAC<SHA256>(key: key)
    frames.forEach { frame in frame.withUnsafeBytes { code.update(data: $0) } }
    return code.finalize()
  }
}
