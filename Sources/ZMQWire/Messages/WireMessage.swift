/// A generated message type: a name on the wire, and the code for its frames.
public protocol WireMessage: Sendable, Hashable {
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
  /// - Throws: `UnencodableValue`, as `encode(into:)`.
  public func bodyFrames() throws(UnencodableValue) -> [[UInt8]] {
    var writer = FrameWriter()
    try encode(into: &writer)
    return writer.frames
  }
}
