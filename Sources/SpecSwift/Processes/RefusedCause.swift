import SpecModel

/// What a refusal copies from the message that it refuses, which may be no message at all: as far as it can be read.
struct RefusedCause {
  /// The field of the refusal.
  let field: FieldSpec
  /// For each layout that the socket receives and that has the field in question, the statements that read it.
  let readings: [(layout: LayoutSpec, body: [Code])]

  /// `idOfRefused`
  var name: String { SwiftName.member("\(field.name)-of-refused") }
}

extension ProcessEmitter {
  /// What the refusal of a socket copies.
  func refusedCauses(of socket: SocketID) -> [RefusedCause] {
    guard case .message(let refusal) = spec[socket].otherwise else { return [] }
    return names.headers(of: spec[refusal]).filter(\.isCopied).map { field in
      RefusedCause(field: field, readings: readings(of: field, at: socket))
    }
  }

  private func readings(of field: FieldSpec, at socket: SocketID) -> [(layout: LayoutSpec, body: [Code])] {
    guard case .cause(let path) = field.source?.kind, path.count == 1 else { return [] }
    return spec.layouts.enumerated().compactMap { index, layout in
      let messages = receptions(of: socket).map(\.message).filter { spec[$0].layout.declared == LayoutID(index) }
      let place = layout.fields.firstIndex { $0.name.text == path[0] && $0.type == field.type }
      guard let place, !messages.isEmpty else { return nil }
      return LayoutProbe(process: self, layout: layout, messages: messages).value(of: place).map { (layout, $0) }
    }
  }

  /// ```swift
  /// private func idOfRefused(_ incoming: IncomingMessage) -> Int? {
  ///   incoming.peek { body throws(WireError) -> Int in
  ///     …
  ///   }
  /// }
  /// ```
  func refusedCauseFunctions(of socket: SocketID) -> [Code] {
    refusedCauses(of: socket).flatMap { cause -> [Code] in
      let type = names.spelling(of: cause.field.type, in: scope)
      return [
        .blank,
        .block(
          "private func \(cause.name)(_ incoming: IncomingMessage) -> \(type)?",
          looking("incoming.peek", for: cause.readings, type)),
      ]
    }
  }

  /// The statements that look for a value in one layout after the other.
  func looking(_ call: String, for readings: [(layout: LayoutSpec, body: [Code])], _ type: String) -> [Code] {
    func closure(_ head: String, _ body: [Code]) -> Code {
      .closure("\(head)\(call)", parameters: "body throws(WireError) -> \(type)", body)
    }
    if readings.count == 1 { return [closure("", readings[0].body)] }
    return readings.flatMap { layout, body -> [Code] in
      let name = Identifier.escaped(Identifier.free(SwiftName.member(layout.name.text), besides: ["incoming"]))
      return [closure("let \(name) = ", body), .line("if let \(name) { return \(name) }")]
    } + [.line("return nil")]
  }
}
