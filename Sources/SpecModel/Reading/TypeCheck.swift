import ZMQWire

/// Whether a value is one of a type: the declared types interpreted, as generated code has them compiled.
struct TypeCheck {
  let spec: ProtocolSpec
  /// Whether the value stands in MessagePack, which has bytes and times of its own.
  let isPacked: Bool

  /// Demands a value of a field.
  func check(_ value: WireTree, _ field: FieldSpec, at path: String) throws(WireError) {
    try check(value, field.type, at: path)
    try constrain(value, field.type, field.constraints, at: path)
  }

  /// Demands a value of a type.
  func check(_ value: WireTree, _ type: TypeReference, at path: String) throws(WireError) {
    switch type {
    case .json: if isPacked, !value.isJSON { throw wrong(value, "a value that JSON has too", path) }
    case .optional(let wrapped): if value != .null { try check(value, wrapped, at: path) }
    case .empty: if value != .null { throw wrong(value, "null", path) }
    case .bool: guard case .bool = value else { throw wrong(value, "true or false", path) }
    case .int, .int64: try integer(value, Int64.self, path)
    case .int8: try integer(value, Int8.self, path)
    case .int16: try integer(value, Int16.self, path)
    case .int32: try integer(value, Int32.self, path)
    case .uint8: try integer(value, UInt8.self, path)
    case .uint16: try integer(value, UInt16.self, path)
    case .uint32: try integer(value, UInt32.self, path)
    case .uint64: try integer(value, UInt64.self, path)
    case .float: guard value.number != nil else { throw wrong(value, "a number", path) }
    case .duration: try duration(value, path)
    case .float32:
      guard value.number != nil else { throw wrong(value, "a number", path) }
      if isBeyondFloat(value) {
        throw WireError(.outOfRange, path: path, expected: "a number that a float32 can hold", found: value.excerpt)
      }
    case .string: guard case .string = value else { throw wrong(value, "a string", path) }
    case .bytes, .routingID: try bytes(value, path)
    case .uuid:
      if isPacked, case .bytes(let bytes) = value, UUIDValue(bytes: bytes) != nil { return }
      guard case .string(let text) = value, UUIDValue(text) != nil else { throw wrong(value, "a UUID", path) }
    case .timestamp:
      if isPacked, case .timestamp = value { return }
      if isPacked { throw wrong(value, JSONFault.Reason.expectedPackedTimestamp.expectation, path) }
      try timestamp(value, path)
    case .list(let element):
      guard case .array(let elements) = value else { throw wrong(value, "an array", path) }
      for (index, value) in elements.enumerated() { try check(value, element, at: "\(path)[\(index)]") }
    case .map(let element):
      guard case .object(let members) = value else { throw wrong(value, "an object", path) }
      try distinct(members, at: path)
      for member in members { try check(member.value, element, at: path.member(member.key)) }
    case .named(let id): try declared(value, spec[id], path)
    }
  }

  private func wrong(_ value: WireTree, _ expected: String, _ path: String) -> WireError {
    WireError(.wrongType, path: path, expected: expected, found: value.excerpt)
  }

  private func integer<T: FixedWidthInteger>(_ value: WireTree, _ type: T.Type, _ path: String) throws(WireError) {
    let fits: Bool
    switch value {
    case .int(let number): fits = T(exactly: number) != nil
    case .uint(let number): fits = T(exactly: number) != nil
    // An integer token that no type of 64 bits holds has become a Double.
    case .decimal(let number) where !isPacked && number.isInteger: fits = false
    default: throw wrong(value, "an integer", path)
    }
    if !fits {
      throw WireError(
        .outOfRange, path: path, expected: "an integer from \(T.min) to \(T.max)", found: value.excerpt)
    }
  }

  /// Demands what the readers of generated code take.
  private func timestamp(_ value: WireTree, _ path: String) throws(WireError) {
    do throws(JSONFault) {
      var reader = JSONReader()
      _ = try reader.readTimestamp(in: Array(value.json.utf8).span)
    } catch {
      throw WireError(
        error.reason == .outsideTimestamp ? .outOfRange : .wrongType, path: path, expected: error.reason.expectation,
        found: value.excerpt)
    }
  }

  private func isBeyondFloat(_ value: WireTree) -> Bool {
    guard case .decimal(let number) = value, number.nearest.isFinite else { return false }
    // Of a text the Float is the nearest to the text, of a Double the nearest to that.
    if isPacked { return Float(number.nearest).isInfinite }
    var reader = JSONReader()
    return (try? reader.readFloat(in: Array(number.text.utf8).span)) == nil
  }

  /// Demands what the readers of generated code take.
  private func duration(_ value: WireTree, _ path: String) throws(WireError) {
    guard value.number != nil else { throw wrong(value, "a number of seconds", path) }
    if value.duration != nil { return }
    throw WireError(
      .outOfRange, path: path, expected: JSONFault.Reason.outsideDuration.expectation, found: value.excerpt)
  }

  private func bytes(_ value: WireTree, _ path: String) throws(WireError) {
    switch value {
    case .bytes where isPacked: return
    case .string(let text) where !isPacked && Base64.decode(text) != nil: return
    default: throw wrong(value, isPacked ? "bytes" : "a string of base64 with padding", path)
    }
  }

  // MARK: Declared types

  private func declared(_ value: WireTree, _ type: TypeSpec, _ path: String) throws(WireError) {
    switch type.kind {
    case .enumeration(let cases):
      guard case .string(let text) = value else { throw wrong(value, "a string", path) }
      if !cases.contains(where: { $0.text.isSame(as: text) }) {
        throw WireError(
          .unknownCase, path: path, expected: "a case of \(type.name)" + Wording.choice(cases.map(\.text)),
          found: value.excerpt)
      }
    case .record(let fields):
      guard case .object(let members) = value else { throw wrong(value, "an object", path) }
      try object(members, fields, unknown: type.unknown, at: path)
    case .union(let cases, let tag):
      guard case .object(let members) = value else { throw wrong(value, "an object", path) }
      guard let kind = members.first(where: { $0.key.isSame(as: tag.text) })?.value else {
        throw WireError(.missingMember, path: path, expected: "the member `\(tag)`, which says what it is")
      }
      guard case .string(let name) = kind else { throw wrong(kind, "a string", path.member(tag.text)) }
      guard let unionCase = cases.first(where: { $0.name.text.isSame(as: name) }),
        case .record(let fields) = spec[unionCase.type].kind
      else {
        throw WireError(
          .unknownCase, path: path.member(tag.text),
          expected: "a case of \(type.name)" + Wording.choice(cases.map(\.name.text)), found: kind.excerpt)
      }
      try object(
        members.filter { !$0.key.isSame(as: tag.text) }, fields, unknown: spec[unionCase.type].unknown, at: path)
    }
  }

  /// Demands keys that are Strings of their own: generated code keeps them in a `Dictionary`.
  private func distinct(_ members: [WireTree.Member], at path: String) throws(WireError) {
    var keys: Set<String> = []
    for member in members where !keys.insert(member.key).inserted {
      throw WireError(
        .duplicateKey, path: path, expected: JSONFault.Reason.equivalentKey.expectation,
        found: WireTree.string(member.key).excerpt)
    }
  }

  /// Demands the members of an object to be these fields.
  func object(
    _ members: [WireTree.Member], _ fields: [FieldSpec], unknown: TypeSpec.UnknownMembers = .refuse, at path: String
  ) throws(WireError) {
    var others: [WireTree.Member] = []
    for member in members {
      if let field = fields.first(where: { $0.name.text.isSame(as: member.key) }) {
        try check(member.value, field, at: path.member(member.key))
      } else if unknown == .refuse {
        throw WireError(
          .unknownMember, path: path, expected: Wording.member(of: fields.map(\.name.text)),
          found: JSONText.string(member.key))
      } else {
        others.append(member)
      }
    }
    if unknown == .keep { try distinct(others, at: path) }
    for field in fields where !field.mayBeAbsent && !members.contains(where: { $0.key.isSame(as: field.name.text) }) {
      throw WireError(.missingMember, path: path, expected: "the member `\(field.name)`")
    }
  }
}

extension String {
  /// Whether both have the same bytes; `==` asks what they are for Unicode.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// The path of a member of what stands at this path: `args[0].x`, `x` at the top.
  func member(_ key: String) -> String {
    let component = JSONPath([.member(key)]).description
    return isEmpty && component.hasPrefix(".") ? String(component.dropFirst()) : self + component
  }
}
