import SpecDrawing
import SpecModel
import ZMQWire

extension ProcessEmitter {
  /// ```swift
  /// public protocol PingsHandler {
  ///   nonisolated(nonsending) func ping(count: Int, origin: Origin) async throws -> Pong
  /// }
  /// ```
  func handlerProtocol(of id: SocketID) -> [Code] {
    let socket = spec[id]
    var methods = receptions(of: id).map { method($0, at: id) }
    if socket.otherwise == .handle {
      methods.append([
        .doc("Gets what is malformed, unknown or out of turn, and whatever another method has thrown for."),
        .declaration(
          "nonisolated(nonsending) func otherwise(",
          ["frames: [[UInt8]]", "reason: any Error", "origin: Origin"], ") async throws"),
      ])
    }
    methods += silent(socket)
    return [
      .doc(
        (socket.about.map { $0.trimmed + "\n\n" } ?? "")
          + "What \(process.name) does with what its \(socket.type.rawValue) `\(socket.name)` receives."),
      .block(
        "public protocol \(names.handlerName(of: socket)): SendableMetatype", Array(methods.joined(separator: [.blank]))
      ),
    ]
  }

  func receptions(of id: SocketID) -> [SocketProjection.Reception] { names.projections[id]?.receptions ?? [] }

  private func method(_ reception: SocketProjection.Reception, at socket: SocketID) -> [Code] {
    let message = spec[reception.message]
    return [
      .doc(documentation(of: message, uses: reception.uses)),
      .declaration(
        "nonisolated(nonsending) func \(SwiftSpec.member(message.name))(",
        names.handlerParameters(of: reception, at: socket, in: scope),
        ") async throws\(names.reply(to: reception.message, reception.answers, in: scope).map { " -> \($0)" } ?? "")"),
    ]
  }

  /// ```swift
  /// /// A peer has said nothing for 3s.
  /// nonisolated(nonsending) func silent(peer: RoutingID) async throws
  /// ```
  private func silent(_ socket: SocketSpec) -> [[Code]] {
    guard let silence = socket.silence else { return [] }
    let who = socket.tellsPeersApart ? "A peer has" : "Nobody has"
    let what = socket.tellsPeersApart ? "said nothing" : "said anything"
    return [
      [
        .doc("\(who) \(what) for \(silence.text)."),
        .line(
          "nonisolated(nonsending) func silent(\(socket.tellsPeersApart ? "peer: RoutingID" : "")) async throws"),
      ]
    ]
  }

  /// ```swift
  /// extension Majordomo.Broker.WorkersHandler {
  ///   /// A sign of life; the runtime has noted it.
  ///   public nonisolated(nonsending) func heartbeat(origin: Origin) async throws {}
  /// }
  /// ```
  func handlerExtensions() -> [Code] {
    receiving.flatMap { id -> [Code] in
      let methods = receptions(of: id).filter(\.isSignOfLife).map { reception -> [Code] in
        let message = spec[reception.message]
        return [
          .doc("A sign of life; the runtime has noted it, and nothing else need be done."),
          .function(
            "public nonisolated(nonsending) func \(SwiftSpec.member(message.name))(",
            names.handlerParameters(of: reception, at: id, in: .outside), ") async throws", []),
        ]
      }
      if methods.isEmpty { return [] }
      let name = "\(names.namespace).\(names.type(of: self.id)).\(names.handlerName(of: spec[id]))"
      return [.blank, .block("extension \(name)", Array(methods.joined(separator: [.blank])))]
    }
  }

  /// A parameter of ours behind the fields of a message: `origin: Origin`; where a field has the name, the
  /// field keeps it.
  func ownParameter(_ name: String, of message: MessageSpec, type: String) -> String {
    "\(names.ownName(name, of: message)): \(type)"
  }

  /// What a message means, and the chains in which it is said, each with its drawing; at most three.
  func documentation(of message: MessageSpec, uses: [SocketProjection.Use]) -> String {
    var chains: [Int] = []
    for use in uses where !chains.contains(use.chain) { chains.append(use.chain) }
    var paragraphs: [String] = message.about.map { [$0.trimmed] } ?? []
    for chain in chains.prefix(3).map({ spec.chains[$0] }) {
      paragraphs.append("**\(chain.heading)**" + (chain.about.map { "\n\n\($0.trimmed)" } ?? ""))
      paragraphs.append("```\n\(Drawing.text(of: chain, in: spec).trimmed)\n```")
    }
    if chains.count > 3 { paragraphs.append("It is also said in \(chains.count - 3) further chains.") }
    return paragraphs.joined(separator: "\n\n")
  }
}

extension SwiftSpec {
  /// A parameter of the generator's own beside the fields of a message, which keep their names: `origin`, else `origin_`.
  func ownName(_ name: String, of message: MessageSpec) -> String {
    Identifier.free(name, besides: (message.fields + headers(of: message)).map { SwiftName.member($0.name.text) })
  }

  /// What a handler's method is given: the fields, where the message came from, and of a stream how to send its
  /// elements.
  ///
  /// ```
  /// subtree: String, origin: Origin, send: nonisolated(nonsending) (Kvsync) async throws -> Void
  /// ```
  ///
  /// Of a socket that wants views, the view and the frame in which its texts lie: `_ icanhaz: Icanhaz.View, in frame:
  /// Span<UInt8>`.
  func handlerParameters(
    of reception: SocketProjection.Reception, at socket: SocketID, in scope: Scope, sending: String? = nil
  ) -> [String] {
    let message = spec[reception.message]
    let isViewed = isViewed(reception.message, at: socket)
    var items =
      isViewed
      ? ["_ \(viewParameter(message)): \(view(of: reception.message, in: scope))", "in frame: Span<UInt8>"]
      : parameters(sentFields(of: message), in: scope, withDefaults: false)
    items.append("\(isViewed ? "origin" : ownName("origin", of: message)): Origin")
    if let element = element(of: reception.message, reception.answers, in: scope) {
      let type = sending ?? "nonisolated(nonsending) (\(element)) async throws -> Void"
      items.append("\(isViewed ? "send" : ownName("send", of: message)): \(type)")
    }
    return items
  }

  /// The parameter that is the view, beside the others of its method.
  func viewParameter(_ message: MessageSpec) -> String {
    Identifier.escaped(Identifier.free(SwiftName.member(message.name.text), besides: ["frame", "origin", "send"]))
  }

  /// A handler's parameters as the message again.
  func message(of reception: SocketProjection.Reception, at socket: SocketID, in scope: Scope) -> (
    head: String, [String]
  ) {
    let message = spec[reception.message]
    if isViewed(reception.message, at: socket) { return ("\(viewParameter(message)).copied(", ["in: frame"]) }
    return ("\(type(of: reception.message, in: scope))(", SwiftSpec.arguments(sentFields(of: message)))
  }
}

extension SocketSpec {
  /// Whether ZeroMQ tells from which peer a message came; a ROUTER stands in for a REP.
  var tellsPeersApart: Bool { type == .router || type == .rep }
}
