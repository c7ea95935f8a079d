import SpecModel

/// Emits a fake for each handler of a process: it gets what a test expects and answers what the test says.
struct FakeEmitter {
  let names: SwiftSpec
  let process: ProcessID

  private var scope: SwiftSpec.Scope { .outside }

  /// ```swift
  /// extension PingPong.PongProc {
  ///   public final class FakePings: PingsHandler, Sendable { … }
  /// }
  /// ```
  func declarations() -> [Code] {
    names.receiving(process).flatMap { id in
      [.blank, .block("extension \(names.namespace).\(names.type(of: process))", fake(id))]
    }
  }

  private func fake(_ id: SocketID) -> [Code] {
    let socket = names.spec[id]
    let handler = names.handlerName(of: socket)
    let name = SwiftLiteral.string("\(names.spec[process].name).\(socket.name)")
    let receptions = (names.projections[id]?.receptions ?? []).filter { !$0.isSignOfLife }
    var expecting = receptions.flatMap { expectations(of: $0) }
    var methods = receptions.map { reception -> [Code] in
      [.doc("Takes an expectation of `\(names.spec[reception.message].name)`."), method(reception, at: id)]
    }
    let taken = receptions.map { SwiftName.member(names.spec[$0.message].name.text) }
    if socket.otherwise == .handle {
      expecting.append(anything("otherwise", as: "Misfit", besides: taken, "What no method is for."))
      methods.append([
        .doc("Takes an expectation of `otherwise`."),
        .function(
          "public nonisolated(nonsending) func otherwise(",
          ["frames: [[UInt8]]", "reason: any Error", "origin: Origin"], ") async throws",
          [.line("try expectations.meet(Misfit(frames: frames, reason: reason), as: Void.self)")]),
      ])
    }
    if socket.silence != nil {
      expecting.append(anything("silence", as: "Silence", besides: taken, "That nothing is heard any more."))
      let parameter = socket.tellsPeersApart ? "peer: RoutingID" : ""
      methods.append([
        .doc("Takes an expectation of silence."),
        .function(
          "public nonisolated(nonsending) func silent(", parameter.isEmpty ? [] : [parameter], ") async throws",
          [.line("try expectations.meet(Silence(\(parameter.isEmpty ? "" : "of: peer")), as: Void.self)")]),
      ])
    }
    let type = "Fake\(SwiftName.type(socket.name.text))"
    return [
      .doc(
        """
        A \(handler) for tests: it gets what is expected, and answers what the test says.

        ```
        let \(names.property(of: socket)) = \(names.namespace).\(names.type(of: process)).\(type)()
        \(names.property(of: socket)).expect.…
        try await \(names.property(of: socket)).verify()
        ```
        """),
      .block(
        "public final class \(type): \(handler), Sendable",
        [
          .line("private let expectations = Expectations(\(name))"),
          .blank,
          .doc("Expects nothing yet."),
          .line("public init() {}"),
          .blank,
          .doc("Says what will come; each message takes the first that fits it."),
          .line("public var expect: Expect { Expect(expectations: expectations) }"),
          .blank,
          .doc(
            "Waits until everything expected has come.\n\n"
              + "- Throws: `FakeFailure` with what has not, and with what came unexpectedly."),
          .function(
            "public func verify(", ["within limit: Duration = .seconds(2)"], ") async throws",
            [.line("try await expectations.verify(within: limit)")]),
          .blank,
          .doc("What may be expected: a method for each message, with the values that it must have or without."),
          .block(
            "public struct Expect: Sendable",
            [.line("fileprivate let expectations: Expectations"), .blank]
              + Array(expecting.joined(separator: [.blank]))),
          .blank,
        ] + Array(methods.joined(separator: [.blank]))),
    ]
  }

  /// ```swift
  /// public func ping(count: Int) -> ExpectedRequest<Ping, Pong> {
  ///   let text = "ping(count: \(count))"
  ///   return ExpectedRequest(expectations, expectations.add(text, Ping.self) { $0.count == count })
  /// }
  /// ```
  private func expectations(of reception: SocketProjection.Reception) -> [[Code]] {
    let message = names.spec[reception.message]
    let type = names.type(of: reception.message, in: scope)
    let member = SwiftSpec.member(message.name)
    let (result, discards) = expectation(of: reception, type)
    let head = "\(discards ? "@discardableResult " : "")public func \(member)("
    func body(_ text: String, _ match: String) -> [Code] {
      [
        .call("let entry = expectations.add(", [text, "\(type).self"], ") { \(match) }"),
        .line("return \(result.prefix { $0 != "<" })(expectations, entry)"),
      ]
    }
    var all: [[Code]] = [
      [
        .doc("Any `\(message.name)`."),
        .function(head, [], ") -> \(result)", body(SwiftLiteral.string(member), "_ in true")),
      ]
    ]
    let fields = names.sentFields(of: message)
    if !fields.isEmpty {
      let values = fields.map { SwiftSpec.member($0.name) }
      let shown = fields.map { field in
        let value = SwiftSpec.member(field.name)
        return "\(value): \\(\(value)\(field.type.isOptional ? ".map { \"\\($0)\" } ?? \"nil\"" : ""))"
      }
      let text = "\"\(member)(\(shown.joined(separator: ", ")))\""
      let own = Identifier.free("message", besides: values)
      let label = Identifier.free("label", besides: values)
      let entry = Identifier.free("entry", besides: values)
      let match = values.map { "\(own).\($0) == \($0)" }.joined(separator: " && ")
      all.append([
        .doc("A `\(message.name)` with these values."),
        .function(
          head, names.parameters(fields, in: scope, withDefaults: false), ") -> \(result)",
          [
            .line("let \(label) = \(text)"),
            .closure(
              "let \(entry) = self.expectations.add(\(label), \(type).self)", parameters: own, [.line(match)]),
            .line("return \(result.prefix { $0 != "<" })(self.expectations, \(entry))"),
          ]),
      ])
    }
    return all
  }

  private func expectation(of reception: SocketProjection.Reception, _ type: String) -> (String, discards: Bool) {
    let reply = names.reply(to: reception.message, reception.answers, in: scope)
    if let element = names.element(of: reception.message, reception.answers, in: scope) {
      return ("ExpectedStream<\(type), \(element), \(reply ?? "Void")>", false)
    }
    return reply.map { ("ExpectedRequest<\(type), \($0)>", false) } ?? ("ExpectedMessage<\(type)>", true)
  }

  private func anything(_ name: String, as type: String, besides taken: [String], _ about: String) -> [Code] {
    [
      .doc(about),
      .block(
        "@discardableResult public func \(Identifier.free(name, besides: taken))() -> ExpectedMessage<\(type)>",
        [
          .line(
            "ExpectedMessage(expectations, expectations.add(\(SwiftLiteral.string(name)), \(type).self) { _ in true })")
        ]),
    ]
  }

  /// ```swift
  /// public nonisolated(nonsending) func ping(count: Int, origin: Origin) async throws -> Pong {
  ///   try expectations.meet(Ping(count: count), as: Pong.self)
  /// }
  /// ```
  private func method(_ reception: SocketProjection.Reception, at socket: SocketID) -> Code {
    let message = names.spec[reception.message]
    let (head, arguments) = names.message(of: reception, at: socket, in: scope)
    let made = head + arguments.joined(separator: ", ") + ")"
    let reply = names.reply(to: reception.message, reception.answers, in: scope)
    let element = names.element(of: reception.message, reception.answers, in: scope)
    let expectations =
      names.ownName("expectations", of: message) == "expectations" ? "expectations" : "self.expectations"
    let answer = element.map { "StreamedReply<\($0), \(reply ?? "Void")>" } ?? reply ?? "Void"
    let meet = Code.call("try \(expectations).meet(", [made, "as: \(answer).self"])
    var body = [meet]
    if element != nil {
      let send = names.ownName("send", of: message)
      let local = names.ownName("answer", of: message)
      let step = names.ownName("element", of: message)
      body = [
        .call("let \(local) = try \(expectations).meet(", [made, "as: \(answer).self"]),
        .line("for \(step) in \(local).elements { try await \(send)(\(step)) }"),
      ]
      if reply != nil { body.append(.line("return \(local).last")) }
    }
    return .function(
      "public nonisolated(nonsending) func \(SwiftSpec.member(message.name))(",
      names.handlerParameters(of: reception, at: socket, in: scope), ") async throws\(reply.map { " -> \($0)" } ?? "")",
      body)
  }
}
