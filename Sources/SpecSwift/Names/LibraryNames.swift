/// The types that generated code names and does not declare, each with its module.
///
/// A protocol may declare any of them too: a message `error` is a struct `Error` in the generated enum. There, the
/// others stand with their module, `Swift.Error`, and only there, so that everybody else's code stays as one would write
/// it by hand. A test compares the list with what the emitter writes.
enum LibraryNames {
  /// The module of each name.
  static let modules: [String: String] = {
    var modules: [String: String] = [:]
    for (module, names) in [("Swift", swift), ("ZMQWire", wire), ("ZMQRuntime", runtime)] {
      for name in names { modules[name] = module }
    }
    return modules
  }()

  private static let swift = [
    "Array", "AsyncSequence", "Bool", "CaseIterable", "CustomStringConvertible", "Double", "Duration", "Error", "Float",
    "Hashable", "Int",
    "Int16",
    "Int32", "Int64", "Int8", "Never", "Sendable", "SendableMetatype", "Span", "StaticString", "String", "UInt16",
    "UInt32", "UInt64", "UInt8", "Void",
  ]

  private static let wire = [
    "ArgumentReader", "BodyFrames", "BodyLayout", "BodyReader", "BorrowedText", "Empty", "FieldNames", "FramedMessage",
    "FrameWriter", "GivenFields", "JSONCodable", "JSONFault", "JSONMessage", "JSONPath", "JSONReadable", "JSONReader",
    "JSONValue",
    "JSONWriter", "ManyGivenFields", "MemberReader",
    "MessagePackCodable", "MessagePackFault", "MessagePackReader", "Route", "RoutingID", "SignatureLayout",
    "Signer",
    "TextPattern",
    "Timestamp", "UUIDValue", "UnencodableValue", "WireError",
  ]

  private static let runtime = [
    "ClientSocket", "CorrelationID", "Dispatched", "Dispatcher", "FrameHandler", "FreshNumbers", "HandlerSource",
    "Inbox",
    "IncomingMessage",
    "InMemoryTransport",
    "MessageCounters", "MessageRun",
    "Origin", "PeriodicMessage", "ProcessPlan", "ProcessSettings", "Replies", "RunningProcess", "SendElement",
    "SharedHandler", "SocketConfiguration", "Transport", "Unwritten",
  ]
}
