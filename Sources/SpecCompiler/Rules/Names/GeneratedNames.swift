/// The names that generated code writes unqualified, in one place: a declaration of the protocol with the
/// same name would hide them inside the generated `enum`.
///
/// A test compares the list with the emitter. Names of the generator's own that can give way (parameters
/// such as `origin`, types such as `Running`) are not here: they do.
enum GeneratedNames {
  /// Names in Swift that no process, message or declared type may have.
  static let types: Set<String> = swift.union(runtime)

  /// The standard library's, and what Swift does not let a nested type be called.
  private static let swift: Set<String> = [
    "Any", "Self", "Type", "Protocol", "Swift",
    "Bool", "Int", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Double", "Float",
    "String", "StaticString", "Array", "Dictionary", "Optional", "Duration", "Void", "Never", "Error", "Span",
    "Sendable", "SendableMetatype", "Hashable", "CaseIterable", "CustomStringConvertible", "RawRepresentable",
  ]

  /// Public types of ZMQWire and ZMQRuntime.
  private static let runtime: Set<String> = [
    "ZMQWire", "ZMQRuntime", "BodyFrames", "BodyLayout", "BodyReader", "ClientSocket", "Dispatched", "Dispatcher",
    "Empty", "FramedMessage", "FrameWriter", "FreshNumbers", "GivenFields", "HandlerSource", "IncomingMessage",
    "JSONCodable", "JSONFault", "JSONMessage", "JSONPath", "JSONReader", "JSONValue", "JSONWriter", "MessageCounters",
    "Origin", "PeriodicMessage", "ProcessPlan", "ProcessSettings", "Replies", "RoutingID", "RunningProcess",
    "SendElement", "SharedHandler", "Socket", "SocketConfiguration", "TextPattern", "Timestamp", "Transport",
    "UUIDValue", "UnencodableValue", "Unwritten", "WireError",
  ]
}
