import SpecModel

extension SwiftEmitter {
  /// What the language has and generated Swift has not yet, each at the place where it is written.
  ///
  /// Swift for such a protocol would put other bytes on the wire than its diagrams show, so whoever writes a file asks
  /// here first. The checker cannot: the protocol is right, and everything but its Swift can be made. What no message
  /// uses gives no Swift, and is not refused.
  ///
  /// ```
  /// 12 |   beacon: [ json: { type: $type, $parts... } ]          parts: map<bytes>
  ///    |                                  ^^^^^^^^^
  /// ```
  ///
  /// - Returns: Errors with the code `ZS0090`, in the order of the file.
  public static func unsupported(in spec: ProtocolSpec) -> [Diagnostic] {
    var found: Set<Diagnostic> = []
    for message in spec.messages {
      guard let layout = message.layout.declared.map({ spec[$0] }) else { continue }
      found.formUnion(spreadBytes(in: layout, of: message))
    }
    let names = SwiftSpec(spec, namespace: "")
    for socket in spec.socketIDs {
      let causes = ProcessEmitter(names: names, id: socket.process).refusedCauses(of: socket)
      found.formUnion(causes.filter(\.readings.isEmpty).compactMap(\.field.source).map(unsupportedInRefusal))
    }
    return Array(found).inSourceOrder()
  }

  /// What stands in an argument, or within a record, is not looked for in what is not understood.
  private static func unsupportedInRefusal(_ source: FieldSourceSpec) -> Diagnostic {
    notYet(
      "the source `\(source.text)` in an `otherwise` message, where no layout of what is refused has that field at a "
        + "certain place,", at: source.range,
      instead: "give that message a layout without it, or write `otherwise: handle`")
  }

  /// `{ type: $type, $headers... }` where the headers are bytes, which are base64 in JSON.
  private static func spreadBytes(in layout: LayoutSpec, of message: MessageSpec) -> [Diagnostic] {
    layout.references.compactMap { reference in
      let field: FieldSpec? =
        switch reference.target {
        case .field(let index): layout.fields[index]
        case .argument(let name): message.fields.first { $0.name.text == name }
        case .type, .args, .kwargs, .data: nil
        }
      guard let type = field?.type, type == .map(.bytes) || type == .map(.routingID),
        layout.frames.contains(where: { $0.spreadsMembers(of: reference) })
      else { return nil }
      return notYet(
        "a `\(type == .map(.bytes) ? "map<bytes>" : "map<routing_id>")` that is spread in an object",
        at: reference.range,
        instead: "write `headers: $\(reference.name)`, an object of its own, or make it a `map<string>`")
    }
  }

  private static func notYet(_ feature: String, at range: SourceRange, instead: String) -> Diagnostic {
    Diagnostic(
      .notYet, at: range, "\(feature) in generated Swift comes with a later version of zmqspec", help: instead)
  }
}

extension FrameSpec {
  /// Whether a reference is spread in an object of this frame.
  fileprivate func spreadsMembers(of reference: TemplateReference) -> Bool {
    switch content {
    case .json(let tree), .msgpack(let tree): tree.spreadsMembers(of: reference)
    case .scalar, .natural, .packed, .empty: false
    }
  }
}

extension TreeTemplateSpec {
  fileprivate func spreadsMembers(of reference: TemplateReference) -> Bool {
    switch self {
    case .constant, .value: return false
    case .list(let items):
      return items.contains { if case .element(let tree) = $0 { tree.spreadsMembers(of: reference) } else { false } }
    case .object(let members):
      return members.contains { member in
        switch member {
        case .member(_, let tree): tree.spreadsMembers(of: reference)
        case .spread(let spread): spread == reference
        }
      }
    }
  }
}
