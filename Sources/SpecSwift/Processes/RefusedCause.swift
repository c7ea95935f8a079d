import SpecModel

/// What a refusal copies from the message that it refuses, which may be no message at all: as far as it can be read.
struct RefusedCause {
  /// The field of the refusal.
  let field: FieldSpec
  /// For each layout that the socket receives and that has the field in question at a certain place, the statements
  /// that read it, whatever the rest of the message is.
  let readings: [(layout: LayoutSpec, body: [Code])]
  /// The messages in which it stands elsewhere, each with the expression that takes it from one that is whole.
  let wholes: [(message: MessageID, value: String)]

  /// `idOfRefused`
  var name: String { SwiftName.member("\(field.name)-of-refused") }
}

extension ProcessEmitter {
  /// What the refusal of a socket copies.
  func refusedCauses(of socket: SocketID) -> [RefusedCause] {
    guard case .message(let refusal) = spec[socket].otherwise else { return [] }
    return names.headers(of: spec[refusal]).compactMap { field in
      guard case .cause(let path) = field.source?.kind else { return nil }
      return refusedCause(field, at: path, socket)
    }
  }

  private func refusedCause(_ field: FieldSpec, at path: [String], _ socket: SocketID) -> RefusedCause {
    let messages = receptions(of: socket).map(\.message).filter { spec.field(at: path, of: $0)?.type == field.type }
    var readings: [(layout: LayoutSpec, body: [Code])] = []
    var rest = messages
    for (index, layout) in spec.layouts.enumerated() where path.count == 1 {
      let members = messages.filter { spec[$0].layout.declared == LayoutID(index) }
      guard let place = members.first.flatMap({ spec.field(at: path, of: $0)?.layoutField }),
        let body = LayoutProbe(process: self, layout: layout, messages: members).value(of: place)
      else { continue }
      readings.append((layout, body))
      rest.removeAll(where: members.contains)
    }
    return RefusedCause(
      field: field, readings: readings,
      wholes: rest.compactMap { message in
        names.value(at: path, of: Cause(local: "message", message: message, scope: scope)).map { (message, $0) }
      })
  }

  /// ```swift
  /// private func idOfRefused(_ incoming: IncomingMessage) -> Int? {
  ///   incoming.peek { body throws(WireError) -> Int in
  ///     …
  ///   }
  /// }
  ///
  /// private func nameOfRefused(_ incoming: IncomingMessage) -> String? {
  ///   if let message = incoming.peek(Ask.self) { return message.user.name }
  ///   return nil
  /// }
  /// ```
  func refusedCauseFunctions(of socket: SocketID) -> [Code] {
    refusedCauses(of: socket).flatMap { cause -> [Code] in
      let type = names.spelling(of: cause.field.type, in: scope)
      let wholes = cause.wholes.map { message, value in
        Code.line(
          "if let message = incoming.peek(\(names.type(of: message, in: scope)).self) { return \(value) }")
      }
      let looking = looking("incoming.peek", for: cause.readings, type, isLast: wholes.isEmpty)
      return [
        .blank,
        .block(
          "private func \(cause.name)(_ incoming: IncomingMessage) -> \(type)?",
          looking + wholes + (wholes.isEmpty ? [] : [.line("return nil")])),
      ]
    }
  }

  /// The statements that look for a value in one layout after the other.
  ///
  /// - Parameter isLast: Whether it is nowhere else.
  func looking(
    _ call: String, for readings: [(layout: LayoutSpec, body: [Code])], _ type: String, isLast: Bool = true
  ) -> [Code] {
    func closure(_ head: String, _ body: [Code]) -> Code {
      .closure("\(head)\(call)", parameters: "body throws(WireError) -> \(type)", body)
    }
    if readings.count == 1, isLast { return [closure("", readings[0].body)] }
    return readings.flatMap { layout, body -> [Code] in
      let name = Identifier.escaped(Identifier.free(SwiftName.member(layout.name.text), besides: ["incoming"]))
      return [closure("let \(name) = ", body), .line("if let \(name) { return \(name) }")]
    } + (isLast ? [.line("return nil")] : [])
  }
}
