import SpecModel
import ZMQWire

extension ProcessEmitter {
  /// A handler that lets a task take what a SUB or PULL receives, one after the other; nil for other sockets.
  ///
  /// ```swift
  /// public final class ReportsInbox: ReportsHandler, AsyncSequence, Sendable {
  ///   private let inbox: Inbox<Report>
  ///   public init(capacity: Int = 64) { inbox = Inbox(capacity: capacity) }
  ///   public func makeAsyncIterator() -> Inbox<Report>.AsyncIterator { inbox.makeAsyncIterator() }
  ///   public nonisolated(nonsending) func report(city: String, origin: Origin) async throws {
  ///     let message = Report(city: city)
  ///     await inbox.put(message)
  ///   }
  ///   fileprivate func finish() { inbox.finish() }
  /// }
  /// ```
  func inbox(of id: SocketID) -> [Code]? {
    guard hasInbox(id) else { return nil }
    let socket = spec[id]
    let handler = names.handlerName(of: socket)
    let name = names.inboxName(of: socket)
    let property = names.property(of: socket)
    let cases = inboxCases(of: id)
    let only = cases.count == 1 ? cases[0].payload : nil
    let element = only ?? "Message"
    let enumeration: [Code] =
      only != nil
      ? []
      : [
        .doc("What has arrived."),
        .block(
          "public enum Message: Sendable",
          cases.flatMap { [Code.doc($0.about), .line("case \($0.name)\($0.payload.map { "(\($0))" } ?? "")")] }),
        .blank,
      ]
    let methods = cases.map { item -> [Code] in
      let value = only == nil ? ".\(item.name)\(item.value.map { "(\($0))" } ?? "")" : item.value ?? ""
      return [
        .doc(item.about),
        .function(
          "public nonisolated(nonsending) func \(item.method)(", item.parameters, ") async throws",
          item.making + [.line("await \(item.isHidden ? "self." : "")inbox.put(\(value))")]),
      ]
    }
    return [
      .doc(
        """
        What the \(socket.type.rawValue) `\(socket.name)` receives, one after the other; it ends with the process.

        ```swift
        let \(property) = \(names.namespace).\(names.type(of: self.id)).\(name)()
        try await \(names.namespace).\(names.type(of: self.id))(\(property): \(property)).run(on: transport) { _ in
          for await message in \(property) { … }
        }
        ```

        It holds so many; then the socket is not read until somebody takes one.
        """),
      .block(
        "public final class \(name): \(handler), AsyncSequence, Sendable",
        [.line("private let inbox: Inbox<\(element)>"), .blank] + enumeration + [
          .doc("An empty one that holds so many."),
          .line("public init(capacity: Int = 64) { inbox = Inbox(capacity: capacity) }"),
          .blank,
          .doc("What nobody has taken yet."),
          .line("public func makeAsyncIterator() -> Inbox<\(element)>.AsyncIterator { inbox.makeAsyncIterator() }"),
          .blank,
        ] + Array(methods.joined(separator: [.blank])) + [
          .blank, .line("fileprivate func finish() { inbox.finish() }"),
        ]),
    ]
  }

  /// Whether what a socket receives may be taken one after the other: it comes in order, and nobody waits for an answer.
  private func hasInbox(_ id: SocketID) -> Bool {
    [.sub, .xsub, .pull].contains(spec[id].type) && !inboxCases(of: id).isEmpty
      && receptions(of: id).allSatisfy { $0.answers.isEmpty }
  }

  /// ```swift
  /// func stopping() { (handler as? ReportsInbox)?.finish() }
  /// ```
  func endingInbox(_ id: SocketID) -> [Code] {
    guard hasInbox(id) else { return [] }
    return [.blank, .line("func stopping() { (handler as? \(names.inboxName(of: spec[id])))?.finish() }")]
  }

  /// Something that an inbox may get: the case of its enum, and the method of the handler that puts it in.
  private struct InboxCase {
    var name: String
    var about: String
    /// The type and the value that go with it, and the statement that makes the value.
    var payload: String?
    var value: String?
    var making: [Code] = []
    var method: String
    var parameters: [String]
    /// Whether a parameter has the name of the inbox.
    var isHidden = false
  }

  private func inboxCases(of id: SocketID) -> [InboxCase] {
    let socket = spec[id]
    var cases = receptions(of: id).map { reception -> InboxCase in
      let message = spec[reception.message]
      let type = names.type(of: reception.message, in: scope)
      let made = names.message(of: reception, at: id, in: scope)
      let local = names.ownName("message", of: message)
      return InboxCase(
        name: SwiftSpec.member(message.name), about: message.about ?? "The message `\(message.name)`.", payload: type,
        value: local, making: [.call("let \(local) = \(made.head)", made.1)], method: SwiftSpec.member(message.name),
        parameters: names.handlerParameters(of: reception, at: id, in: scope),
        isHidden: names.ownName("inbox", of: message) != "inbox")
    }
    let taken = receptions(of: id).map { SwiftName.member(spec[$0.message].name.text) }
    if socket.otherwise == .handle {
      cases.append(
        InboxCase(
          name: Identifier.free("otherwise", besides: taken), about: "What is malformed, unknown or out of turn.",
          payload: "frames: [[UInt8]], reason: any Error", value: "frames: frames, reason: reason", method: "otherwise",
          parameters: ["frames: [[UInt8]]", "reason: any Error", "origin: Origin"]))
    }
    if let silence = socket.silence {
      cases.append(
        InboxCase(
          name: Identifier.free("silence", besides: taken), about: "Nobody has said anything for \(silence.text).",
          method: "silent", parameters: []))
    }
    return cases
  }
}
