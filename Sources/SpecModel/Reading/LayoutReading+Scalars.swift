import ZMQWire

extension LayoutReading {
  /// The codec of a type in a frame of its own; nil for JSON.
  func natural(_ type: TypeReference) -> ScalarCodec? {
    if case .optional(let wrapped) = type { return natural(wrapped) }
    return ScalarCodec.natural(for: type)
  }

  /// Reads a frame that is one scalar: a constant, the type, or a field.
  mutating func readTemplate(
    _ bytes: [UInt8], _ codec: ScalarCodec, _ template: ScalarTemplateSpec
  ) throws(WireError) {
    switch template {
    case .constant(let value, _):
      try readConstant(bytes, SampleScalar(text: value.json, type: .json), codec, .wrongConstant)
    case .value(let reference):
      if reference.target == .type { return try readConstant(bytes, type, codec, .unknownType) }
      if let constant = constant(reference) {
        let isType = constant.type == .json
        return try readConstant(bytes, constant, codec, isType ? .unknownType : .wrongConstant)
      }
      guard let field = field(reference) else { return }
      try readScalar(bytes, field, codec, reference.name)
    }
  }

  /// Demands the bytes of a constant.
  func readConstant(
    _ bytes: [UInt8], _ constant: SampleScalar, _ codec: ScalarCodec, _ reason: WireError.Reason
  ) throws(WireError) {
    if bytes == constant.bytes(codec) { return }
    // An integer of the right size is told as such.
    var found = bytes.excerpt
    if case .integer(let bits, _, _) = codec, bytes.count == bits / 8 {
      found = try scalar(bytes, .json, codec, "").json
    }
    throw WireError(reason, expected: "`\(constant.plainText)` as \(codec.name)", found: found)
  }

  /// Reads a frame that is a field, and takes note of it; without a codec it is JSON.
  mutating func readScalar(
    _ bytes: [UInt8], _ field: FieldSpec, _ codec: ScalarCodec?, _ name: String
  ) throws(WireError) {
    let value = try scalar(bytes, field.type, codec, name)
    try TypeCheck(spec: spec, isPacked: value.isPacked).check(value, field, at: name)
    note(name, value)
  }

  /// The value of a frame, or of a part of a packed one, in a codec.
  func scalar(
    _ bytes: [UInt8], _ type: TypeReference, _ codec: ScalarCodec?, _ path: String
  ) throws(WireError) -> WireTree {
    var type = type
    while case .optional(let wrapped) = type { type = wrapped }
    if type == .empty {
      if !bytes.isEmpty {
        throw WireError(.wrongConstant, path: path, expected: "the empty frame", found: bytes.excerpt)
      }
      return .null
    }
    switch codec {
    case nil:
      do throws(JSONFault) {
        return try WireTree(json: bytes)
      } catch {
        var error = WireError(error, frame: 0, in: bytes.span)
        error.path = error.path.isEmpty ? path : path + (error.path.hasPrefix("[") ? "" : ".") + error.path
        throw error
      }
    case .integer(let bits, let isSigned, let isLittleEndian):
      guard bytes.count == bits / 8 else {
        throw WireError(.wrongLength, path: path, expected: "\(bits / 8) bytes", found: "\(bytes.count)")
      }
      let ordered = isLittleEndian ? bytes.reversed() : bytes
      let number = ordered.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      if isSigned { return .int(Int64(bitPattern: number << UInt64(64 - bits)) >> Int64(64 - bits)) }
      return Int64(exactly: number).map { .int($0) } ?? .uint(number)
    case .text, .lengthPrefixedText, .strings, .dictionary: return try text(bytes, type, path)
    case .bytes, .lengthPrefixedBytes:
      switch type {
      case .bytes, .routingID: return .bytes(bytes)
      case .uuid:
        guard let uuid = UUIDValue(bytes: bytes) else {
          throw WireError(.wrongLength, path: path, expected: "16 bytes", found: "\(bytes.count)")
        }
        return .string(uuid.description)
      default: return try text(bytes, type, path)
      }
    }
  }

  private func text(_ bytes: [UInt8], _ type: TypeReference, _ path: String) throws(WireError) -> WireTree {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw WireError(.notUTF8, path: path, expected: "UTF-8", found: bytes.excerpt)
    }
    switch type {
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64:
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        digits == "0" || digits.first != "0"
      else { throw WireError(.wrongType, path: path, expected: "an integer", found: bytes.excerpt) }
      if let number = Int64(text) { return .int(number) }
      if let number = UInt64(text) { return .uint(number) }
      throw WireError(.outOfRange, path: path, expected: "an integer of 64 bits", found: bytes.excerpt)
    default: return .string(text)
    }
  }

  // MARK: Packed frames

  /// Reads scalars behind one another.
  mutating func readPacked(_ bytes: [UInt8], _ items: [PackedItemSpec]) throws(WireError) {
    var rest = bytes[...]
    for item in items {
      if item.isSpread {
        try readItems(&rest, item)
      } else if item.codec == .strings || item.codec == .dictionary {
        try readTable(&rest, item)
      } else {
        let name = item.name
        try readTemplate(Array(try part(&rest, item.codec, name)), prefixless: item.codec, item.template)
      }
    }
    if !rest.isEmpty {
      throw WireError(
        .wrongLength, offset: rest.startIndex, expected: "the end of the frame",
        found: Wording.counted(rest.count, "byte"))
    }
  }

  /// A scalar behind its length is compared and read without it.
  private mutating func readTemplate(
    _ bytes: [UInt8], prefixless codec: ScalarCodec, _ template: ScalarTemplateSpec
  ) throws(WireError) {
    switch codec {
    case .lengthPrefixedText: try readTemplate(bytes, .text, template)
    case .lengthPrefixedBytes: try readTemplate(bytes, .bytes, template)
    default: try readTemplate(bytes, codec, template)
    }
  }

  /// The bytes of the next scalar, without its length.
  private func part(
    _ rest: inout ArraySlice<UInt8>, _ codec: ScalarCodec, _ path: String
  ) throws(WireError) -> ArraySlice<UInt8> {
    switch codec {
    case .integer(let bits, _, _): return try take(&rest, bits / 8, path)
    case .lengthPrefixedText(let bits), .lengthPrefixedBytes(let bits):
      return try take(&rest, Int(truncatingIfNeeded: try count(&rest, bits, path)), path)
    default:
      defer { rest = rest.suffix(0) }
      return rest
    }
  }

  private func take(_ rest: inout ArraySlice<UInt8>, _ count: Int, _ path: String) throws(WireError) -> ArraySlice<
    UInt8
  > {
    guard count <= rest.count else {
      throw WireError(
        .wrongLength, offset: rest.startIndex, path: path, expected: Wording.counted(count, "more byte"),
        found: "\(rest.count)")
    }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private func count(_ rest: inout ArraySlice<UInt8>, _ bits: Int, _ path: String) throws(WireError) -> UInt64 {
    try take(&rest, bits / 8, path).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// `strings` and `dictionary`.
  private mutating func readTable(_ rest: inout ArraySlice<UInt8>, _ item: PackedItemSpec) throws(WireError) {
    guard case .value(let reference) = item.template, let field = field(reference) else { return }
    let number = try count(&rest, 32, item.name)
    var texts: [WireTree] = []
    var members: [WireTree.Member] = []
    for _ in 0..<number {
      if item.codec == .strings {
        let length = try count(&rest, 32, item.name)
        texts.append(try text(Array(try take(&rest, Int(length), item.name)), .string, item.name))
      } else {
        let length = try count(&rest, 8, item.name)
        guard case .string(let key) = try text(Array(try take(&rest, Int(length), item.name)), .string, item.name)
        else {
          continue
        }
        if let twin = members.first(where: { $0.key == key }) {
          let reason = twin.key.isSame(as: key) ? JSONFault.Reason.duplicateKey : .equivalentKey
          throw WireError(
            .duplicateKey, path: item.name, expected: reason.expectation, found: WireTree.string(key).excerpt)
        }
        let valueLength = try count(&rest, 32, item.name)
        let value = try text(Array(try take(&rest, Int(valueLength), item.name)), .string, item.name)
        members.append(WireTree.Member(key: key, value: value))
      }
    }
    let value = item.codec == .strings ? WireTree.array(texts) : .object(members)
    try TypeCheck(spec: spec, isPacked: false).check(value, field, at: item.name)
    note(item.name, value)
  }

  /// `$name...`: one behind the other, to the end of the frame.
  private mutating func readItems(_ rest: inout ArraySlice<UInt8>, _ item: PackedItemSpec) throws(WireError) {
    guard case .value(let reference) = item.template, let field = field(reference), case .list(let type) = field.type
    else { return }
    var elements: [WireTree] = []
    while !rest.isEmpty {
      let path = "\(item.name)[\(elements.count)]"
      let codec: ScalarCodec =
        switch item.codec {
        case .lengthPrefixedText: .text
        case .lengthPrefixedBytes: .bytes
        default: item.codec
        }
      let value = try scalar(Array(try part(&rest, item.codec, path)), type, codec, path)
      try TypeCheck(spec: spec, isPacked: value.isPacked).check(value, type, at: path)
      elements.append(value)
    }
    let all = WireTree.array(elements)
    try TypeCheck(spec: spec, isPacked: false).constrain(all, field.type, field.constraints, at: item.name)
    note(item.name, all)
  }
}

extension PackedItemSpec {
  /// What an error calls it.
  fileprivate var name: String {
    switch template {
    case .constant: ""
    case .value(let reference): reference.name
    }
  }
}

extension [UInt8] {
  /// The bytes in a few characters that print: a text in quotes, or hexadecimal digits.
  var excerpt: String {
    if let text = String(validating: self, as: UTF8.self), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) {
      return JSONText.printable(JSONText.string(text.count <= 40 ? text : text.prefix(39) + "…"))
    }
    return "0x" + HexText.encode(prefix(16)) + (count > 16 ? "…" : "")
  }
}
