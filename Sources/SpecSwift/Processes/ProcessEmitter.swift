import SpecModel

/// Emits one process: its sockets, the handler protocols of what they receive, the clients of what they send.
struct ProcessEmitter {
  let names: SwiftSpec
  let id: ProcessID

  var spec: ProtocolSpec { names.spec }
  var process: ProcessSpec { names.spec[id] }
  var scope: SwiftSpec.Scope { .process(id) }
  /// The sockets whose messages a handler gets.
  var receiving: [SocketID] { names.receiving(id) }
  /// The sockets that have a client.
  var sending: [SocketID] { names.sending(id) }

  /// ```swift
  /// public struct PongProc: Sendable {
  ///   public var sockets = Sockets()
  ///   public var settings = ProcessSettings(label: "ping-pong.PongProc")
  ///   public init(pings: sending some PingsHandler) { … }
  ///   public func run(on transport: some Transport) async throws { … }
  ///   public protocol PingsHandler { … }
  ///   public struct PongsClient: Sendable { … }
  ///   public struct Running: Sendable { … }
  ///   public struct Sockets: Sendable { … }
  ///   public enum Socket: String, Sendable, CaseIterable { … }
  ///   private struct PingsDispatcher<Handler: PingsHandler>: Dispatcher { … }
  /// }
  /// ```
  func declaration() -> [Code] {
    let parts =
      [properties()] + initializers() + runMethods() + receiving.map(handlerProtocol) + sending.map(client)
      + [running(), socketsStruct(), socketEnum(), plan()] + periodicMessages() + correlationFunctions()
      + receiving.map(dispatcher)
    return [
      .doc(process.about ?? "The process \(process.name)."),
      .block("public struct \(names.type(of: id)): Sendable", Array(parts.joined(separator: [.blank]))),
    ]
  }

  // MARK: Properties and initializers

  private func properties() -> [Code] {
    let handlers = receiving.map { id in
      Code.line("private let \(handlerSource(of: id)): HandlerSource")
    }
    let label = SwiftLiteral.string("\(spec.name).\(process.name)")
    return [
      .doc("How its sockets are opened; change what differs where the program runs."),
      .line(parameters.isEmpty ? "public var sockets = Sockets()" : "public var sockets: Sockets"),
      .doc("Its logger, and the signals that stop it."),
      .call("public var settings = ProcessSettings(", ["label: \(label)"]),
    ] + handlers
  }

  private func handlerSource(of id: SocketID) -> String { SwiftName.member("\(spec[id].name)-handler") }

  /// The names in braces in the endpoints and routing ids of its sockets.
  var parameters: [String] {
    var found: [String] = []
    for socket in process.sockets {
      let templates = [socket.routingID].compactMap { $0 } + (socket.bind + socket.connect).map(\.address)
      for name in templates.flatMap(\.placeholders) where !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// A parameter as an identifier, beside the labels of the handlers.
  func parameterName(_ name: String) -> String {
    let sockets = process.sockets.map { SwiftName.member($0.name.text) }
    return Identifier.escaped(Identifier.free(SwiftName.member(name), besides: sockets + ["sockets", "settings"]))
  }

  var parameterDeclarations: [String] {
    parameters.map { "\(parameterName($0)): some CustomStringConvertible" }
  }

  private func initializers() -> [[Code]] {
    let prepare =
      parameters.isEmpty
      ? []
      : [
        Code.call("sockets = Sockets(", parameters.map { "\(parameterName($0)): \(parameterName($0))" })
      ]
    if receiving.isEmpty {
      return [[.doc("The process, not yet running."), .function("public init(", parameterDeclarations, ")", prepare)]]
    }
    var initializers = [initWithHandlers(prepare)]
    if !sending.isEmpty { initializers.append(initWithFactories(prepare)) }
    if receiving.count > 1 {
      initializers.append(initWithOneHandler(prepare))
      if !sending.isEmpty { initializers.append(initWithOneFactory(prepare)) }
    }
    return initializers
  }

  /// ```swift
  /// public init(pings: sending some PingsHandler) {
  ///   pingsHandler = HandlerSource(PingsDispatcher(handler: pings))
  /// }
  /// ```
  private func initWithHandlers(_ prepare: [Code]) -> [Code] {
    let handlers = receiving.map { "\(names.property(of: spec[$0])): sending some \(names.handlerName(of: spec[$0]))" }
    return [
      .doc(
        "The process with \(receiving.count == 1 ? "the handler" : "the handlers") of what it receives; it runs once."),
      .function(
        "public init(", parameterDeclarations + handlers, ")",
        prepare
          + receiving.map { id in
            let dispatcher = "\(names.dispatcherName(of: spec[id]))(handler: \(names.property(of: spec[id])))"
            return .call("\(handlerSource(of: id)) = HandlerSource(", [dispatcher])
          }),
    ]
  }

  /// ```swift
  /// public init<Tasks: TasksHandler>(tasks: @escaping @Sendable (Running) -> Tasks) {
  ///   tasksHandler = HandlerSource { process in TasksDispatcher(handler: tasks(Running(process))) }
  /// }
  /// ```
  private func initWithFactories(_ prepare: [Code]) -> [Code] {
    let generics = receiving.map { id in
      "\(genericName(of: id)): \(names.handlerName(of: spec[id]))"
    }
    let factories = receiving.map { id in
      "\(names.property(of: spec[id])): @escaping @Sendable (Running) -> \(genericName(of: id))"
    }
    return [
      .doc("The process with handlers that are made when it starts, because they send messages themselves."),
      .generic(
        "public init", generics, parameterDeclarations + factories, ")",
        prepare
          + receiving.map { id in
            let make = "\(names.property(of: spec[id]))(Running(process))"
            return .closure(
              "\(handlerSource(of: id)) = HandlerSource", parameters: "process",
              [.line("\(names.dispatcherName(of: spec[id]))(handler: \(make))")])
          }),
    ]
  }

  /// ```swift
  /// public init(handler: sending some FrontHandler & BackHandler) {
  ///   let shared = SharedHandler(handler, forSockets: 2)
  ///   frontHandler = shared.source { FrontDispatcher(handler: $0) }
  ///   backHandler = shared.source { BackDispatcher(handler: $0) }
  /// }
  /// ```
  private func initWithOneHandler(_ prepare: [Code]) -> [Code] {
    let handlers = receiving.map { names.handlerName(of: spec[$0]) }.joined(separator: " & ")
    return [
      .doc("The process with one handler of all that it receives; it runs once."),
      .function(
        "public init(", parameterDeclarations + ["\(handlerLabel): sending some \(handlers)"], ")",
        prepare + [.line("let shared = SharedHandler(\(handlerLabel), forSockets: \(receiving.count))")] + sharing()),
    ]
  }

  /// ```swift
  /// public init<Handler: FrontHandler & BackHandler>(handler: @escaping @Sendable (Running) -> Handler) {
  ///   let shared = SharedHandler(forSockets: 2) { process in handler(Running(process)) }
  ///   …
  /// }
  /// ```
  private func initWithOneFactory(_ prepare: [Code]) -> [Code] {
    let handlers = receiving.map { names.handlerName(of: spec[$0]) }.joined(separator: " & ")
    let shared = "let shared = SharedHandler(forSockets: \(receiving.count))"
    return [
      .doc(
        "The process with one handler of all that it receives, made when it starts, because it sends messages itself."),
      .generic(
        "public init", ["Handler: \(handlers)"],
        parameterDeclarations + ["\(handlerLabel): @escaping @Sendable (Running) -> Handler"], ")",
        prepare + [.line("\(shared) { process in \(handlerLabel)(Running(process)) }")] + sharing()),
    ]
  }

  /// The label of a handler for all sockets, beside the parameters.
  private var handlerLabel: String { Identifier.free("handler", besides: parameters.map(parameterName)) }

  private func sharing() -> [Code] {
    receiving.map { id in
      .line("\(handlerSource(of: id)) = shared.source { \(names.dispatcherName(of: spec[id]))(handler: $0) }")
    }
  }

  private func genericName(of id: SocketID) -> String {
    Identifier.free(
      SwiftName.type(spec[id].name.text), besides: ["Running", "Sockets", "Socket"] + LibraryNames.modules.keys)
  }

  // MARK: Running

  /// Whether it has something to do although the program does nothing: it handles, passes on, or shows that it lives.
  private var runsByItself: Bool {
    !receiving.isEmpty || !process.proxies.isEmpty || names.sockets(of: id).contains { !names.periodic($0).isEmpty }
  }

  private func runMethods() -> [[Code]] {
    let untilStopped: [Code] = [
      .doc("Runs until it is stopped: by a `final` message, a signal, or because the task is cancelled."),
      .block(
        "public nonisolated(nonsending) func run(on transport: some Transport) async throws",
        [.line("try await plan.run(on: transport)")]),
    ]
    let withBody: [Code] = [
      .doc("Runs for as long as `body` takes."),
      .function(
        "public nonisolated(nonsending) func run<Value>(",
        ["on transport: some Transport", "_ body: nonisolated(nonsending) (Running) async throws -> Value"],
        ") async throws -> Value",
        [.line("try await plan.run(on: transport) { process in try await body(Running(process)) }")]),
    ]
    return runsByItself ? [untilStopped, withBody] : [withBody]
  }

  /// ```swift
  /// private var plan: ProcessPlan {
  ///   ProcessPlan(
  ///     name: "PongProc", settings: settings,
  ///     sockets: [
  ///       ProcessPlan.Socket("pings", sockets.pings, handler: pingsHandler)
  ///     ])
  /// }
  /// ```
  private func plan() -> [Code] {
    let sockets = names.sockets(of: id).map { socket -> (head: String, items: [String]) in
      let name = SwiftLiteral.string(spec[socket].name.text)
      var items = [name, "sockets.\(names.property(of: spec[socket]))"]
      if receiving.contains(socket) { items.append("handler: \(handlerSource(of: socket))") }
      items += [correlationArgument(of: socket), periodicArgument(of: socket)].compactMap(\.self)
      return ("ProcessPlan.Socket(", items)
    }
    let proxies = process.proxies.map { proxy in
      (head: "ProcessPlan.Proxy(", items: [name(of: proxy.frontend), name(of: proxy.backend)])
    }
    return [
      .block(
        "private var plan: ProcessPlan",
        [
          .line("ProcessPlan("),
          .indented(
            [
              .line("name: \(SwiftLiteral.string(process.name.text)), settings: settings,"),
              .line("sockets: ["),
              .indented(calls(sockets)),
              .line(proxies.isEmpty ? "])" : "],"),
            ] + (proxies.isEmpty ? [] : [.line("proxies: ["), .indented(calls(proxies)), .line("])")])),
        ])
    ]
  }

  /// The elements of an array, each a call; a comma stands behind each where there are several.
  private func calls(_ items: [(head: String, items: [String])]) -> [Code] {
    items.map { .call($0.head, $0.items, items.count == 1 ? ")" : "),") }
  }

  private func name(of socket: SocketID) -> String { SwiftLiteral.string(spec[socket].name.text) }

  /// ```swift
  /// public struct Running: Sendable {
  ///   public let process: RunningProcess
  ///   public let pongs: PongsClient
  ///   …
  /// }
  /// ```
  private func running() -> [Code] {
    let clients = sending.map { id in
      let socket = spec[id]
      return (
        property: names.clientProperty(of: socket), type: names.clientName(of: socket),
        name: SwiftLiteral.string(socket.name.text), what: socket
      )
    }
    let name = process.name
    return [
      .doc("What can be done with \(name) while it runs; any task may hold it."),
      .block(
        "public struct Running: Sendable",
        [
          .doc("The process as the runtime knows it."),
          .line("public let process: RunningProcess"),
        ]
          + clients.flatMap {
            [
              .doc("Sends through the \($0.what.type.rawValue) `\($0.what.name)`."),
              .line("public let \($0.property): \($0.type)"),
            ]
          } + [
            .blank,
            .block(
              "fileprivate init(_ process: RunningProcess)",
              [.line("self.process = process")]
                + clients.map { .line("\($0.property) = \($0.type)(socket: process.client(\($0.name)))") }),
            .blank,
            .doc("The endpoints that a socket has bound; a wildcard port is replaced by the one that was chosen."),
            .line("public func endpoints(of socket: Socket) -> [String] { process.endpoints(of: socket.rawValue) }"),
            .blank,
            .doc("What has become of a socket's messages so far."),
            .block(
              "public func counters(of socket: Socket) async -> MessageCounters",
              [.line("await process.counters(of: socket.rawValue)")]),
            .blank,
            .doc("Stops it: handlers that are at work may finish, what was sent leaves."),
            .line("public func stop() async { await process.stop() }"),
            .blank,
            .doc("Waits until it is asked to stop, by whomever."),
            .line("public func untilStopped() async { await process.untilStopped() }"),
          ]),
    ]
  }
}
