/// The id by which an answer says which request it answers, so that many may be under way at a time.
public enum CorrelationID: Sendable, Hashable {
  /// A number, of whatever width on the wire.
  case number(Int64)
  /// A text, a UUID, a routing id: its bytes.
  case bytes([UInt8])
}
