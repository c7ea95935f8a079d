import SpecModel
import ZMQWire

extension ProcessEmitter {
  /// ```swift
  /// private enum PingsReceived { case ping, plzdiekthxbye }
  ///
  /// private struct PingsDispatcher<Handler: PingsHandler>: Dispatcher {
  ///   private typealias Received = PingsReceived
  ///   let handler: Handler
  ///
  ///   nonisolated(nonsending) func dispatch(all run: MessageRun) async { … }
  ///
  ///   nonisolated(nonsending) func dispatch(_ incoming: IncomingMessage) async throws -> Dispatched { … }
  /// }
  /// ```
  func dispatcher(of id: SocketID) -> [Code] {
    let socket = spec[id]
    let alias = "private typealias Received = \(names.receivedName(of: socket))"
    return received(receptions(of: id), on: socket) + [
      .block(
        "private struct \(names.dispatcherName(of: socket))<Handler: \(names.handlerName(of: socket))>: Dispatcher",
        (receptions(of: id).isEmpty ? [] : [.line(alias)]) + [
          .line("let handler: Handler")
        ] + (usesGiven(dispatcherOf: id) ? [Code.line("let given: Given")] : []) + [.blank]
          + dispatchingAll + [
            .blank,
            .block(
              "nonisolated(nonsending) func dispatch(_ incoming: IncomingMessage) async throws -> Dispatched",
              dispatching(receptions(of: id), at: id)),
          ] + dispatchingGroups(receptions(of: id)) + handlingApart(receptions(of: id), at: id)
          + LayoutRecognition(process: self, receptions: receptions(of: id)).functions() + refusing(id)
          + hearingSilence(socket) + endingInbox(id))
    ]
  }

  /// ```swift
  /// nonisolated(nonsending) func dispatch(all run: MessageRun) async {
  ///   while run.next() {
  ///     do { run.finish(try await dispatch(run.message)) } catch { run.fail(error) }
  ///   }
  /// }
  /// ```
  private var dispatchingAll: [Code] {
    [
      .block(
        "nonisolated(nonsending) func dispatch(all run: MessageRun) async",
        [
          .block(
            "while run.next()", [.line("do { run.finish(try await dispatch(run.message)) } catch { run.fail(error) }")])
        ])
    ]
  }

  // Not within the dispatcher: a type in a generic one is put together at run time, for each message anew.
  private func received(_ receptions: [SocketProjection.Reception], on socket: SocketSpec) -> [Code] {
    if receptions.isEmpty { return [] }
    return [
      .block(
        "private enum \(names.receivedName(of: socket))",
        receptions.map { .line("case \(SwiftSpec.member(spec[$0.message].name))") }),
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

  /// With messages of one built-in layout, the reader goes on where the type has been found; else the message is
  /// recognized first:
  ///
  /// ```swift
  /// switch try recognize(incoming) {
  /// case .ready: …
  /// }
  /// ```
  private func dispatching(_ receptions: [SocketProjection.Reception], at socket: SocketID) -> [Code] {
    if receptions.isEmpty {
      return [
        .line("throw incoming.refusal(.outOfTurn, expected: \"an answer that somebody waits for\")")
      ]
    }
    let hasReader = hasReader(receptions)
    let isInGroups = receptions.count > Self.group
    let handling =
      isInGroups
      ? callingGroups(receptions)
      : receptions.count > Self.few
        ? callingApart(receptions[...], hasReader: hasReader)
        : receptions.map { (label: label([$0]), body: self.handling($0, at: socket, hasReader: hasReader)) }
    guard hasReader else {
      let recognized = "try recognize(incoming)"
      return isInGroups
        ? [.line("let received = \(recognized)"), .switching("received", handling)] : [.switching(recognized, handling)]
    }
    let layout = receptions.first.flatMap { spec[$0.message].layout.builtIn } ?? .triple
    return [
      .line("var reader = JSONReader(limits: incoming.limits)"),
      .closure(
        "let received = try incoming.withBody(.\(layout.rawValue))", parameters: "bytes throws(JSONFault) -> Received",
        recognizing(receptions)),
      .switching("received", handling),
    ]
  }

  /// Whether all messages of a socket have built-in layouts.
  func hasReader(_ receptions: [SocketProjection.Reception]) -> Bool {
    receptions.allSatisfy { spec[$0.message].layout.builtIn != nil }
  }

  /// So many messages are handled and told apart one after the other. With more, the compiler would take
  /// the square of their number for one async function, and the program time in proportion for each message.
  static let few = 16

  /// So many calls that may suspend one function has; the compiler copies the whole of it for each of them.
  private static let group = 32

  private func groups(_ receptions: [SocketProjection.Reception]) -> [ArraySlice<SocketProjection.Reception>] {
    stride(from: 0, to: receptions.count, by: Self.group).map {
      receptions[$0..<min($0 + Self.group, receptions.count)]
    }
  }

  /// `case .ping, .plzdiekthxbye`
  private func label(_ receptions: some Sequence<SocketProjection.Reception>) -> String {
    "case \(receptions.map { ".\(SwiftSpec.member(spec[$0.message].name))" }.joined(separator: ", "))"
  }

  /// `case .ping: return try await handlePing(incoming, reader)`
  private func callingApart(
    _ receptions: ArraySlice<SocketProjection.Reception>, hasReader: Bool
  ) -> [(label: String, body: [Code])] {
    receptions.map { reception in
      let method = methodApart(spec[reception.message])
      return (label([reception]), [.line("return try await \(method)(incoming\(hasReader ? ", reader" : ""))")])
    }
  }

  /// `case .ping, .plzdiekthxbye: return try await dispatch1(received, incoming, reader)`
  private func callingGroups(_ receptions: [SocketProjection.Reception]) -> [(label: String, body: [Code])] {
    let reader = hasReader(receptions) ? ", reader" : ""
    return groups(receptions).enumerated().map { index, group in
      (label(group), [.line("return try await dispatch\(index + 1)(received, incoming\(reader))")])
    }
  }

  /// ```swift
  /// private nonisolated(nonsending) func dispatch1(
  ///   _ received: Received, _ incoming: IncomingMessage, _ reader: JSONReader
  /// ) async throws -> Dispatched {
  ///   switch received {
  ///   case .ping: return try await handlePing(incoming, reader)
  ///   default: return try await handlePlzdiekthxbye(incoming, reader)
  ///   }
  /// }
  /// ```
  private func dispatchingGroups(_ receptions: [SocketProjection.Reception]) -> [Code] {
    if receptions.count <= Self.group { return [] }
    let hasReader = hasReader(receptions)
    return groups(receptions).enumerated().flatMap { index, group -> [Code] in
      var cases = callingApart(group, hasReader: hasReader)
      cases[cases.count - 1].label = "default"
      let body = cases.count == 1 ? cases[0].body : [.switching("received", cases)]
      return [
        .blank,
        .function(
          "private nonisolated(nonsending) func dispatch\(index + 1)(",
          ["_ received: Received", "_ incoming: IncomingMessage"] + (hasReader ? ["_ reader: JSONReader"] : []),
          ") async throws -> Dispatched", body),
      ]
    }
  }

  private func methodApart(_ message: MessageSpec) -> String { "handle\(SwiftName.type(message.name.text))" }

  /// ```swift
  /// private nonisolated(nonsending) func handlePing(
  ///   _ incoming: IncomingMessage, _ reader: JSONReader
  /// ) async throws -> Dispatched { … }
  /// ```
  private func handlingApart(_ receptions: [SocketProjection.Reception], at socket: SocketID) -> [Code] {
    if receptions.count <= Self.few { return [] }
    let hasReader = hasReader(receptions)
    return receptions.flatMap { reception -> [Code] in
      [
        .blank,
        .function(
          "private nonisolated(nonsending) func \(methodApart(spec[reception.message]))(",
          ["_ incoming: IncomingMessage"] + (hasReader ? ["_ reader: JSONReader"] : []),
          ") async throws -> Dispatched", handling(reception, at: socket, hasReader: hasReader)),
      ]
    }
  }

  /// ```swift
  /// let type = try reader.readMessageType(.pair, in: bytes)
  /// if type.matches("ping", in: bytes) { return .ping }
  /// throw JSONFault(.unknownMessageType, at: type.offset)
  /// ```
  func recognizing(_ receptions: [SocketProjection.Reception]) -> [Code] {
    let objects = receptions.filter { spec[$0.message].layout == .object }
    let arrays = receptions.filter { spec[$0.message].layout != .object }
    if objects.isEmpty || arrays.isEmpty { return recognizingOneKind(receptions) }
    return [.block("if reader.peek(in: bytes) == .object", recognizingOneKind(objects))] + recognizingOneKind(arrays)
  }

  private func recognizingOneKind(_ receptions: [SocketProjection.Reception]) -> [Code] {
    let layout = receptions.first.flatMap { spec[$0.message].layout.builtIn } ?? .triple
    return [.line("let type = try reader.readMessageType(.\(layout.rawValue), in: bytes)")]
      + comparing(receptions.map { spec[$0.message] })
      + [.line("throw JSONFault(.unknownMessageType, at: type.offset)")]
  }

  /// A few types are compared one after the other; of many, a switch finds the one that it can be.
  ///
  /// ```swift
  /// switch type.fingerprint(in: bytes) {
  /// case 0x53cb9f0c747ea2ea: if type.isSpelled("ping", in: bytes) { return .ping }
  /// default: break
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - matching: The comparison with a Swift literal, if it is not that of a type in JSON.
  ///   - fingerprint: The number that stands for the type that has been read.
  func comparing(
    _ messages: [MessageSpec], matching: ((String) -> String)? = nil,
    fingerprint: String = "type.fingerprint(in: bytes)"
  ) -> [Code] {
    let method = messages.count > Self.few ? "isSpelled" : "matches"
    let matching = matching ?? { "type.\(method)(\($0), in: bytes)" }
    let comparisons = messages.map { message in
      let comparison = matching(SwiftLiteral.string(message.wireType))
      return Code.line("if \(comparison) { return .\(SwiftSpec.member(message.name)) }")
    }
    if messages.count <= Self.few { return comparisons }
    let numbers = messages.map { JSONKey.fingerprint(of: $0.wireType) }
    let cases = Dictionary(grouping: zip(numbers, comparisons), by: \.0).sorted { $0.key < $1.key }
    return [
      .switching(
        fingerprint,
        cases.map { (label: "case 0x\(String($0.key, radix: 16))", body: $0.value.map(\.1)) }
          + [(label: "default", body: [.line("break")])])
    ]
  }

  /// ```swift
  /// let message = try incoming.decode(Ping.self, from: reader)
  /// let reply = try await handler.ping(count: message.count, origin: incoming.origin)
  /// try incoming.reply(with: reply)
  /// return .handled
  /// ```
  ///
  /// Headers of the reply are filled in from the message that it answers:
  ///
  /// ```swift
  /// let message = try incoming.read(Call.self)
  /// var reply = try await handler.call(name: message.name, origin: incoming.origin)
  /// reply.id = message.id
  /// ```
  ///
  /// A handler that wants views gets the frame beside them; what an answer copies, it copies from the message:
  ///
  /// ```swift
  /// let view = try incoming.decode(Call.View.self, from: reader)
  /// let frame = incoming.bodyFrame(0)
  /// let message = view.copied(in: frame.span)
  /// var reply = try await handler.call(view, in: frame.span, origin: incoming.origin)
  /// reply.id = message.id
  /// ```
  private func handling(
    _ reception: SocketProjection.Reception, at socket: SocketID, hasReader: Bool
  ) -> [Code] {
    let message = spec[reception.message]
    let isViewed = names.isViewed(reception.message, at: socket)
    let type =
      isViewed ? names.view(of: reception.message, in: scope) : names.type(of: reception.message, in: scope)
    let decode =
      hasReader
      ? "try incoming.\(names.isLarge ? "message" : "decode")(\(type).self, from: reader)"
      : "try incoming.read(\(type).self)"
    let fields = names.sentFields(of: message)
    var arguments =
      isViewed
      ? ["view", "in: frame.span", "origin: incoming.origin"]
      : SwiftSpec.arguments(fields, from: "message") + ["\(names.ownName("origin", of: message)): incoming.origin"]
    let hasReply = names.reply(to: reception.message, reception.answers, in: scope) != nil
    let isStream = names.element(of: reception.message, reception.answers, in: scope) != nil
    let all = names.answers[reception.message] ?? reception.answers
    let cause = Cause(local: "message", message: reception.message, scope: scope)
    let headers = fillingHeaders(of: hasReply ? all.replies : [], in: "reply", from: cause)
    let elementHeaders = fillingHeaders(of: isStream ? all.elements : [], in: "element", from: cause)
    let usesMessage = headers.usesMessage || elementHeaders.usesMessage
    var body: [Code]
    if isViewed {
      body = [.line("let view = \(decode)"), .line("let frame = incoming.bodyFrame(0)")]
      if usesMessage { body.append(.line("let message = view.copied(in: frame.span)")) }
    } else {
      body = [.line(usesMessage || !fields.isEmpty ? "let message = \(decode)" : "_ = \(decode)")]
    }
    if isStream {
      body.append(.line("let elements = try incoming.elements"))
      arguments.append(
        "\(isViewed ? "send" : names.ownName("send", of: message)): \(sending(elementHeaders.code, body: &body, reception))"
      )
    }
    body.append(
      .call(
        "\(hasReply ? "\(headers.code.isEmpty ? "let" : "var") reply = " : "")"
          + "try await handler.\(SwiftSpec.member(message.name))(", arguments))
    body += headers.code
    if hasReply {
      body.append(
        .line(
          all.replies.count > 1
            ? "try incoming.reply { writer in try reply.encode(into: &writer) }"
            : "try incoming.\(names.isLarge ? "answer" : "reply")(with: reply)"))
    }
    return body + [.line("return .\(reception.isFinal ? "final" : "handled")")]
  }

  /// What a handler is given to send the elements of a stream; where their layout adds something, a function of its own
  /// fills that in.
  ///
  /// ```swift
  /// nonisolated(nonsending) func send(_ element: Kvsync) async throws {
  ///   var element = element
  ///   element.id = message.id
  ///   try await elements.send(element.encode)
  /// }
  /// ```
  private func sending(
    _ headers: [Code], body: inout [Code], _ reception: SocketProjection.Reception
  ) -> String {
    guard !headers.isEmpty, let type = names.element(of: reception.message, reception.answers, in: scope) else {
      return "{ try await elements.send($0.encode) }"
    }
    body.append(
      .block(
        "nonisolated(nonsending) func send(_ element: \(type)) async throws",
        [.line("var element = element")] + headers + [.line("try await elements.send(element.encode)")]))
    return "send"
  }

  /// The statements that fill in what the layout of a reply adds to it, and whether they need the message answered.
  ///
  /// ```swift
  /// reply.id = message.id
  /// ```
  ///
  /// ```swift
  /// switch reply {
  /// case .done(var answer):
  ///   answer.id = message.id
  ///   reply = .done(answer)
  /// case .busy: break
  /// }
  /// ```
  private func fillingHeaders(
    of messages: [MessageID], in local: String, from cause: Cause
  ) -> (code: [Code], usesMessage: Bool) {
    let headers = messages.map { names.sourcedHeaders(of: spec[$0]) }
    if headers.allSatisfy(\.isEmpty) { return ([], false) }
    let usesMessage = headers.contains { fields in
      fields.contains { $0.isCopied && names.headerValue($0, cause: cause)?.hasPrefix("\(cause.local).") == true }
    }
    func assignments(_ message: MessageID, to value: String) -> [Code] {
      names.fillingHeaders(of: spec[message], in: value, cause: cause)
    }
    if messages.count == 1 { return (assignments(messages[0], to: local), usesMessage) }
    let cases = zip(messages, headers).map { message, fields -> (label: String, body: [Code]) in
      let name = SwiftSpec.member(spec[message].name)
      if fields.isEmpty { return ("case .\(name)", [.line("break")]) }
      return ("case .\(name)(var answer)", assignments(message, to: "answer") + [.line("\(local) = .\(name)(answer)")])
    }
    return ([.switching(local, cases)], usesMessage)
  }

  /// ```swift
  /// nonisolated(nonsending) func refuse(
  ///   _ incoming: IncomingMessage, reason: String, error: any Error
  /// ) async throws {
  ///   var refusal = error as? Wtf ?? Wtf(reason: reason)
  ///   if let id = idOfRefused(incoming) { refusal.id = id }
  ///   try incoming.reply(with: refusal)
  /// }
  /// ```
  private func refusing(_ socket: SocketID) -> [Code] {
    let body: [Code]
    switch spec[socket].otherwise {
    case .drop: return []
    case .handle:
      body = [
        .call(
          "try await handler.otherwise(", ["frames: incoming.frames", "reason: error", "origin: incoming.origin"])
      ]
    case .message(let id):
      let type = names.type(of: id, in: scope)
      let hasReason = spec[id].fields.contains { $0.name.text == "reason" && $0.type == .string }
      let headers =
        names.fillingHeaders(of: spec[id], in: "refusal", cause: nil)
        + refusedCauses(of: socket).map { cause in
          let value = SwiftSpec.member(cause.field.name)
          return .statement("if let \(value) = \(cause.name)(incoming)", "refusal.\(value) = \(value)")
        }
      let binding = "\(headers.isEmpty ? "let" : "var") refusal"
      body =
        [.line("\(binding) = error as? \(type) ?? \(type)(\(hasReason ? "reason: reason" : ""))")] + headers
        + [.line("try incoming.reply(with: refusal)")]
    }
    return [
      .blank,
      .function(
        "nonisolated(nonsending) func refuse(",
        ["_ incoming: IncomingMessage", "reason: String", "error: any Error"], ") async throws", body),
    ] + refusedCauseFunctions(of: socket)
  }
}
