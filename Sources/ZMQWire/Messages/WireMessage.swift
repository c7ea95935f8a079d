/// A generated message type: a name on the wire, and the code for its frames.
///
/// Every generated type is `Hashable` as well; where messages are compared, say `WireMessage & Hashable`. It is not inherited
/// from here, because each type would then have code that puts this conformance together at run time.
public protocol WireMessage: Sendable {
  /// What names it on the wire; a number as the protocol file writes it; empty where nothing does.
  static var wireType: StaticString { get }

  /// Writes the body, all its frames.
  ///
  /// - Throws: `UnencodableValue` for what has no place in the message: NaN in JSON, a number beyond its maximum.
  func encode(into writer: inout FrameWriter) throws(UnencodableValue)
}

extension WireMessage {
  /// The body's frames.
  ///
  /// - Parameter signer: Who signs them, where the layout says so; without one they hold the signature that the message
  ///   has.
  /// - Throws: `UnencodableValue`, as `encode(into:)`.
  public func bodyFrames(signer: (any Signer)? = nil) throws(UnencodableValue) -> [[UInt8]] {
    var writer = FrameWriter(signer: signer)
    try encode(into: &writer)
    return writer.frames
  }
}
