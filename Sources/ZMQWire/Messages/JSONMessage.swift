/// A message with one of the built-in layouts: one frame of JSON.
public typealias JSONMessage = WireMessage & JSONReadable & Hashable

/// What a message with one of the built-in layouts is decoded to: the message, or a view into its frame.
public protocol JSONReadable: Sendable {
  /// What names it on the wire.
  static var wireType: StaticString { get }

  /// How its type and fields are put into the body.
  static var layout: BodyLayout { get }

  /// Reads the fields.
  ///
  /// - Parameters:
  ///   - reader: Stands behind the message type; in an object, at its beginning.
  ///   - bytes: The whole frame.
  init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault)
}

extension JSONReadable {
  /// Decodes the body frame of a message of this type.
  ///
  /// - Returns: nil when it is a message of another type.
  /// - Throws: `WireError` with the byte and the path of what is wrong; `frame` is 0.
  @inlinable
  public static func decode(_ bytes: Span<UInt8>, limits: CodecLimits = .default) throws(WireError) -> Self? {
    do throws(JSONFault) {
      var reader = JSONReader(limits: limits)
      guard try reader.isMessage(of: layout, in: bytes) else { return nil }
      try reader.beginMessage(layout, in: bytes)
      guard try reader.string(wireType, in: bytes) else { return nil }
      if layout == .object { reader = JSONReader(limits: limits) }
      let message = try Self(fields: &reader, in: bytes)
      try reader.end(in: bytes)
      return message
    } catch {
      throw WireError(error, frame: 0, in: bytes, layout: layout, limits: limits)
    }
  }
}

extension WireError {
  /// The error for a fault in a body of a built-in layout, its path in the layout's own words.
  @inline(never)
  public init(_ fault: JSONFault, frame: Int, in bytes: Span<UInt8>, layout: BodyLayout, limits: CodecLimits = .default)
  {
    self.init(fault, frame: frame, in: bytes, naming: layout.names, limits: limits)
    // Another kind of value in the place of the whole is no message at all.
    if reason == .wrongType, path.isEmpty { reason = .notAMessage }
  }
}
