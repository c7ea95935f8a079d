import SpecModel
import ZMQWire

extension ProcessEmitter {
  /// ```swift
  /// private struct PingsDispatcher<Handler: PingsHandler>: Dispatcher {
  ///   let handler: Handler
  ///
  ///   private enum Received { case ping, plzdiekthxbye }
  ///
  ///   nonisolated(nonsending) func dispatch(_ incoming: IncomingMessage) async throws -> Dispatched { … }
  /// }
  /// ```
  func dispatcher(of id: SocketID) -> [Code] {
    let socket = spec[id]
    return [
      .block(
        "private struct \(names.dispatcherName(of: socket))<Handler: \(names.handlerName(of: socket))>: Dispatcher",
        [
          .line("let handler: Handler"), .blank,
        ] + received(receptions(of: id)) + [
          .block(
            "nonisolated(nonsending) func dispatch(_ incoming: IncomingMessage) async throws -> Dispatched",
            dispatching(receptions(of: id)))
        ] + handlingApart(receptions(of: id)) + refusing(socket) + hearingSilence(socket))
    ]
  }

  private func received(_ receptions: [SocketProjection.Reception]) -> [Code] {
    if receptions.isEmpty { return [] }
    return [
      .block("private enum Received", receptions.map { .line("case \(SwiftSpec.member(spec[$0.message].name))") }),
      .blank,
    ]
  }

  /// ```swift
  /// nonisolated(nonsending) func silent(peer: RoutingID?) async throws {
  ///   if let peer { try await handler.silent(peer: peer) }
  /// }
  /// ```
  private func hearingSilence(_ socket: SocketSpec) -> [Code] {
    guard socket.silence != nil else { return [] }
    return [
      .blank,
      .block(
        "nonisolated(nonsending) func silent(peer: RoutingID?) async throws",
        [
          .line(
            socket.tellsPeersApart
              ? "if let peer { try await handler.silent(peer: peer) }" : "try await handler.silent()")
        ]),
    ]
  }

  private func dispatching(_ receptions: [SocketProjection.Reception]) -> [Code] {
    if receptions.isEmpty {
      return [
        .line(
          "throw incoming.refusal(.outOfTurn, expected: \"an answer that somebody waits for\", found: \"a message\")")
      ]
    }
    let layout = receptions.first.map { spec[$0.message].builtInLayout } ?? .triple
    return [
      .line("var reader = JSONReader()"),
      .closure(
        "let received = try incoming.withBody(.\(layout.rawValue))", parameters: "bytes throws(JSONFault) -> Received",
        recognizing(receptions)),
      .switching(
        "received",
        receptions.map { reception in
          let message = spec[reception.message]
          let call = Code.line("return try await \(methodApart(message))(incoming, reader)")
          return (
            label: "case .\(SwiftSpec.member(message.name))",
            body: receptions.count <= Self.few ? handling(reception) : [call]
          )
        }),
    ]
  }

  /// So many messages are handled and told apart one after the other. With more, the compiler would take
  /// the square of their number for one async function, and the program time in proportion for each message.
  private static let few = 16

  private func methodApart(_ message: MessageSpec) -> String { "handle\(SwiftName.type(message.name.text))" }

  /// ```swift
  /// private nonisolated(nonsending) func handlePing(
  ///   _ incoming: IncomingMessage, _ reader: JSONReader
  /// ) async throws -> Dispatched { … }
  /// ```
  private func handlingApart(_ receptions: [SocketProjection.Reception]) -> [Code] {
    if receptions.count <= Self.few { return [] }
    return receptions.flatMap { reception -> [Code] in
      [
        .blank,
        .function(
          "private nonisolated(nonsending) func \(methodApart(spec[reception.message]))(",
          ["_ incoming: IncomingMessage", "_ reader: JSONReader"], ") async throws -> Dispatched",
          handling(reception)),
      ]
    }
  }

  /// ```swift
  /// try reader.beginMessage(.pair, in: bytes)
  /// let type = try reader.readToken(in: bytes)
  /// if type.matches("ping", in: bytes) { return .ping }
  /// throw JSONFault(.unknownMessageType, at: type.start - 1)
  /// ```
  private func recognizing(_ receptions: [SocketProjection.Reception]) -> [Code] {
    let objects = receptions.filter { spec[$0.message].layout == .object }
    let arrays = receptions.filter { spec[$0.message].layout != .object }
    if objects.isEmpty || arrays.isEmpty { return recognizingOneKind(receptions) }
    return [.block("if reader.peek(in: bytes) == .object", recognizingOneKind(objects))] + recognizingOneKind(arrays)
  }

  private func recognizingOneKind(_ receptions: [SocketProjection.Reception]) -> [Code] {
    let layout = receptions.first.map { spec[$0.message].builtInLayout } ?? .triple
    return [
      .line("try reader.beginMessage(.\(layout.rawValue), in: bytes)"),
      .line("let type = try reader.readToken(in: bytes)"),
    ] + comparing(receptions.map { spec[$0.message] }) + [
      .line("throw JSONFault(.unknownMessageType, at: type.start - 1)")
    ]
  }

  /// A few types are compared one after the other; of many, a switch finds the one that it can be.
  ///
  /// ```swift
  /// switch type.fingerprint(in: bytes) {
  /// case 0x53cb9f0c747ea2ea: if type.matches("ping", in: bytes) { return .ping }
  /// default: break
  /// }
  /// ```
  private func comparing(_ messages: [MessageSpec]) -> [Code] {
    let comparisons = messages.map { message in
      let text = SwiftLiteral.string(message.wireType)
      return Code.line("if type.matches(\(text), in: bytes) { return .\(SwiftSpec.member(message.name)) }")
    }
    if messages.count <= Self.few { return comparisons }
    let numbers = messages.map { JSONKey.fingerprint(of: $0.wireType) }
    let cases = Dictionary(grouping: zip(numbers, comparisons), by: \.0).sorted { $0.key < $1.key }
    return [
      .switching(
        "type.fingerprint(in: bytes)",
        cases.map { (label: "case 0x\(String($0.key, radix: 16))", body: $0.value.map(\.1)) }
          + [(label: "default", body: [.line("break")])])
    ]
  }

  /// ```swift
  /// let message = try incoming.decode(Ping.self, from: reader)
  /// let reply = try await handler.ping(count: message.count, origin: incoming.origin)
  /// try incoming.reply { writer in try reply.encode(into: &writer) }
  /// return .handled
  /// ```
  private func handling(_ reception: SocketProjection.Reception) -> [Code] {
    let message = spec[reception.message]
    let decode = "try incoming.decode(\(names.type(of: reception.message, in: scope)).self, from: reader)"
    var arguments =
      SwiftSpec.arguments(message.fields, from: "message") + [
        "\(names.ownName("origin", of: message)): incoming.origin"
      ]
    let hasReply = names.reply(to: reception.message, reception.answers, in: scope) != nil
    let isStream = names.element(of: reception.message, reception.answers, in: scope) != nil
    var body: [Code] = [.line(message.fields.isEmpty ? "_ = \(decode)" : "let message = \(decode)")]
    if isStream {
      body.append(.line("let elements = try incoming.elements"))
      arguments.append("\(names.ownName("send", of: message)): { try await elements.send($0.encode) }")
    }
    body.append(
      .call("\(hasReply ? "let reply = " : "")try await handler.\(SwiftSpec.member(message.name))(", arguments))
    if hasReply { body.append(.line("try incoming.reply { writer in try reply.encode(into: &writer) }")) }
    return body + [.line("return .\(reception.isFinal ? "final" : "handled")")]
  }

  /// ```swift
  /// nonisolated(nonsending) func refuse(
  ///   _ incoming: IncomingMessage, reason: String, error: any Error
  /// ) async throws {
  ///   let refusal = error as? Wtf ?? Wtf(reason: reason)
  ///   try incoming.reply { writer in try refusal.encode(into: &writer) }
  /// }
  /// ```
  private func refusing(_ socket: SocketSpec) -> [Code] {
    let body: [Code]
    switch socket.otherwise {
    case .drop: return []
    case .handle:
      body = [
        .call(
          "try await handler.otherwise(", ["frames: incoming.frames", "reason: error", "origin: incoming.origin"])
      ]
    case .message(let id):
      let type = names.type(of: id, in: scope)
      let hasReason = spec[id].fields.contains { $0.name.text == "reason" && $0.type == .string }
      body = [
        .line("let refusal = error as? \(type) ?? \(type)(\(hasReason ? "reason: reason" : ""))"),
        .line("try incoming.reply { writer in try refusal.encode(into: &writer) }"),
      ]
    }
    return [
      .blank,
      .function(
        "nonisolated(nonsending) func refuse(",
        ["_ incoming: IncomingMessage", "reason: String", "error: any Error"], ") async throws", body),
    ]
  }
}
