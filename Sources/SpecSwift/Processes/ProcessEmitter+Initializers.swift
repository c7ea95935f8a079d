import SpecModel

extension ProcessEmitter {
  func handlerSource(of id: SocketID) -> String { SwiftName.member("\(spec[id].name)-handler") }

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
    return Identifier.escaped(
      Identifier.free(SwiftName.member(name), besides: sockets + ["sockets", "settings", "given", "signer"]))
  }

  var parameterDeclarations: [String] {
    parameters.map { "\(parameterName($0)): some CustomStringConvertible" }
  }

  /// What every initializer does first.
  var preparation: [Code] {
    var prepare: [Code] = []
    if !parameters.isEmpty {
      prepare.append(.call("sockets = Sockets(", parameters.map { "\(parameterName($0)): \(parameterName($0))" }))
    }
    if !given.isEmpty {
      prepare.append(.call("let given = Given(", given.map { "\(names.givenName(of: $0)): \(givenParameter($0))" }))
      prepare.append(.line("self.given = given"))
    }
    if needsSigner { prepare.append(.line("self.signer = signer")) }
    return prepare
  }

  func initializers() -> [[Code]] {
    let prepare = preparation
    if receiving.isEmpty {
      return [[.doc("The process, not yet running."), .function("public init(", firstParameters, ")", prepare)]]
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
        "public init(", firstParameters + handlers, ")",
        prepare
          + receiving.map { id in
            .call(
              "\(handlerSource(of: id)) = HandlerSource(", [dispatcherCall(id, handler: names.property(of: spec[id]))])
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
        "public init", generics, firstParameters + factories, ")",
        prepare
          + receiving.map { id in
            let make = "\(names.property(of: spec[id]))(\(runningCall))"
            return .closure(
              "\(handlerSource(of: id)) = HandlerSource", parameters: "process",
              [.line(dispatcherCall(id, handler: make))])
          }),
    ]
  }

  /// ```swift
  /// public init(handler: sending some FrontHandler & BackHandler) {
  ///   let shared = SharedHandler(handler)
  ///   frontHandler = shared.source { FrontDispatcher(handler: $0) }
  ///   backHandler = shared.source { BackDispatcher(handler: $0) }
  /// }
  /// ```
  private func initWithOneHandler(_ prepare: [Code]) -> [Code] {
    let handlers = receiving.map { names.handlerName(of: spec[$0]) }.joined(separator: " & ")
    return [
      .doc("The process with one handler of all that it receives; it runs once."),
      .function(
        "public init(", firstParameters + ["\(handlerLabel): sending some \(handlers)"], ")",
        prepare + [.line("let shared = SharedHandler(\(handlerLabel))")] + sharing()),
    ]
  }

  /// ```swift
  /// public init<Handler: FrontHandler & BackHandler>(handler: @escaping @Sendable (Running) -> Handler) {
  ///   let shared = SharedHandler(making: { process in handler(Running(process)) })
  ///   …
  /// }
  /// ```
  private func initWithOneFactory(_ prepare: [Code]) -> [Code] {
    let handlers = receiving.map { names.handlerName(of: spec[$0]) }.joined(separator: " & ")
    return [
      .doc(
        "The process with one handler of all that it receives, made when it starts, because it sends messages itself."),
      .generic(
        "public init", ["Handler: \(handlers)"],
        firstParameters + ["\(handlerLabel): @escaping @Sendable (Running) -> Handler"], ")",
        prepare + [.line("let shared = SharedHandler(making: { process in \(handlerLabel)(\(runningCall)) })")]
          + sharing()),
    ]
  }

  /// The label of a handler for all sockets, beside the parameters.
  private var handlerLabel: String {
    Identifier.free("handler", besides: parameters.map(parameterName) + given.map(givenParameter))
  }

  private func sharing() -> [Code] {
    receiving.map { id in
      .line("\(handlerSource(of: id)) = shared.source { \(dispatcherCall(id, handler: "$0")) }")
    }
  }

  private func genericName(of id: SocketID) -> String {
    Identifier.free(
      SwiftName.type(spec[id].name.text), besides: ["Running", "Sockets", "Socket"] + LibraryNames.modules.keys)
  }
}
