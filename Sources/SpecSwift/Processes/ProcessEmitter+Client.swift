import SpecModel
import ZMQWire

extension ProcessEmitter {
  /// ```swift
  /// public struct PongsClient: Sendable {
  ///   fileprivate let socket: ClientSocket
  ///
  ///   public func ping(count: Int, within: Duration = .seconds(2)) async throws -> Pong { … }
  /// }
  /// ```
  func client(of id: SocketID) -> [Code] {
    let socket = spec[id]
    let correlations = correlations(of: id)
    var methods: [[Code]] = spoken(id).map { method($0, correlations[$0.message], of: socket) }
    if socket.subscription == .dynamic { methods += subscribing() }
    // An XPUB's handler is told of every subscription.
    if socket.type == .pub { methods += awaitingSubscribers(spoken(id).map(\.topic)) }
    return [
      .doc("Sends through the \(socket.type.rawValue) `\(socket.name)`; any task may use it."),
      .block(
        "public struct \(names.clientName(of: socket)): Sendable",
        Array(
          ([[.line("fileprivate let socket: ClientSocket")] + (usesGiven(clientOf: id) ? [Self.givenProperty] : [])]
            + methods).joined(separator: [.blank]))),
    ]
  }

  /// What the program sends itself.
  private func spoken(_ id: SocketID) -> [SocketProjection.Emission] {
    names.projections[id]?.emissions.filter(\.isSpoken) ?? []
  }

  /// ```swift
  /// public func waitForSubscribers(
  ///   _ count: Int = 1, to topic: String, within limit: Duration = .seconds(5)
  /// ) async throws { … }
  /// public func subscribers(of topic: String) async throws -> Int { … }
  /// ```
  ///
  /// Where there is one topic, or none, it need not be named.
  private func awaitingSubscribers(_ topics: [TemplateSpec?]) -> [[Code]] {
    let isConstant = topics.allSatisfy { $0?.placeholders.isEmpty ?? true }
    let texts = Set(topics.map { topic in topic.map(\.text) ?? "" })
    let only = isConstant && texts.count == 1 ? texts.first : nil
    let topic = "topic: String" + (only.map { " = \(SwiftLiteral.string($0))" } ?? "")
    return [
      [
        .doc(
          """
          Waits until what is published would reach somebody: what is published before is lost.

          - Parameters:
            - count: So many subscriptions; a peer that subscribes to two fitting prefixes counts twice.
            - topic: What will be published begins with it; empty: only whoever wants everything counts.
          - Throws: `RequestError` when the time has passed or the process was stopped; `CancellationError`.
          """),
        .function(
          "public func waitForSubscribers(",
          ["_ count: Int = 1", "to \(topic)", "within limit: Duration = .seconds(5)"], ") async throws",
          [.line("try await socket.waitForSubscribers(count, to: topic, within: limit)")]),
      ],
      [
        .doc("How many subscriptions something that is published now would reach."),
        .function(
          "public func subscribers(", ["of \(topic)"], ") async throws -> Int",
          [.line("try await socket.subscribers(of: topic)")]),
      ],
    ]
  }

  private func subscribing() -> [[Code]] {
    [
      [
        .doc("Receives from now on the messages whose topic begins with `prefix`."),
        .line(
          "public func subscribe(to prefix: String) async throws { try await socket.subscribe(to: prefix) }"),
      ],
      [
        .doc("Takes a subscription back; each counts once."),
        .line(
          "public func unsubscribe(from prefix: String) async throws { try await socket.unsubscribe(from: prefix) }"),
      ],
    ]
  }

  private func method(
    _ emission: SocketProjection.Emission, _ correlation: Correlation?, of socket: SocketSpec
  ) -> [Code] {
    let message = spec[emission.message]
    let refusals = emission.refusals.filter { !emission.answers.all.contains($0) }
    var parameters = names.parameters(callFields(message), in: scope, withDefaults: true)
    switch Addressing(of: emission, through: socket) {
    case .none: break
    case .peer: parameters.insert("\(names.ownName("to", of: message)) \(peer(message)): RoutingID", at: 0)
    case .route: parameters.insert("\(names.ownName("to", of: message)) \(route(message)): Route", at: 0)
    }
    if !emission.answers.isEmpty {
      let limit = SwiftSpec.duration(microseconds: emission.wait.microseconds)
      parameters.append("\(ownParameter("within", of: message, type: "Duration")) = \(limit)")
    }
    var documentation = documentation(of: message, uses: emission.uses)
    if let first = refusals.first {
      documentation +=
        (documentation.isEmpty ? "" : "\n\n") + "- Throws: `\(names.type(of: first, in: scope))` when it is refused."
    }
    let isolation = isOneCall(emission, correlation, of: socket) ? "nonisolated(nonsending) " : ""
    return [
      .doc(documentation),
      .function(
        "public \(isolation)func \(SwiftSpec.member(message.name))(", parameters,
        ") async throws\(result(of: emission).map { " -> \($0)" } ?? "")",
        emission.answers.isEmpty
          ? sending(emission, correlation, of: socket) : asking(emission, correlation, refusals: refusals, of: socket)),
    ]
  }

  /// `Pong`, `PingReply`, `Replies<Kvsync, Kthxbai>`, `Replies<Tick, Never>`; nil where nothing answers.
  private func result(of emission: SocketProjection.Emission) -> String? {
    let reply = names.reply(to: emission.message, emission.answers, in: scope)
    guard let element = names.element(of: emission.message, emission.answers, in: scope) else { return reply }
    return "Replies<\(element), \(reply ?? "Never")>"
  }

  /// ```swift
  /// let message = Plzdiekthxbye()
  /// try await socket.send { writer in
  ///   try message.encode(into: &writer)
  /// }
  /// ```
  private func sending(
    _ emission: SocketProjection.Emission, _ correlation: Correlation?, of socket: SocketSpec
  ) -> [Code] {
    if isOneCall(emission, correlation, of: socket) { return oneCall(emission, of: socket) }
    return [
      construction(of: emission),
      .closure(
        "try await \(clientSocket(emission)).send", parameters: "writer", encoding(emission, of: socket)),
    ]
  }

  /// ```swift
  /// let message = Ping(count: count)
  /// return try await socket.request(within: within) { writer in
  ///   try message.encode(into: &writer)
  /// } decode: { incoming in
  ///   try incoming.decode(Pong.self)
  /// }
  /// ```
  ///
  /// Of a stream `socket.replies`; with an id in the answers `socket.request(correlation: CorrelationID(message.id), …)`.
  private func asking(
    _ emission: SocketProjection.Emission, _ correlation: Correlation?, refusals: [MessageID], of socket: SocketSpec
  ) -> [Code] {
    if isOneCall(emission, correlation, of: socket) { return oneCall(emission, of: socket) }
    let message = spec[emission.message]
    var arguments =
      switch Addressing(of: emission, through: socket) {
      case .none: ""
      case .peer: "to: \(peer(message)), "
      case .route: "along: \(route(message)), "
      }
    if let field = correlation?.field {
      arguments += "correlation: CorrelationID(\(local(emission)).\(SwiftSpec.member(field.name))), "
    }
    let ask = emission.answers.isStream ? "replies" : "request"
    let within = names.ownName("within", of: message)
    return [
      construction(of: emission),
      .closures([
        (
          "return try await \(clientSocket(emission)).\(ask)(\(arguments)within: \(within))", "writer",
          encoding(emission, of: socket)
        ),
        ("decode:", "incoming", decoding(emission, correlation, refusals: refusals)),
      ]),
    ]
  }

  /// ```swift
  /// if let reply = try incoming.decode(Answer.self) { return .answer(reply) }
  /// if let reply = try incoming.decode(Riddle.self) { return .riddle(reply) }
  /// if let refusal = try incoming.decode(Silence.self) { throw refusal }
  /// return nil
  /// ```
  private func decoding(
    _ emission: SocketProjection.Emission, _ correlation: Correlation?, refusals: [MessageID]
  ) -> [Code] {
    let answers = emission.answers
    let all = names.answers[emission.message] ?? answers
    func matching(_ message: MessageID, _ name: String) -> String {
      self.matching(message, name, emission, known: correlation?.copies[message])
    }
    let copies = answers.all.contains { !copied(of: $0, known: correlation?.copies[$0]).isEmpty }
    if all.replies.count == 1, !answers.isStream, refusals.isEmpty, !copies {
      return [.line("try incoming.decode(\(names.type(of: answers.replies[0], in: scope)).self)")]
    }
    let elements = answers.elements.map { id in
      (id, taking(id, matching(id, "element"), as: "element", oneOf: all.elements) { ".element(\($0))" })
    }
    let replies = answers.replies.map { id in
      (
        id,
        taking(id, matching(id, "reply"), as: "reply", oneOf: all.replies) { answers.isStream ? ".last(\($0))" : $0 }
      )
    }
    let thrown = refusals.map { id in (id, Code.statement("if \(matching(id, "refusal"))", "throw refusal")) }
    // Constants first: what has none would take everything.
    let tries = elements + replies + thrown
    return (tries.filter { names.hasMark(spec[$0.0]) } + tries.filter { !names.hasMark(spec[$0.0]) }).map(\.1)
      + [.line("return nil")]
  }

  private func taking(
    _ message: MessageID, _ matching: String, as local: String, oneOf all: [MessageID], result: (String) -> String
  ) -> Code {
    let value = all.count > 1 ? ".\(SwiftSpec.member(spec[message].name))(\(local))" : local
    return .statement("if \(matching)", "return \(result(value))")
  }

  /// Decodes an answer, and passes over one that copies something else than this request has.
  ///
  /// - Parameter known: The place of the field by which the runtime has found the request.
  ///
  /// ```swift
  /// let reply = try incoming.decode(Success.self), reply.id == message.id
  /// ```
  private func matching(
    _ reply: MessageID, _ name: String, _ emission: SocketProjection.Emission, known: Int?
  ) -> String {
    let decode = "let \(name) = try incoming.decode(\(names.type(of: reply, in: scope)).self)"
    let cause = Cause(local: local(emission), message: emission.message, scope: scope)
    let conditions = copied(of: reply, known: known).compactMap { field -> String? in
      names.headerValue(field, cause: cause).map { "\(name).\(SwiftSpec.member(field.name)) == \($0)" }
    }
    return ([decode] + conditions).joined(separator: ", ")
  }

  /// The fields that an answer copies from its request, but for the one by which the runtime has found the request.
  func copied(of message: MessageID, known: Int?) -> [FieldSpec] {
    let known = spec[message].layout.declared.flatMap { layout in known.map { spec[layout].fields[$0].name } }
    return names.headers(of: spec[message]).filter { $0.isCopied && $0.name != known }
  }

  /// The local that holds the message, beside the names of its fields.
  func local(_ emission: SocketProjection.Emission) -> String {
    names.ownName("message", of: spec[emission.message])
  }

  /// The parameter of a ROUTER's methods that says to whom.
  private func peer(_ message: MessageSpec) -> String { names.ownName("peer", of: message) }

  /// The parameter that says by which way to a peer behind proxies.
  private func route(_ message: MessageSpec) -> String { names.ownName("route", of: message) }

  func clientSocket(_ emission: SocketProjection.Emission) -> String {
    names.ownName("socket", of: spec[emission.message]) == "socket" ? "socket" : "self.socket"
  }

  func construction(of emission: SocketProjection.Emission) -> Code {
    let message = spec[emission.message]
    let given = names.ownName("given", of: message) == "given" ? "given" : "self.given"
    let filled = names.sourcedHeaders(of: message).compactMap { field in
      names.headerValue(field, cause: nil, given: given).map {
        "\(Identifier.label(SwiftName.member(field.name.text))): \($0)"
      }
    }
    let arguments = names.inOrder(SwiftSpec.arguments(callFields(message)) + filled, of: message)
    return .call("let \(local(emission)) = \(names.type(of: emission.message, in: scope))(", arguments)
  }

  /// The parameters of a client's method: what the sender gives, and what is copied from the message that is handled,
  /// which a client does not know.
  private func callFields(_ message: MessageSpec) -> [FieldSpec] {
    message.fields + names.headers(of: message).filter { names.headerValue($0, cause: nil) == nil && !$0.isSignature }
  }

  /// The frames: the routing ids, the delimiter, the topic, the body.
  func encoding(
    _ emission: SocketProjection.Emission, of socket: SocketSpec, withPeer: Bool = true
  ) -> [Code] {
    var codes: [Code] = []
    if withPeer {
      switch Addressing(of: emission, through: socket) {
      case .none: break
      case .peer: codes.append(.line("writer.frame(\(peer(spec[emission.message])).bytes)"))
      case .route(let lengths):
        let counts = lengths.map { "\($0)" }.joined(separator: ", ")
        codes.append(.line("try writer.route(\(route(spec[emission.message])), of: \(counts))"))
      }
    }
    if socket.delimiter { codes.append(.line("writer.delimiter()")) }
    if let topic = emission.topic {
      let text = text(topic, of: spec[emission.message], local(emission))
      codes.append(.call("writer.frame(", ["\(text).utf8"]))
    }
    return codes + [.line("try \(local(emission)).encode(into: &writer)")]
  }

  /// A topic with the message's values: `"weather.\(message.city)"`.
  func text(_ topic: TemplateSpec, of message: MessageSpec, _ value: String) -> String {
    let pieces = topic.pieces.map { piece in
      switch piece {
      case .literal(let text): return SwiftLiteral.escaped(text)
      case .placeholder(let name):
        let field = message.fields.first { $0.name.text == name }
        let isEnum = if case .named = field?.type { true } else { false }
        return "\\(\(value).\(Identifier.escaped(SwiftName.member(name)))\(isEnum ? ".rawValue" : ""))"
      }
    }
    return "\"\(pieces.joined())\""
  }
}
