import SpecModel

extension LayoutProbe {
  /// The statements that read the field by which an answer says what it answers, and nothing else; nil where a list of
  /// any length stands in front of it.
  ///
  /// ```swift
  /// try body.expect(frames: 1)
  /// return try body.peekJSON { reader, bytes throws(JSONFault) -> CorrelationID in
  ///   try reader.firstElement(in: bytes)
  ///   try reader.constant(2, expecting: "2", in: bytes)
  ///   try reader.nextElement(in: bytes)
  ///   let id = try reader.readInt(as: Int.self, in: bytes)
  ///   return CorrelationID(id)
  /// }
  /// ```
  ///
  /// - Parameter checksType: Whether other messages than answers come through the socket, so that the type is looked at.
  func correlation(by field: Int, checksType: Bool) -> [Code]? {
    self.field(field, checksType: checksType, as: Wanted(type: "CorrelationID") { "CorrelationID(\($0))" })
  }

  /// The statements that read a field, and nothing else.
  func value(of field: Int) -> [Code]? {
    let type = process.names.spelling(of: layout.fields[field].type, in: process.scope)
    return self.field(field, checksType: false, as: Wanted(type: type) { $0 })
  }

  /// What is made of the field that is read.
  private struct Wanted {
    let type: String
    let of: (String) -> String
  }

  private func field(_ field: Int, checksType: Bool, as wanted: Wanted) -> [Code]? {
    guard let frame = certainFrames.first(where: { holds(field, layout.frames[$0]) }),
      let reading = reading(field, in: layout.frames[frame], wanted)
    else { return nil }
    // What the way to the id passes need not be looked at twice.
    let text = CodePrinter.text(of: reading)
    let isPassed = layout.frames[frame].leadingConstants.allSatisfy(text.contains)
    var walk = constants(in: certainFrames.filter { $0 != frame || !isPassed })
    guard checksType else {
      walk.go(to: frame)
      return [expectation] + walk.codes + reading
    }
    guard let typeFrame else { return hasMark ? self.field(field, checksType: false, as: wanted) : nil }
    walk.go(to: typeFrame)
    return [expectation] + walk.codes + checkingType(layout.frames[typeFrame])
      + [.line("body.go(to: \(frame))")] + reading
  }

  private func holds(_ field: Int, _ frame: FrameSpec) -> Bool {
    frame.references.contains { $0.target == .field(field) }
  }

  // MARK: The field

  private func reading(_ index: Int, in frame: FrameSpec, _ wanted: Wanted) -> [Code]? {
    let field = layout.fields[index]
    switch frame.content {
    case .scalar(let codec, _): return reading(field, codec, wanted)
    case .natural: return ScalarCodec.natural(for: field.type).flatMap { reading(field, $0, wanted) }
    case .packed(let items):
      guard let place = items.firstIndex(where: { $0.template.target == .field(index) }) else { return nil }
      return reading(field, items[place].codec, wanted).map { items[..<place].flatMap(stepping) + $0 }
    case .json(let tree): return reading(index, in: tree, wanted)
    case .msgpack(let tree): return reading(index, in: tree, wanted)?.readingMessagePack
    case .empty: return nil
    }
  }

  private func reading(_ index: Int, in tree: TreeTemplateSpec, _ wanted: Wanted) -> [Code]? {
    guard let steps = steps(to: tree, find: .field(index)) else { return nil }
    let field = layout.fields[index]
    let local = local(of: field)
    let body =
      steps + process.names.reading(field.type, into: "let \(local)") + [.line("return \(wanted.of(local))")]
    return [
      .closure("return try body.peekJSON", parameters: "reader, bytes throws(JSONFault) -> \(wanted.type)", body)
    ]
  }

  private func reading(_ field: FieldSpec, _ codec: ScalarCodec, _ wanted: Wanted) -> [Code]? {
    let type = process.names.spelling(of: field.type, in: process.scope)
    let local = local(of: field)
    return ScalarCode(names: process.names, codec: codec, type: field.type).reading(field.name.text).map {
      [.line("let \(local): \(type) = try \($0)"), .line("return \(wanted.of(local))")]
    }
  }

  private func local(of field: FieldSpec) -> String {
    Identifier.escaped(Identifier.free(SwiftName.member(field.name.text), besides: ["body", "reader", "bytes"]))
  }

  // MARK: The type

  /// ```swift
  /// guard [0x01, 0x02].contains(try body.readInteger(UInt8.self, "type") as Int64) else { throw body.unknownType() }
  /// ```
  private func checkingType(_ frame: FrameSpec) -> [Code] {
    switch frame.content {
    case .scalar(let codec, _): return checkingType(codec)
    case .natural: return checkingType(messages[0].wireNumber == nil ? .text : .natural(for: .int) ?? .text)
    case .packed(let items):
      let place = items.firstIndex { isType($0) } ?? 0
      return items[..<place].flatMap(stepping) + checkingType(items[place].codec)
    case .json(let tree): return checkingType(tree)
    case .msgpack(let tree): return checkingType(tree).readingMessagePack
    case .empty: return []
    }
  }

  private func checkingType(_ tree: TreeTemplateSpec) -> [Code] {
    let steps = steps(to: tree, find: .type) ?? []
    return [.closure("try body.peekJSON", parameters: "reader, bytes throws(JSONFault)", steps + checkingToken())]
  }

  private func checkingType(_ codec: ScalarCodec) -> [Code] {
    if case .integer(_, _, let isLittleEndian) = codec {
      let order = isLittleEndian ? ", .littleEndian" : ""
      let type = "try body.readInteger(\(ScalarCode.integer(of: codec)).self, \"type\"\(order)) as Int64"
      return [.statement("guard [\(numbers)].contains(\(type)) else", "throw body.unknownType()")]
    }
    let length = codec.isLengthPrefixed ? "length: \(ScalarCode.integer(of: codec)).self" : ""
    return [
      .line("let type = try body.readToken(\(length))"),
      .statement("guard \(isOneOf { "body.matches(type, \($0))" }) else", "throw body.unknownType()"),
    ]
  }

  private func checkingToken() -> [Code] {
    let failure = "throw JSONFault(.unknownMessageType, at: "
    if messages.allSatisfy({ $0.wireNumber != nil }) {
      let type = "try reader.readInt(as: Int64.self, in: bytes)"
      return [
        .line("let start = reader.offset"),
        .statement("guard [\(numbers)].contains(\(type)) else", "\(failure)start)"),
      ]
    }
    return [
      .line("let type = try reader.readToken(in: bytes)"),
      .statement("guard \(isOneOf { "type.matches(\($0), in: bytes)" }) else", "\(failure)type.offset)"),
    ]
  }

  private var numbers: String { messages.map(number).joined(separator: ", ") }

  private func isOneOf(_ comparison: (String) -> String) -> String {
    messages.map { comparison(SwiftLiteral.string($0.wireType)) }.joined(separator: " || ")
  }
}

extension ScalarTemplateSpec {
  fileprivate var target: TemplateReference.Target? {
    if case .value(let reference) = self { reference.target } else { nil }
  }
}

extension FrameSpec {
  /// How the constants that stand in a tree would be looked at.
  fileprivate var leadingConstants: [String] {
    switch content {
    case .json(let tree), .msgpack(let tree):
      tree.constants.map { "expecting: \(SwiftLiteral.string($0.json))" }
    case .scalar, .natural, .packed, .empty: []
    }
  }
}

extension TreeTemplateSpec {
  fileprivate var constants: [ValueSpec] {
    switch self {
    case .constant(let value): [value]
    case .value: []
    case .list(let items):
      items.flatMap { if case .element(let tree) = $0 { tree.constants } else { [ValueSpec]() } }
    case .object(let members):
      members.flatMap { if case .member(_, let tree) = $0 { tree.constants } else { [ValueSpec]() } }
    }
  }
}
