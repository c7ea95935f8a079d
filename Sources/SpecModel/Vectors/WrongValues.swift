extension FieldSpec {
  /// The field with each of the values that it must not have as its example.
  var wrongOnes: [FieldSpec] {
    var own = type
    if isRest, case .list(let element) = type { own = element }
    return (own.wrongValues + own.twinKeys(at: typeRange)).map { content in
      // A value of another type keeps its form only where no type says how it is written.
      var field = self
      field.isRest = false
      field.type = .json
      field.defaultValue = nil
      field.example = ValueSpec(content, at: typeRange)
      return field
    }
      + brokenConstraints.map { content in
        var field = self
        field.example = ValueSpec(content, at: typeRange)
        return field
      }
  }

  /// Values of the type that break one constraint each.
  private var brokenConstraints: [ValueSpec.Content] {
    var broken: [ValueSpec.Content] = []
    switch constraints.minimum?.value.content {
    case .int(let number) where number > .min: broken.append(.int(number - 1))
    case .float(let number): broken.append(.float(number - 1))
    default: break
    }
    switch constraints.maximum?.value.content {
    case .int(let number) where number < .max: broken.append(.int(number + 1))
    case .float(let number): broken.append(.float(number + 1))
    default: break
    }
    if let length = constraints.length {
      if let minimum = length.minimum, minimum > 0 { broken += [content(ofLength: minimum - 1)].compactMap { $0 } }
      if let maximum = length.maximum, maximum < 1000 { broken += [content(ofLength: maximum + 1)].compactMap { $0 } }
    }
    if constraints.pattern != nil { broken += [.string(""), .string("\u{7F}"), .string("nobody 0")] }
    return broken
  }

  private func content(ofLength count: Int) -> ValueSpec.Content? {
    var type = type
    while case .optional(let wrapped) = type { type = wrapped }
    switch type {
    case .string: return .string(String(repeating: "x", count: count))
    case .bytes: return .string(SampleScalar.base64(count))
    case .list(let element):
      guard let value = element.simpleValue else { return nil }
      return .list(Array(repeating: ValueSpec(value, at: typeRange), count: count))
    default: return nil
    }
  }
}

extension MessageSpec {
  /// The message without what its author gave as examples.
  var withoutExamples: MessageSpec {
    func bare(_ field: FieldSpec) -> FieldSpec {
      var field = field
      guard case .named = field.type.innermost else { return field }
      field.example = nil
      if field.defaultValue != nil { field.defaultValue = nil }
      return field
    }
    var message = self
    message.args = args.map(bare)
    message.kwargs = kwargs.map(bare)
    return message
  }
}

extension TypeReference {
  /// What is left without lists, maps and options.
  fileprivate var innermost: TypeReference {
    switch self {
    case .list(let inner), .map(let inner), .optional(let inner): inner.innermost
    default: self
    }
  }

  /// A value of a type that is easily written.
  fileprivate var simpleValue: ValueSpec.Content? {
    switch self {
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64: .int(1)
    case .string: .string("x")
    case .bool: .bool(true)
    case .float, .float32, .duration: .float(1.5)
    case .bytes: .string("")
    default: nil
    }
  }

  /// A map with two keys that only their bytes tell apart.
  fileprivate func twinKeys(at range: SourceRange) -> [ValueSpec.Content] {
    guard case .map(let element) = self, let value = element.simpleValue else { return [] }
    return [
      .map(
        ["\u{E9}", "e\u{301}"].map {
          ValueSpec.Member(key: NameSpec($0, at: range), value: ValueSpec(value, at: range))
        })
    ]
  }

  /// Values that are none of the type.
  fileprivate var wrongValues: [ValueSpec.Content] {
    switch self {
    case .bool: [.int(1), .string("true"), .null]
    case .int, .int64: [.string("1"), .float(1.5), .uint(1 << 63), .bool(true), .null]
    case .int8: [.int(128), .int(-129), .string("1")]
    case .int16: [.int(32768), .int(-32769), .null]
    case .int32: [.int(1 << 31), .int(-(1 << 31) - 1), .float(0.5)]
    case .uint8: [.int(256), .int(-1), .float(0.5)]
    case .uint16: [.int(65536), .int(-1), .null]
    case .uint32: [.int(1 << 32), .int(-1), .string("1")]
    case .uint64: [.int(-1), .string("1"), .float(0.5)]
    case .float: [.string("1.5"), .null, .list([])]
    case .duration: [.string("1.5"), .null, .list([]), .uint(1 << 63)]
    case .float32: [.float(1e39), .string("1.5")]
    case .string: [.int(1), .null, .map([])]
    case .bytes, .routingID: [.int(1), .string("a"), .null]
    case .uuid: [.string("123e4567-e89b-12d3-a456-42661417400"), .int(1)]
    case .timestamp: [.string("2026-01-31"), .string("2026-02-30T00:00:00Z"), .int(1)]
    case .json: []
    case .empty: [.int(0), .string("")]
    case .list, .map: [.string(""), .int(1), .bool(false)]
    case .optional(let wrapped): wrapped.wrongValues.filter { $0 != .null }
    case .named: [.int(1), .list([]), .string("nobody")]
    }
  }
}
