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
      [properties()] + givenStruct() + initializers() + frameHandling() + runMethods() + receiving.map(handlerProtocol)
      + receiving.compactMap(inbox) + sending.map(client)
      + [running(), socketsStruct(), socketEnum(), plan()] + periodicMessages() + correlationFunctions()
      + receiving.map(dispatcher)
    return [
      .doc(process.about ?? "The process \(process.name)."),
      .block("public struct \(names.type(of: id)): Sendable", Array(parts.joined(separator: [.blank]))),
    ]
  }

  // MARK: Properties

  private func properties() -> [Code] {
    let handlers = receiving.map { id in
      Code.line("private \(receiving.count > 1 ? "var" : "let") \(handlerSource(of: id)): HandlerSource")
    }
    let label = SwiftLiteral.string("\(spec.name).\(process.name)")
    return [
      .doc("How its sockets are opened; change what differs where the program runs."),
      .line(parameters.isEmpty ? "public var sockets = Sockets()" : "public var sockets: Sockets"),
      .doc("Its logger, and the signals that stop it."),
      .call("public var settings = ProcessSettings(", ["label: \(label)"]),
    ] + (given.isEmpty ? [] : [.line("private let given: Given")])
      + (needsSigner ? [.line("private let signer: any Signer")] : []) + handlers
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
        [.line("try await plan.run(on: transport) { process in try await body(\(runningCall)) }")]),
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
    let lists = [("sockets", sockets), ("proxies", proxies)].filter { !$0.1.isEmpty }
    return [
      .block(
        "private var plan: ProcessPlan",
        [
          .line("ProcessPlan("),
          .indented(
            [.line("name: \(SwiftLiteral.string(process.name.text)), settings: settings,")]
              + lists.enumerated().flatMap { index, list -> [Code] in
                let isLast = index == lists.count - 1 && !needsSigner
                return [.line("\(list.0): ["), .indented(calls(list.1)), .line(isLast ? "])" : "],")]
              } + (needsSigner ? [.line("signer: signer)")] : [])),
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
        name: SwiftLiteral.string(socket.name.text), what: socket, usesGiven: usesGiven(clientOf: id)
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
              "fileprivate init(_ process: RunningProcess\(runningUsesGiven ? ", _ given: Given" : ""))",
              [.line("self.process = process")]
                + clients.map { client in
                  let given = client.usesGiven ? ", given: given" : ""
                  return .line("\(client.property) = \(client.type)(socket: process.client(\(client.name))\(given))")
                }),
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
