import SpecModel

/// Bodies with one thing wrong: samples of the messages of a protocol that differs in one thing.
struct WrongBodies {
  /// The protocol, without the examples and defaults that would stand in the way.
  private let spec: ProtocolSpec

  /// Wrong bodies for the messages of a protocol.
  init(_ spec: ProtocolSpec) {
    var bare = spec
    for index in bare.messages.indices {
      bare.messages[index].args = bare.messages[index].args.map(\.withoutValues)
      bare.messages[index].kwargs = bare.messages[index].kwargs.map(\.withoutValues)
    }
    for index in bare.types.indices {
      if case .record(let fields) = bare.types[index].kind {
        bare.types[index].kind = .record(fields.map(\.withoutValues))
      }
    }
    self.spec = bare
  }

  /// For each message of a built-in layout, a body that is right, then bodies that are none.
  func all() -> [(MessageSpec, [String])] {
    let others = spec.types.indices.flatMap(specs(withWrongType:))
    return spec.messages.filter { $0.layout.builtIn != nil }.map { message in
      let right = message.sampleBody(in: spec)
      let ofTypes = others.map { message.sampleBody(in: $0) }.filter { $0 != right }
      return (message, [right] + bodies(of: message) + ofTypes)
    }
  }

  /// What is wrong with the message itself.
  private func bodies(of message: MessageSpec) -> [String] {
    var wrong: [MessageSpec] = []
    var renamed = message
    renamed.wireType += "x"
    wrong.append(renamed)
    let stranger = FieldSpec(
      name: NameSpec("nobody", at: message.name.range), type: .int, typeRange: message.name.range)
    var longer = message
    if message.layout == .list { longer.args.append(stranger) } else { longer.kwargs.append(stranger) }
    wrong.append(longer)
    for index in message.args.indices {
      wrong += message.args[index].wrong.map { field in
        var other = message
        other.args[index] = field
        return other
      }
    }
    for index in message.kwargs.indices {
      wrong += message.kwargs[index].wrong.map { field in
        var other = message
        other.kwargs[index] = field
        return other
      }
      if !message.kwargs[index].mayBeAbsent {
        var other = message
        other.kwargs.remove(at: index)
        wrong.append(other)
      }
    }
    if let last = message.args.last, !last.mayBeAbsent {
      var other = message
      other.args.removeLast()
      wrong.append(other)
    }
    return wrong.map { $0.sampleBody(in: spec) } + ["null", "[]", "{}", "[[],[],[]]", "5"]
  }

  /// The protocol with one thing about a declared type wrong.
  private func specs(withWrongType index: Int) -> [ProtocolSpec] {
    var kinds: [TypeSpec.Kind] = []
    switch spec.types[index].kind {
    case .enumeration(let cases):
      kinds = cases.prefix(1).map { .enumeration([NameSpec("nobody", at: $0.range)]) }
    case .record(let fields):
      for place in fields.indices {
        for field in fields[place].wrong {
          var others = fields
          others[place] = field
          kinds.append(.record(others))
        }
        if !fields[place].mayBeAbsent {
          var others = fields
          others.remove(at: place)
          kinds.append(.record(others))
        }
      }
      let range = spec.types[index].name.range
      if spec.types[index].unknown != .refuse { break }
      kinds.append(.record(fields + [FieldSpec(name: NameSpec("nobody", at: range), type: .int, typeRange: range)]))
    case .union: break
    }
    return kinds.map { kind in
      var other = spec
      other.types[index].kind = kind
      return other
    }
  }
}

extension FieldSpec {
  /// The field without example and default, still optional if it was.
  fileprivate var withoutValues: FieldSpec {
    var field = self
    field.example = nil
    if field.defaultValue != nil, !field.type.isOptional { field.type = .optional(field.type) }
    field.defaultValue = nil
    return field
  }

  /// The field with values that its type does not have.
  var wrong: [FieldSpec] {
    var own = type
    // What collects further arguments has one, of a wrong type.
    if isRest, case .list(let element) = type { own = element }
    return own.wrong.map { content in
      var field = self
      field.isRest = false
      field.type = .json
      field.example = ValueSpec(content, at: typeRange)
      return field
    }
  }
}

extension TypeReference {
  /// Values that are none of the type.
  fileprivate var wrong: [ValueSpec.Content] {
    switch self {
    case .bool: [.int(1), .string("true"), .null]
    case .int, .int64: [.string("1"), .float(1.5), .uint(1 << 63), .bool(true), .null]
    case .int8: [.int(128), .int(-129), .string("1")]
    case .int16: [.int(32768), .int(-32769), .null]
    case .int32: [.int(1 << 31), .int(-(1 << 31) - 1)]
    case .uint8: [.int(256), .int(-1), .float(0.5)]
    case .uint16: [.int(65536), .int(-1)]
    case .uint32: [.int(1 << 32), .int(-1)]
    case .uint64: [.int(-1), .string("1")]
    case .float, .duration: [.string("1.5"), .null, .list([])]
    case .float32: [.float(1e39), .string("1.5")]
    case .string: [.int(1), .null, .map([])]
    case .bytes, .routingID: [.string("a"), .string("AB=="), .string("AA=A"), .int(1)]
    case .uuid: [.string("123e4567-e89b-12d3-a456-42661417400"), .string("123e4567e89b12d3a456426614174000"), .int(1)]
    case .timestamp:
      [
        .string("2026-01-31"), .string("2026-13-01T00:00:00Z"), .string("2026-01-31T12:30:00"),
        .string("2026-01-31T12:30:00.1234567Z"), .string("2026-01-31T24:00:00Z"), .int(1),
      ]
    case .json: []
    case .empty: [.int(0), .string("")]
    case .list: [.map([]), .string(""), .int(1)]
    case .map: [.list([]), .string(""), .int(1)]
    case .optional(let wrapped): wrapped.wrong.filter { $0 != .null }
    case .named: [.int(1), .list([])]
    }
  }
}
