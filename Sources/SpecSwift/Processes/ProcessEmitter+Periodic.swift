import SpecModel
import ZMQWire

extension ProcessEmitter {
  /// ```swift
  /// /// Sent through `presence` by the runtime.
  /// private static var presenceHeartbeat: PeriodicMessage {
  ///   let message = Heartbeat()
  ///   return PeriodicMessage(every: .seconds(1)) { writer in
  ///     try message.encode(into: &writer)
  ///   }
  /// }
  /// ```
  func periodicMessages() -> [[Code]] {
    names.sockets(of: id).flatMap { socket in names.periodic(socket).map { periodic($0, of: socket) } }
  }

  private func periodic(_ emission: SocketProjection.Emission, of socket: SocketID) -> [Code] {
    let interval = SwiftSpec.duration(microseconds: emission.every?.microseconds ?? 0)
    return [
      .doc("Sent through `\(spec[socket].name)` by the runtime."),
      .block(
        "private \(usesGiven(emission) ? "" : "static ")var \(property(of: emission, socket)): PeriodicMessage",
        [
          .line("let \(local(emission)) = \(names.type(of: emission.message, in: scope))()"),
          .closure(
            "return PeriodicMessage(every: \(interval)\(answered(emission)))", parameters: "writer",
            fillingHeaders(emission) + encoding(emission, of: spec[socket], withPeer: false)),
        ]),
    ]
  }

  /// Whether the message holds what only the process itself knows.
  private func usesGiven(_ emission: SocketProjection.Emission) -> Bool {
    names.headers(of: spec[emission.message]).contains(where: \.isGiven)
  }

  /// What a layout adds is new each time:
  ///
  /// ```swift
  /// var message = message
  /// message.sent = Timestamp.now
  /// ```
  private func fillingHeaders(_ emission: SocketProjection.Emission) -> [Code] {
    let local = local(emission)
    let headers = names.fillingHeaders(of: spec[emission.message], in: local, cause: nil)
    return headers.isEmpty ? [] : [.line("var \(local) = \(local)")] + headers
  }

  /// `, isAnswer: { incoming in try incoming.decode(Pong.self) != nil }`
  private func answered(_ emission: SocketProjection.Emission) -> String {
    let answers = emission.answers.all
    if answers.isEmpty { return "" }
    let tests = answers.map { "try incoming.decode(\(names.type(of: $0, in: scope)).self) != nil" }
    return ", isAnswer: { incoming in \(tests.joined(separator: " || ")) }"
  }

  private func property(of emission: SocketProjection.Emission, _ socket: SocketID) -> String {
    SwiftName.member("\(spec[socket].name)-\(spec[emission.message].name)")
  }

  /// `periodic: [Self.presenceHeartbeat]`, or nothing.
  func periodicArgument(of socket: SocketID) -> String? {
    let properties = names.periodic(socket).map { "\(usesGiven($0) ? "" : "Self.")\(property(of: $0, socket))" }
    return properties.isEmpty ? nil : "periodic: [\(properties.joined(separator: ", "))]"
  }
}
