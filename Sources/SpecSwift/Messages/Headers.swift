import SpecModel

// The fields of a layout, as the messages that have it: some are parameters like a message's own, others are filled
// in where it is sent.

extension SwiftSpec {
  /// What the layout of a message adds to its fields.
  func headers(of message: MessageSpec) -> [FieldSpec] {
    message.layout.declared.map { LayoutCodec.headers(of: spec[$0], in: message) } ?? []
  }

  /// What a handler gets: the message's own fields, then those of its layout that the sender's program has given, with
  /// each message or once.
  func sentFields(of message: MessageSpec) -> [FieldSpec] {
    message.fields + headers(of: message).filter { $0.source == nil || $0.source?.kind == .given }
  }

  /// What is filled in where a message is sent.
  func sourcedHeaders(of message: MessageSpec) -> [FieldSpec] { headers(of: message).filter { $0.source != nil } }

  /// The value of a header where a message is sent; nil where it keeps what whoever made the message has given it.
  ///
  /// - Parameters:
  ///   - cause: The message that is answered; nil where none is.
  ///   - given: What holds the values that were given when the process was made.
  func headerValue(_ field: FieldSpec, cause: Cause?, given: String = "given") -> String? {
    switch field.source?.kind {
    case .fresh:
      switch field.type {
      case .uuid: "UUIDValue.random()"
      case .string: "UUIDValue.random().description"
      case .bytes: "UUIDValue.random().bytes"
      default: repeated.contains(field.name.text) ? "FreshNumbers.nextID()" : "FreshNumbers.next()"
      }
    case .now:
      switch field.type {
      case .timestamp: "Timestamp.now"
      case .float, .duration: "Timestamp(clampingMicroseconds: 0).duration(to: .now)"
      default: "Timestamp.now.description"
      }
    case .cause(let path): cause.flatMap { value(at: path, of: $0) }
    case .given: "\(given).\(givenName(of: field))"
    case .sign, .type, nil: nil
    }
  }

  /// The statements that fill in what the layout of a message adds to it: `reply.id = message.id`.
  ///
  /// - Parameter cause: The message that is answered; nil where none is.
  func fillingHeaders(of message: MessageSpec, in local: String, cause: Cause?) -> [Code] {
    sourcedHeaders(of: message).compactMap { field in
      headerValue(field, cause: cause).map { .line("\(local).\(SwiftSpec.member(field.name)) = \($0)") }
    }
  }

  /// The value of a header before the message is sent, so that whoever makes one need not give it.
  func blank(of field: FieldSpec, in scope: Scope) -> String? {
    guard field.source != nil, !field.type.isOptional else { return nil }
    return blank(of: field.type, in: scope, depth: 0)
  }

  /// - Parameter depth: Of records in records, which end somewhere.
  private func blank(of type: TypeReference, in scope: Scope, depth: Int) -> String? {
    switch type {
    case .bool: return "false"
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64: return "0"
    case .float, .float32: return "0.0"
    case .string: return "\"\""
    case .bytes, .list: return "[]"
    case .map: return "[:]"
    case .uuid: return "UUIDValue(high: 0, low: 0)"
    case .timestamp: return "Timestamp(clampingMicroseconds: 0)"
    case .duration: return ".zero"
    case .json: return ".null"
    case .routingID: return "RoutingID(received: [])"
    case .empty: return "Empty()"
    case .optional: return "nil"
    case .named(let id): return depth < 8 ? blank(of: id, in: scope, depth: depth + 1) : nil
    }
  }

  private func blank(of id: TypeID, in scope: Scope, depth: Int) -> String? {
    switch spec[id].kind {
    case .enumeration(let cases): return cases.first.map { ".\(SwiftSpec.member($0))" }
    case .union(let cases, _):
      guard let first = cases.first, let record = blank(of: first.type, in: scope, depth: depth + 1) else { return nil }
      return ".\(SwiftSpec.member(first.name))(\(record))"
    case .record(let fields):
      var arguments: [String] = []
      for field in fields where defaultExpression(of: field, in: scope) == nil {
        guard let value = blank(of: field.type, in: scope, depth: depth) else { return nil }
        arguments.append("\(Identifier.label(SwiftName.member(field.name.text))): \(value)")
      }
      return "\(type(of: id, in: scope))(\(arguments.joined(separator: ", ")))"
    }
  }

  /// Arguments of a message's initializer, `label: value`, in the order of its parameters.
  func inOrder(_ arguments: [String], of message: MessageSpec) -> [String] {
    let labels = (message.fields + headers(of: message)).map { Identifier.label(SwiftName.member($0.name.text)) + ":" }
    return labels.compactMap { label in arguments.first { $0.hasPrefix(label) } }
  }

  /// Whether something in a message's layout is always the same, or is its type.
  func hasMark(_ message: MessageSpec) -> Bool {
    guard let id = message.layout.declared else { return true }
    let codec = LayoutCodec(names: self, message: message, layout: spec[id])
    return codec.layout.frames.contains { $0.hasConstant }
      || codec.layout.references.contains { codec.target(of: $0) == .type }
  }
}

extension FieldSpec {
  /// Whether it is copied from the message that is answered.
  var isCopied: Bool { if case .cause = source?.kind { true } else { false } }

  /// Whether it is the signature, which is made when all else has been written.
  var isSignature: Bool { if case .sign = source?.kind { true } else { false } }
}

extension FrameSpec {
  fileprivate var hasConstant: Bool {
    switch content {
    case .scalar(_, .constant): true
    case .packed(let items): items.contains { if case .constant = $0.template { true } else { false } }
    case .json(let tree), .msgpack(let tree): tree.hasConstant
    case .scalar, .natural, .empty: false
    }
  }
}

extension TreeTemplateSpec {
  fileprivate var hasConstant: Bool {
    switch self {
    case .constant: true
    case .value: false
    case .list(let items):
      items.contains { if case .element(let tree) = $0 { tree.hasConstant } else { false } }
    case .object(let members):
      members.contains { if case .member(_, let tree) = $0 { tree.hasConstant } else { false } }
    }
  }
}
