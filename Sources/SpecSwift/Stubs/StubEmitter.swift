import SpecModel

/// Emits what a user begins with: a class for each handler protocol, whose methods say that they are not written.
struct StubEmitter {
  let names: SwiftSpec

  /// The classes of a whole protocol, or nothing where no socket has a handler.
  func classes() -> [Code] {
    let sockets = names.spec.processIDs.flatMap { names.receiving($0) }
    return Array(sockets.map(stub).joined(separator: [.blank]))
  }

  /// ```swift
  /// /// What PongProc does with what its REP `pings` receives.
  /// final class PongProcPings: PingPong.PongProc.PingsHandler {
  ///   func ping(count: Int, origin: Origin) throws -> PingPong.Pong {
  ///     throw Unwritten("ping")
  ///   }
  /// }
  /// ```
  private func stub(of id: SocketID) -> [Code] {
    let socket = names.spec[id]
    let process = names.type(of: id.process)
    let name = process + SwiftName.type(socket.name.text)
    var methods = (names.projections[id]?.receptions ?? []).filter { !$0.isSignOfLife }
      .map { method($0, at: id) }
    if socket.otherwise == .handle {
      methods.append([
        .doc("Gets what is malformed, unknown or out of turn, and whatever another method has thrown for."),
        .function(
          "func otherwise(", ["frames: [[UInt8]]", "reason: any Error", "origin: Origin"], ") throws",
          [.line("throw reason")]),
      ])
    }
    if let silence = socket.silence {
      methods.append([
        .doc("Nothing was heard for \(silence.text)."),
        .block(
          "func silent(\(socket.tellsPeersApart ? "peer: RoutingID" : "")) throws",
          [.line("throw Unwritten(\"silence\")")]),
      ])
    }
    return [
      .doc(
        "What \(names.spec[id.process].name) does with what its \(socket.type.rawValue) `\(socket.name)` receives."),
      .block(
        "final class \(name): \(names.namespace).\(process).\(names.handlerName(of: socket))",
        Array(methods.joined(separator: [.blank]))),
    ]
  }

  /// A method that sends a stream is asynchronous, and stays on the loop.
  ///
  /// ```swift
  /// nonisolated(nonsending) func icanhaz(
  ///   subtree: String, origin: Origin, send: SendElement<Snapshot.Kvsync>
  /// ) async throws -> Snapshot.Kthxbai {
  ///   throw Unwritten("icanhaz")
  /// }
  /// ```
  private func method(_ reception: SocketProjection.Reception, at socket: SocketID) -> [Code] {
    let message = names.spec[reception.message]
    let reply = names.reply(to: reception.message, reception.answers, in: .outside).map { " -> \($0)" } ?? ""
    let element = names.element(of: reception.message, reception.answers, in: .outside)
    let parameters = names.handlerParameters(
      of: reception, at: socket, in: .outside, sending: element.map { "SendElement<\($0)>" })
    return [
      .doc(message.about ?? "The message `\(message.name)`."),
      .function(
        "\(element == nil ? "" : "nonisolated(nonsending) ")func \(SwiftSpec.member(message.name))(", parameters,
        ")\(element == nil ? "" : " async") throws\(reply)",
        [.line("throw Unwritten(\(SwiftLiteral.string(message.name.text)))")]),
    ]
  }
}
