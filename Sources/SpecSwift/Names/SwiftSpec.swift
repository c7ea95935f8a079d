import SpecModel
import ZMQWire

/// A protocol with the Swift names of its parts, and what several emitters ask about it.
struct SwiftSpec {
  /// The protocol.
  let spec: ProtocolSpec
  /// The enum around everything that is generated: `PingPong`.
  let namespace: String
  /// What each socket sends and receives.
  let projections: [SocketID: SocketProjection]
  /// The messages that are answered differently in different chains, with all their answers.
  let alternatives: [MessageID: [MessageID]]
  /// The messages that some socket's `otherwise` answers with.
  let refusals: Set<MessageID>
  private let messageNames: Set<String>

  init(_ spec: ProtocolSpec, namespace: String) {
    self.spec = spec
    self.namespace = namespace
    projections = spec.projections()
    var replies: [MessageID: [MessageID]] = [:]
    var refusals: Set<MessageID> = []
    for socket in spec.socketIDs {
      for reception in projections[socket]?.receptions ?? [] {
        for reply in reception.replies where replies[reception.message]?.contains(reply) != true {
          replies[reception.message, default: []].append(reply)
        }
      }
      if case .message(let refusal) = spec[socket].otherwise { refusals.insert(refusal) }
    }
    alternatives = replies.filter { $0.value.count > 1 }
    self.refusals = refusals
    messageNames = Set(
      spec.messages.map { SwiftName.type($0.name.text) } + spec.types.map { SwiftName.type($0.name.text) }
        + spec.processes.map { SwiftName.type($0.name.text) })
  }

  /// From where a name is used: that decides whether it stands alone.
  enum Scope: Equatable {
    /// Directly in the namespace.
    case namespace
    /// In a process, whose own types hide those of the same name.
    case process(ProcessID)
    /// In another file.
    case outside
  }

  // MARK: Types

  /// The struct of a message: `Ping`, from outside `PingPong.Ping`.
  func type(of message: MessageID, in scope: Scope) -> String {
    qualified(SwiftName.type(spec[message].name.text), in: scope)
  }

  /// The struct or enum of a declared type.
  func type(of id: TypeID, in scope: Scope) -> String { qualified(SwiftName.type(spec[id].name.text), in: scope) }

  /// The struct of a process.
  func type(of process: ProcessID) -> String { SwiftName.type(spec[process].name.text) }

  /// What a handler returns and a client's method gives for such a message; nil where nothing answers it.
  func reply(to message: MessageID, _ replies: [MessageID], in scope: Scope) -> String? {
    if alternatives[message] != nil { return qualified(alternativesName(of: message), in: scope) }
    return replies.first.map { type(of: $0, in: scope) }
  }

  /// The enum of a message's answers: `PingReply`.
  func alternativesName(of message: MessageID) -> String {
    let name = SwiftName.type(spec[message].name.text)
    let names = ["Reply", "Answer", "Response"].map { name + $0 }
    return names.first { !messageNames.contains($0) } ?? name + "Alternatives"
  }

  private func qualified(_ name: String, in scope: Scope) -> String {
    switch scope {
    case .namespace: name
    case .process(let process): ownTypes(of: process).contains(name) ? "\(namespace).\(name)" : name
    case .outside: "\(namespace).\(name)"
    }
  }

  private func ownTypes(of process: ProcessID) -> Set<String> {
    var names: Set<String> = ["Sockets", "Socket", "Running", "Handler", "Received", "Value", type(of: process)]
    for socket in spec[process].sockets {
      let name = SwiftName.type(socket.name.text)
      names.formUnion(["\(name)Handler", "\(name)Client", "\(name)Dispatcher"])
    }
    return names
  }

  /// A type as Swift spells it: `[String: Point]?`.
  func spelling(of type: TypeReference, in scope: Scope) -> String {
    switch type {
    case .bool: "Bool"
    case .int: "Int"
    case .int8: "Int8"
    case .int16: "Int16"
    case .int32: "Int32"
    case .int64: "Int64"
    case .uint8: "UInt8"
    case .uint16: "UInt16"
    case .uint32: "UInt32"
    case .uint64: "UInt64"
    case .float: "Double"
    case .float32: "Float"
    case .string: "String"
    case .bytes: "[UInt8]"
    case .uuid: "UUIDValue"
    case .timestamp: "Timestamp"
    case .duration: "Duration"
    case .json: "JSONValue"
    case .routingID: "RoutingID"
    case .empty: "Empty"
    case .list(let element): "[\(spelling(of: element, in: scope))]"
    case .map(let value): "[String: \(spelling(of: value, in: scope))]"
    case .optional(let wrapped): "\(spelling(of: wrapped, in: scope))?"
    case .named(let id): self.type(of: id, in: scope)
    }
  }

  // MARK: Members

  /// A name as a property, parameter, method or case, fit to stand in source.
  static func member(_ name: NameSpec) -> String { Identifier.escaped(SwiftName.member(name.text)) }

  /// A socket's property in `Sockets`.
  func property(of socket: SocketSpec) -> String { SwiftSpec.member(socket.name) }

  /// A socket's client in `Running`, beside that struct's own members.
  func clientProperty(of socket: SocketSpec) -> String {
    let name = SwiftName.member(socket.name.text)
    return ["process", "stop", "untilStopped"].contains(name) ? "\(name)Client" : Identifier.escaped(name)
  }

  /// `PingsHandler`
  func handlerName(of socket: SocketSpec) -> String { "\(SwiftName.type(socket.name.text))Handler" }
  /// `PongsClient`
  func clientName(of socket: SocketSpec) -> String { "\(SwiftName.type(socket.name.text))Client" }
  /// `PingsDispatcher`
  func dispatcherName(of socket: SocketSpec) -> String { "\(SwiftName.type(socket.name.text))Dispatcher" }

  // MARK: Sockets

  /// Whether frame 0 of what a socket receives is a topic.
  func receivesTopic(_ id: SocketID) -> Bool {
    guard spec[id].type == .sub || spec[id].type == .xsub else { return false }
    return spec.chains.contains { chain in
      chain.steps.contains { $0.receivers.contains(id) && ($0.topic ?? spec[$0.sender].topic) != nil }
    }
  }

  /// The sockets of a process whose messages are a handler's.
  func receiving(_ process: ProcessID) -> [SocketID] {
    sockets(of: process).filter { projections[$0]?.receptions.isEmpty == false }
  }

  /// The sockets of a process that have a client: those that send by themselves or subscribe while they run.
  func sending(_ process: ProcessID) -> [SocketID] {
    sockets(of: process).filter { projections[$0]?.emissions.isEmpty == false || spec[$0].subscription == .dynamic }
  }

  /// The sockets of a process, in the order of declaration.
  func sockets(of process: ProcessID) -> [SocketID] { spec[process].sockets.indices.map { SocketID(process, $0) } }
}
