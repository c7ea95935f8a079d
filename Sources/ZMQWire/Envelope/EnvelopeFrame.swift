/// What a frame must tell so that the envelope rule can be applied to it.
///
/// The rule asks one thing of a frame: is it empty? So the checker and the drawings apply it to
/// names (`ping_uuid`, `''`), the in-memory transport and the tests to bytes.
public protocol EnvelopeFrame {
  /// The zero-length frame.
  static var empty: Self { get }
  /// Whether this frame has no bytes.
  var isEmpty: Bool { get }
}

extension [UInt8]: EnvelopeFrame {
  /// The zero-length frame.
  public static var empty: [UInt8] { [] }
}
