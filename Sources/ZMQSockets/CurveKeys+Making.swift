import CLibZMQ
import ZMQRuntime

extension CurveKeys {
  /// A new pair of keys.
  ///
  /// - Throws: `TransportError` where the libzmq that is linked has no CURVE.
  public static func make() throws(TransportError) -> CurveKeys {
    // 40 characters and a zero byte each.
    var publicText = [CChar](repeating: 0, count: 41)
    var secretText = [CChar](repeating: 0, count: 41)
    guard zmq_curve_keypair(&publicText, &secretText) == 0 else { throw .last("make", "CURVE keys") }
    guard let publicKey = CurveKey(text(publicText)), let secretKey = CurveKey(text(secretText)) else {
      throw TransportError("make", "CURVE keys", code: EINVAL)
    }
    return CurveKeys(publicKey: publicKey, secretKey: secretKey)
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix(40).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
