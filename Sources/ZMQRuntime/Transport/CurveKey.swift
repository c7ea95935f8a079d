/// A key of the CURVE mechanism: 32 bytes, written as 40 characters in Z85 (RFC 32).
public struct CurveKey: Sendable, Hashable, CustomStringConvertible {
  /// The 40 characters.
  public let text: String

  /// A key from its 40 characters, or nil where they are not that many of Z85.
  public init?(_ text: String) {
    guard text.utf8.count == 40, text.utf8.allSatisfy(CurveKey.alphabet.contains) else { return nil }
    self.text = text
  }

  /// A public key as libzmq tells it to whoever decides who is let in, or nil where it has another length.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var text: [UInt8] = []
    var value: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      value = value << 8 | UInt32(byte)
      guard index % 4 == 3 else { continue }
      var divisor: UInt32 = 85 * 85 * 85 * 85
      while divisor > 0 {
        text.append(CurveKey.digits[Int(value / divisor % 85)])
        divisor /= 85
      }
      value = 0
    }
    self.text = String(decoding: text, as: UTF8.self)
  }

  /// The characters; a secret key is a `CurveKeys` and prints nothing of itself.
  public var description: String { text }

  private static let digits = Array(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8)
  private static let alphabet = Set(digits)
}
