import SpecModel

// What a process is given once, when it is made: the values of fields whose source is `given`, and a signer.

extension ProcessEmitter {
  /// The fields that are given once and sent with every message that has them.
  var given: [FieldSpec] {
    var found: [FieldSpec] = []
    for field in sentMessages.flatMap({ names.headers(of: spec[$0]) }) where field.isGiven {
      if !found.contains(where: { names.givenName(of: $0) == names.givenName(of: field) }) { found.append(field) }
    }
    return found
  }

  /// ```swift
  /// private struct Given: Sendable {
  ///   let session: String
  /// }
  /// ```
  func givenStruct() -> [[Code]] {
    if given.isEmpty { return [] }
    return [
      [
        .doc("What is given once, and sent with every message that has it."),
        .block(
          "fileprivate struct Given: Sendable",
          given.map { .line("let \(names.givenName(of: $0)): \(names.spelling(of: $0.type, in: scope))") }),
      ]
    ]
  }

  static var givenProperty: Code { .line("fileprivate let given: Given") }

  /// What stands in front of the handlers in every initializer.
  var firstParameters: [String] {
    parameterDeclarations + given.map { "\(givenParameter($0)): \(names.spelling(of: $0.type, in: scope))" }
      + (needsSigner ? ["signer: any Signer"] : [])
  }

  /// The parameter of a field, beside the labels of the handlers and the other parameters.
  func givenParameter(_ field: FieldSpec) -> String {
    let sockets = process.sockets.map { SwiftName.member($0.name.text) }
    return Identifier.free(
      names.givenName(of: field),
      besides: sockets + parameters.map(parameterName) + ["sockets", "settings", "given", "signer"])
  }

  // MARK: Who needs it

  func usesGiven(clientOf id: SocketID) -> Bool {
    names.projections[id]?.emissions.contains { $0.isSpoken && usesGiven([$0.message]) } == true
  }

  func usesGiven(dispatcherOf id: SocketID) -> Bool {
    let answers = receptions(of: id).flatMap { (names.answers[$0.message] ?? $0.answers).all }
    if case .message(let refusal) = spec[id].otherwise { return usesGiven(answers + [refusal]) }
    return usesGiven(answers)
  }

  private func usesGiven(_ messages: [MessageID]) -> Bool {
    messages.contains { names.headers(of: spec[$0]).contains(where: \.isGiven) }
  }

  var runningUsesGiven: Bool { sending.contains { usesGiven(clientOf: $0) } }

  /// `Running(process)`
  var runningCall: String { runningUsesGiven ? "Running(process, given)" : "Running(process)" }

  /// `PingsDispatcher(handler: pings)`
  func dispatcherCall(_ id: SocketID, handler: String) -> String {
    let given = usesGiven(dispatcherOf: id) ? ", given: given" : ""
    return "\(names.dispatcherName(of: spec[id]))(handler: \(handler)\(given))"
  }

  // MARK: Signing

  /// Whether a message that it sends or receives has a signature.
  var needsSigner: Bool {
    let received = names.sockets(of: id).flatMap { socket -> [MessageID] in
      guard let projection = names.projections[socket] else { return [] }
      return projection.receptions.map(\.message) + projection.emissions.flatMap { $0.answers.all + $0.refusals }
    }
    return (sentMessages + received).contains { message in
      spec[message].layout.declared.map { spec[$0].signature != nil } ?? false
    }
  }

  /// What it sends: through clients, as answers, as refusals, by itself.
  private var sentMessages: [MessageID] {
    names.sockets(of: id).flatMap { socket -> [MessageID] in
      guard let projection = names.projections[socket] else { return [] }
      let refusal: [MessageID] = if case .message(let id) = spec[socket].otherwise { [id] } else { [] }
      return projection.emissions.map(\.message)
        + projection.receptions.flatMap { (names.answers[$0.message] ?? $0.answers).all } + refusal
    }
  }
}

extension SwiftSpec {
  /// The property of a field whose source is `given`; fields of one name and type are one value, of one name and several
  /// types each bears the name of its layout.
  func givenName(of field: FieldSpec) -> String {
    let name = SwiftName.member(field.name.text)
    let alike = spec.layouts.flatMap(\.fields).filter { $0.isGiven && SwiftName.member($0.name.text) == name }
    guard alike.contains(where: { $0.type != field.type }),
      let layout = spec.layouts.first(where: { $0.fields.contains { $0.name == field.name } })
    else { return Identifier.escaped(name) }
    return SwiftName.member("\(layout.name)-\(field.name)")
  }
}

extension FieldSpec {
  /// Whether it is given once, when a process is made.
  var isGiven: Bool { source?.kind == .given }
}
