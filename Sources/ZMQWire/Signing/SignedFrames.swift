/// The frames that a signature covers, in its order, lent to a `Signer` for as long as it looks at them.
///
/// ```swift
/// var code = HMAC<SHA256>(key: key)
/// frames.forEach { frame in frame.withUnsafeBytes { code.update(data: $0) } }
/// ```
public struct SignedFrames: ~Copyable {
  private let frames: [UnsafeBufferPointer<UInt8>]

  /// Frames that stay where they are while this value lives.
  init(_ frames: [UnsafeBufferPointer<UInt8>]) { self.frames = frames }

  /// Frames of a body, which stay where they are while this value lives.
  init(_ body: some BodyFrames, at indices: some Sequence<Int>) { frames = indices.map { body.bodyFrame($0) } }

  /// How many frames there are.
  public var count: Int { frames.count }

  /// Lends one frame after the other.
  public borrowing func forEach<Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Void) throws(Failure) {
    for frame in frames { try body(frame.span) }
  }
}
