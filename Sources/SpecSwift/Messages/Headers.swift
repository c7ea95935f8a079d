import SpecModel

// The fields of a layout, as the messages that have it: some are parameters like a message's own, others are filled
// in where it is sent.

extension SwiftSpec {
  /// What the layout of a message adds to its fields.
  func headers(of message: MessageSpec) -> [FieldSpec] {
    message.layout.declared.map { LayoutCodec.headers(of: spec[$0], in: message) } ?? []
  }

  /// What a sender gives and a handler gets: the message's own fields, then those of its layout that have no source.
  func sentFields(of message: MessageSpec) -> [FieldSpec] {
    message.fields + headers(of: message).filter { $0.source == nil }
  }

  /// What is filled in where a message is sent.
  func sourcedHeaders(of message: MessageSpec) -> [FieldSpec] { headers(of: message).filter { $0.source != nil } }

  /// The value of a header where a message is sent; nil where it keeps what whoever made the message has given it.
  ///
  /// - Parameter cause: The message that is answered; nil where none is.
  func headerValue(_ field: FieldSpec, cause: String?) -> String? {
    switch field.source?.kind {
    case .fresh:
      switch field.type {
      case .uuid: "UUIDValue.random()"
      case .string: "UUIDValue.random().description"
      case .bytes: "UUIDValue.random().bytes"
      default: "FreshNumbers.next()"
      }
    case .now:
      switch field.type {
      case .timestamp: "Timestamp.now"
      case .float, .duration: "Timestamp(clampingMicroseconds: 0).duration(to: .now)"
      default: "Timestamp.now.description"
      }
    case .cause(let path):
      cause.map { ([$0] + path.map { Identifier.escaped(SwiftName.member($0)) }).joined(separator: ".") }
    case .given, .sign, .type, nil: nil
    }
  }

  /// The statements that fill in what the layout of a message adds to it: `reply.id = message.id`.
  ///
  /// - Parameter cause: The message that is answered; nil where none is.
  func fillingHeaders(of message: MessageSpec, in local: String, cause: String?) -> [Code] {
    sourcedHeaders(of: message).compactMap { field in
      headerValue(field, cause: cause).map { .line("\(local).\(SwiftSpec.member(field.name)) = \($0)") }
    }
  }

  /// The value of a header before the message is sent, so that whoever makes one need not give it.
  func blank(of field: FieldSpec) -> String? {
    guard field.source != nil, !field.type.isOptional else { return nil }
    switch field.type {
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
    case .empty, .optional, .named: return nil
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
