/// The names that generated code needs for itself, in one place.
///
/// The generator writes these words unqualified; a declaration of the protocol with the same name would
/// hide them inside the generated `enum`.
enum GeneratedNames {
  /// Names of types that no process, message or declared type may have.
  static let types: Set<String> = [
    // Swift does not let a nested type have these names.
    "Type", "Protocol", "Self", "Any",
    // The standard library's, as the types of fields and the conformances of messages.
    "Bool", "Int", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Double", "Float",
    "String", "Array", "Dictionary", "Optional", "Duration", "Void", "Never", "Error", "Span",
    "Sendable", "Hashable", "Equatable", "Comparable", "Encodable", "Decodable", "Codable", "CaseIterable",
    "RawRepresentable", "CustomStringConvertible", "Swift",
    // The runtime's.
    "ZMQWire", "ZMQRuntime", "ZMQSockets", "Origin", "Transport", "Endpoint", "Running", "RoutingID", "Timestamp",
    "UUIDValue", "JSONValue", "JSONReader", "JSONWriter", "JSONKey", "JSONFault", "WireError", "WireMessage",
    "SocketType", "SocketOptions", "InMemoryTransport", "ZMQTransport",
  ]

  /// Names of parameters that generated methods have beside the fields of a message.
  static let parameters: Set<String> = ["origin", "within", "to", "self"]
}
