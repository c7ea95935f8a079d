import SpecModel

// What a client's method is in a protocol of many messages, where it sends to whoever takes it, and asks for one message or
// none.

extension ProcessEmitter {
  /// Whether the method has nothing that the runtime's own call does not do.
  func isOneCall(
    _ emission: SocketProjection.Emission, _ correlation: Correlation?, of socket: SocketSpec
  ) -> Bool {
    guard names.isLarge, correlation == nil, emission.topic == nil,
      case .none = Addressing(of: emission, through: socket)
    else { return false }
    let answers = emission.answers
    if answers.isEmpty { return true }
    let all = names.answers[emission.message] ?? answers
    return all.replies.count == 1 && answers.replies.count == 1 && !answers.isStream && emission.refusals.isEmpty
      && spec[answers.replies[0]].layout.builtIn != nil
      && answers.all.allSatisfy { copied(of: $0, known: nil).isEmpty }
  }

  /// ```swift
  /// let message = Ping(count: count)
  /// return try await socket.ask(message, for: Pong.self, within: within)
  /// ```
  ///
  /// Where nothing answers `try await socket.tell(message)`.
  func oneCall(_ emission: SocketProjection.Emission, of socket: SocketSpec) -> [Code] {
    let ending = socket.delimiter ? "BehindDelimiter" : ""
    guard let reply = emission.answers.replies.first else {
      return [
        construction(of: emission),
        .call("try await \(clientSocket(emission)).tell\(ending)(", [local(emission)]),
      ]
    }
    let within = names.ownName("within", of: spec[emission.message])
    let type = names.type(of: reply, in: scope)
    return [
      construction(of: emission),
      .call(
        "return try await \(clientSocket(emission)).ask\(ending)(",
        [local(emission), "for: \(type).self", "within: \(within)"]),
    ]
  }
}
