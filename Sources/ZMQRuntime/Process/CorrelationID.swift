import ZMQWire

/// The id by which an answer says which request it answers, so that many may be under way at a time.
public enum CorrelationID: Sendable, Hashable {
  /// A number, of whatever width on the wire.
  case number(Int64)
  /// A text, a UUID, a routing id: its bytes.
  case bytes([UInt8])

  /// A number; one of 64 bits without a sign by its bits.
  public init(_ number: some FixedWidthInteger) { self = .number(Int64(truncatingIfNeeded: number)) }

  /// A text.
  public init(_ text: String) { self = .bytes(Array(text.utf8)) }

  /// A UUID.
  public init(_ uuid: UUIDValue) { self = .bytes(uuid.bytes) }

  /// A routing id.
  public init(_ routingID: RoutingID) { self = .bytes(routingID.bytes) }

  /// Bytes.
  public init(_ bytes: [UInt8]) { self = .bytes(bytes) }
}
