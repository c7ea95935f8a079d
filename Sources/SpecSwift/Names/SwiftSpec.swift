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
  /// What answers each message, over all sockets, chains and branches.
  let answers: [MessageID: SocketProjection.Answers]
  /// How many routing ids stand in front of what comes through proxies without a delimiter.
  let envelopeLengths: [SocketID: Int]
  /// The messages that some socket's `otherwise` answers with.
  let refusals: Set<MessageID>
  /// The names of the fields that some answer copies, `cause.id`: an id, where others only count.
  let repeated: Set<String>
  /// The types that stand in MessagePack too.
  let packedTypes: Set<TypeID>
  /// The records that are cases of a union.
  let unionMembers: Set<TypeID>
  /// The messages that some handler wants as views into their frames.
  let viewed: Set<MessageID>
  /// Whether it has so many messages that their code makes calls where else it would have everything in line.
  let isLarge: Bool
  /// Whether texts stay in the frame, in the code that is being emitted.
  var borrowsTexts = false
  /// What is declared in the namespace besides the enums of answers, and the namespace itself: inside, it hides whatever
  /// else has such a name.
  let hidden: Set<String>

  /// From so many messages on the compiler's time counts for more than a few nanoseconds of each message: 200 messages
  /// take it 19 to 20 seconds by calls, and 31 in line.
  static let large = 128

  /// - Parameter large: From how many messages on it is large.
  init(_ spec: ProtocolSpec, namespace: String, large: Int = SwiftSpec.large) {
    self.spec = spec
    self.namespace = namespace
    isLarge = spec.messages.count >= large
    projections = spec.projections()
    var answers: [MessageID: SocketProjection.Answers] = [:]
    var refusals: Set<MessageID> = []
    var viewed: Set<MessageID> = []
    for socket in spec.socketIDs {
      for reception in projections[socket]?.receptions ?? [] {
        answers[reception.message, default: SocketProjection.Answers()].formUnion(reception.answers)
        if spec[socket].wantsViews, spec[reception.message].layout.builtIn != nil { viewed.insert(reception.message) }
      }
      if case .message(let refusal) = spec[socket].otherwise { refusals.insert(refusal) }
    }
    self.answers = answers
    envelopeLengths = spec.envelopeLengths().compactMapValues(\.keys.first)
    self.refusals = refusals
    repeated = Set(
      spec.layouts.flatMap(\.fields).compactMap { field in
        if case .cause(let path) = field.source?.kind { path.last } else { nil }
      })
    packedTypes = SwiftSpec.packedTypes(of: spec)
    unionMembers = Set(
      spec.types.flatMap { type -> [TypeID] in
        if case .union(let cases, _) = type.kind { cases.map(\.type) } else { [] }
      })
    self.viewed = viewed
    let declared = spec.messages.map(\.name) + spec.types.map(\.name) + spec.processes.map(\.name)
    hidden = Set(declared.map { SwiftName.type($0.text) } + [namespace])
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

  /// What closes a request on one of its sockets: the message, or the enum of all that may on any; nil where nothing does.
  func reply(to message: MessageID, _ here: SocketProjection.Answers, in scope: Scope) -> String? {
    here.replies.isEmpty ? nil : name(of: answers[message]?.replies ?? [], or: replyName(of: message), in: scope)
  }

  /// An element of the stream that answers a request on one of its sockets: the message, or the enum of all that may
  /// come on any; nil where it is no stream.
  func element(of message: MessageID, _ here: SocketProjection.Answers, in scope: Scope) -> String? {
    here.elements.isEmpty ? nil : name(of: answers[message]?.elements ?? [], or: elementName(of: message), in: scope)
  }

  private func name(of messages: [MessageID], or enumName: String, in scope: Scope) -> String? {
    messages.count > 1 ? qualified(enumName, in: scope) : messages.first.map { type(of: $0, in: scope) }
  }

  /// The enum of the messages that may close a request: `PingReply`.
  func replyName(of message: MessageID) -> String { enumName(of: message, ["Reply", "Answer", "Response"]) }

  /// The enum of the messages that a stream may consist of: `IcanhazElement`.
  func elementName(of message: MessageID) -> String { enumName(of: message, ["Element", "Part", "Item"]) }

  private func enumName(of message: MessageID, _ endings: [String]) -> String {
    let name = SwiftName.type(spec[message].name.text)
    return endings.map { name + $0 }.first { !hidden.contains($0) } ?? name + "Alternatives"
  }

  private func qualified(_ name: String, in scope: Scope) -> String {
    let isHidden =
      switch scope {
      // `Frames` is what a message's initializer is generic over.
      case .namespace: name == "Frames"
      case .process(let process): ownTypes(of: process).contains(name)
      case .outside: true
      }
    return isHidden || LibraryNames.modules[name] != nil ? "\(namespace).\(name)" : name
  }

  /// Code in which names of other modules keep their meaning beside declarations of the same name.
  func qualified(_ codes: [Code], besides declarations: Set<String>) -> [Code] {
    let modules = LibraryNames.modules.filter { declarations.contains($0.key) }
    if modules.isEmpty { return codes }
    let qualification = Qualification(modules: modules, namespace: namespace)
    return codes.map { $0.mapText { qualification($0) } }
  }

  private func ownTypes(of process: ProcessID) -> Set<String> {
    var names: Set<String> = [
      "Sockets", "Socket", "Running", "Handler", "Received", "Value", "Given", type(of: process),
    ]
    for socket in spec[process].sockets {
      let name = SwiftName.type(socket.name.text)
      names.formUnion(["Client", "Dispatcher", "Received", "Inbox"].map { name + $0 } + [handlerName(of: socket)])
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
    case .string: borrowsTexts ? "BorrowedText" : "String"
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

  /// `PingsHandler`; of a socket `frame` or `shared` it gives way to the runtime's own, which stand beside it.
  func handlerName(of socket: SocketSpec) -> String {
    Identifier.free("\(SwiftName.type(socket.name.text))Handler", besides: LibraryNames.modules.keys)
  }
  /// `PongsClient`
  func clientName(of socket: SocketSpec) -> String { "\(SwiftName.type(socket.name.text))Client" }
  /// `ReportsInbox`
  func inboxName(of socket: SocketSpec) -> String { "\(SwiftName.type(socket.name.text))Inbox" }
  /// `PingsDispatcher`
  func dispatcherName(of socket: SocketSpec) -> String { "\(SwiftName.type(socket.name.text))Dispatcher" }
  /// `PingsReceived`
  func receivedName(of socket: SocketSpec) -> String { "\(SwiftName.type(socket.name.text))Received" }

  // MARK: Sockets

  /// Whether frame 0 of what a socket receives is a topic.
  func receivesTopic(_ id: SocketID) -> Bool {
    guard spec[id].type == .sub || spec[id].type == .xsub else { return false }
    return spec.chains.contains { chain in
      chain.steps.contains { $0.receivers.contains(id) && ($0.topic ?? spec[$0.sender].topic) != nil }
    }
  }

  /// The sockets of a process that a handler is for: those that receive, or listen for silence.
  func receiving(_ process: ProcessID) -> [SocketID] {
    sockets(of: process).filter { projections[$0]?.receptions.isEmpty == false || spec[$0].silence != nil }
  }

  /// The sockets of a process that have a client: those through which the program speaks, or that subscribe while they
  /// run.
  func sending(_ process: ProcessID) -> [SocketID] {
    sockets(of: process).filter { id in
      projections[id]?.emissions.contains { $0.isSpoken } == true || spec[id].subscription == .dynamic
    }
  }

  /// What the runtime sends through a socket by itself.
  func periodic(_ id: SocketID) -> [SocketProjection.Emission] {
    projections[id]?.emissions.filter { $0.every != nil } ?? []
  }

  /// The sockets of a process, in the order of declaration.
  func sockets(of process: ProcessID) -> [SocketID] { spec[process].sockets.indices.map { SocketID(process, $0) } }
}
