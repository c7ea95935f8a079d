import SpecModel

extension LayoutCodec {
  /// The statements of `init(body:)`.
  ///
  /// ```swift
  /// try body.expect(frames: 3)
  /// try body.constant("MDPW01")
  /// try body.endFrame()
  /// try body.type(0x01 as UInt8)
  /// try body.endFrame()
  /// self.service = try body.readText("service")
  /// try body.endFrame()
  /// ```
  ///
  /// Where the layout has a signature, it is checked before anything is read but the constants in front.
  func reading() -> [Code] {
    [expectation]
      + layout.frames.indices.flatMap { index in
        (signature?.checkedAt == index ? [Code.line("try body.verify(Self.signing)")] : []) + reading(index)
      }
  }

  private static let end = Code.line("try body.endFrame()")

  private func reading(_ index: Int) -> [Code] {
    let frame = layout.frames[index]
    let behind = framesBehind(index)
    switch frame.content {
    case .empty: return [.line("try body.empty()"), LayoutCodec.end]
    case .scalar(let codec, let template):
      guard frame.isSpread, case .value(let reference) = template else {
        return reading(codec, template) + [LayoutCodec.end]
      }
      return field(of: reference).map { readingFrames(of: $0, codec, before: behind) } ?? []
    case .packed(let items):
      return items.flatMap { item -> [Code] in
        guard item.isSpread, case .value(let reference) = item.template else {
          return reading(item.codec, item.template)
        }
        return readingItems(of: reference, item.codec)
      } + [LayoutCodec.end]
    case .natural(let reference): return readingNatural(reference, isSpread: frame.isSpread, before: behind)
    case .json(let tree): return readingTree(tree)
    case .msgpack(let tree): return readingTree(tree).readingMessagePack
    }
  }

  // MARK: Scalars

  private func reading(_ codec: ScalarCodec, _ template: ScalarTemplateSpec) -> [Code] {
    switch template {
    case .constant(let value, let text):
      return [.line("try body.constant(\(ScalarCode.arguments(of: codec, value.content, text: text)))")]
    case .value(let reference):
      if target(of: reference) == .type { return [.line("try body.type(\(typeArguments(codec)))")] }
      return field(of: reference).map { reading($0, codec) } ?? []
    }
  }

  /// The message type as an argument: `"READY"`, `0x01 as UInt8`.
  func typeArguments(_ codec: ScalarCodec) -> String {
    let content: ValueSpec.Content = message.wireNumber.map { .int($0) } ?? .string(message.wireType)
    return ScalarCode.arguments(of: codec, content, text: message.wireType)
  }

  /// `self.service = try body.readText("service")`, and what the field keeps to.
  private func reading(_ field: FieldSpec, _ codec: ScalarCodec?) -> [Code] {
    let target = "self.\(SwiftSpec.member(field.name))"
    if field.type == .empty { return [.line("try body.empty()"), .line("\(target) = Empty()")] }
    return [.group(prefixed("\(target) = try ", readingValue(of: field.type, codec, field)))] + checking(field, codec)
  }

  /// The call that reads one value: of the field, or of its list.
  private func readingValue(of type: TypeReference, _ codec: ScalarCodec?, _ field: FieldSpec) -> [Code] {
    let name = field.name.text
    if let codec, let call = ScalarCode(names: names, codec: codec, type: type).reading(name) { return [.line(call)] }
    let isWhole = type == field.type
    let body =
      isWhole && !field.constraints.isEmpty
      ? [Code.line("try Self.\(ConstraintCode(names: names, field: field).readName)(from: &reader, in: bytes)")]
      : names.reading(type)
    let naming = "naming: [([], \(SwiftLiteral.string(name)))]"
    return [.closure("body.readJSON(\(naming))", parameters: "reader, bytes throws(JSONFault)", body)]
  }

  /// Puts the beginning of a statement in front of a call.
  private func prefixed(_ prefix: String, _ codes: [Code]) -> [Code] {
    switch codes.first {
    case .line(let text)?: [.line(prefix + text)]
    case .closures(let closures)?:
      [
        .closures(
          [(prefix + closures[0].head, closures[0].parameters, closures[0].body)] + closures.dropFirst())
      ]
    default: codes
    }
  }

  /// A scalar is checked where it is read; JSON by the function that reads it.
  private func checking(_ field: FieldSpec, _ codec: ScalarCodec?) -> [Code] {
    guard let codec, ScalarCode(names: names, codec: codec, type: field.type).reading("") != nil else { return [] }
    return rules(field)
  }

  private func rules(_ field: FieldSpec) -> [Code] {
    let value = "self.\(SwiftSpec.member(field.name))"
    return ConstraintCode(names: names, field: field).rules.map { rule in
      .block(
        "guard \(rule.condition(value)) else",
        [
          .call(
            "throw body.refusal(",
            [
              ".\(rule.wireReason)", SwiftLiteral.string(field.name.text),
              "expected: \(SwiftLiteral.string(rule.expectation))", "found: \(rule.shown(value))",
            ])
        ])
    }
  }

  // MARK: Lists

  /// ```swift
  /// self.attachments = try body.readFrames(before: 0) { body throws(WireError) in
  ///   try body.readBytes("attachments")
  /// }
  /// ```
  private func readingFrames(of field: FieldSpec, _ codec: ScalarCodec?, before behind: Int) -> [Code] {
    readingList("body.readFrames(before: \(behind))", field, codec)
  }

  private func readingItems(of reference: TemplateReference, _ codec: ScalarCodec) -> [Code] {
    if target(of: reference) == .args { return positional.flatMap { reading($0, codec) } }
    return field(of: reference).map { readingList("body.readItems", $0, codec) } ?? []
  }

  private func readingList(_ head: String, _ field: FieldSpec, _ codec: ScalarCodec?) -> [Code] {
    guard case .list(let element) = field.type else { return [] }
    let call = prefixed("try ", readingValue(of: element, codec ?? .natural(for: element), field))
    return [
      .closure("self.\(SwiftSpec.member(field.name)) = try \(head)", parameters: "body throws(WireError)", call)
    ] + rules(field)
  }

  // MARK: Natural codecs

  private func readingNatural(_ reference: TemplateReference, isSpread: Bool, before behind: Int) -> [Code] {
    if target(of: reference) == .args, isSpread { return readingArguments(before: behind) }
    if target(of: reference) == .type {
      let codec: ScalarCodec = message.wireNumber == nil ? .text : .natural(for: .int) ?? .text
      return [.line("try body.type(\(typeArguments(codec)))"), LayoutCodec.end]
    }
    guard let field = field(of: reference) else { return readingTree(.value(reference)) }
    if isSpread { return readingFrames(of: field, nil, before: behind) }
    return reading(field, .natural(for: field.type)) + [LayoutCodec.end]
  }

  /// A frame for each argument; what may be absent may be missing at the end.
  ///
  /// ```swift
  /// self.priority = 5
  /// if body.hasFrame(before: 0) {
  ///   self.priority = try body.readInteger(Int64.self, "priority")
  ///   try body.endFrame()
  /// }
  /// ```
  private func readingArguments(before behind: Int) -> [Code] {
    positional.flatMap { field -> [Code] in
      if field.isRest { return readingFrames(of: field, nil, before: behind) }
      let codes = reading(field, .natural(for: field.type)) + [LayoutCodec.end]
      guard let value = names.absentExpression(of: field, in: .namespace) else { return codes }
      return [
        .line("self.\(SwiftSpec.member(field.name)) = \(value)"),
        .block("if body.hasFrame(before: \(behind))", codes),
      ]
    }
  }

  // MARK: Trees

  /// ```swift
  /// (self.id, self.count) = try body.readJSON(naming: Self.places) {
  ///   reader, bytes throws(JSONFault) -> (Int, Int) in
  ///   …
  ///   return (id, try reader.required(argument: "count", count))
  /// }
  /// try body.endFrame()
  /// ```
  private func readingTree(_ tree: TreeTemplateSpec) -> [Code] {
    var reading = treeReading(tree)
    let body = reading.statements(of: tree)
    let values = reading.results.map(\.value)
    let result: Code = values.count == 1 ? .line("return \(values[0])") : .declaration("return (", values)
    let naming = TreePaths(codec: self, tree: tree).pairs.isEmpty ? "" : "(naming: Self.\(placesName(tree)))"
    return [
      .results(
        reading.results.map { "self.\(SwiftSpec.member($0.field.name))" }, of: "try body.readJSON\(naming)",
        parameters: "reader, bytes throws(JSONFault)",
        types: reading.results.map { names.spelling(of: $0.field.type, in: .namespace) },
        body: body + (values.isEmpty ? [] : [result])),
      LayoutCodec.end,
    ]
  }

  private func treeReading(_ tree: TreeTemplateSpec) -> TreeReading {
    TreeReading(codec: self, behind: trees.prefix { $0 != tree }.reduce(0) { $0 + $1.objectCount })
  }

  /// Every tree of the layout, and what stands for one: `$kwargs` as a frame of its own.
  private var trees: [TreeTemplateSpec] {
    layout.frames.compactMap { frame in
      switch frame.content {
      case .json(let tree), .msgpack(let tree): return tree
      case .natural(let reference)
      where field(of: reference) == nil && target(of: reference) != .type && !frame.isSpread:
        return .value(reference)
      default: return nil
      }
    }
  }

  /// The constant that says what the places of a tree are called: `places`, of the next tree `places2`.
  private func placesName(_ tree: TreeTemplateSpec) -> String {
    let index = trees.firstIndex(of: tree) ?? 0
    return index == 0 ? "places" : "places\(index + 1)"
  }

  /// The constants that the trees need: the keys of their objects, and what an error calls their places.
  func keys() -> [Code] {
    trees.flatMap { tree -> [Code] in
      var reading = treeReading(tree)
      _ = reading.statements(of: tree)
      let pairs = TreePaths(codec: self, tree: tree).pairs
      if pairs.isEmpty { return reading.constants }
      let head = "private static let \(placesName(tree)): [(path: JSONPath, name: String)]"
      return reading.constants + [.blank, .array(head, pairs)]
    }
  }
}
