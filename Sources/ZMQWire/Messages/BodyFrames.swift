/// The frames of a body, wherever they lie: in libzmq's messages, in memory, in a test's arrays.
public protocol BodyFrames {
  /// How many frames the body has.
  var bodyFrameCount: Int { get }

  /// How many frames stand in front of the body: an error counts from the first frame of all.
  var envelopeFrameCount: Int { get }

  /// The bytes of a frame; valid while nothing else is received in its place.
  ///
  /// - Parameter index: From 0 for the first frame of the body; beyond the last one there are no bytes.
  func bodyFrame(_ index: Int) -> UnsafeBufferPointer<UInt8>

  /// Whether the signature of the body is good; nil where nobody is there who could tell.
  func isSigned(as layout: SignatureLayout) -> Bool?

  /// What is accepted in frames of JSON and MessagePack.
  var limits: CodecLimits { get }
}

extension BodyFrames {
  /// Nobody can tell: a body whose layout has a signature is refused.
  public func isSigned(as layout: SignatureLayout) -> Bool? { nil }

  /// 64 levels, each key once.
  @inlinable public var limits: CodecLimits { .default }
}

/// Frames that are kept for as long as somebody reads them: for tests, and for whoever has a body without a socket.
public final class StoredFrames: BodyFrames {
  private let frames: [UnsafeMutableBufferPointer<UInt8>]
  private let signer: (any Signer)?

  /// A copy of these frames.
  ///
  /// - Parameter signer: Who checks the signature, where their layout has one.
  public init(_ frames: [[UInt8]], signer: (any Signer)? = nil) {
    self.signer = signer
    self.frames = frames.map { frame in
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: frame.count)
      _ = copy.initialize(from: frame)
      return copy
    }
  }

  deinit { for frame in frames { frame.deallocate() } }

  /// How many there are.
  public var bodyFrameCount: Int { frames.count }
  /// There is no envelope.
  public var envelopeFrameCount: Int { 0 }

  /// The bytes of a frame; valid as long as this object is.
  public func bodyFrame(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(frames.indices.contains(index) ? frames[index] : .init(start: nil, count: 0))
  }

  /// Whether the signature is good; nil without a signer.
  public func isSigned(as layout: SignatureLayout) -> Bool? { signer.map { layout.isValid(in: self, by: $0) } }
}
