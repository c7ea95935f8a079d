import SpecModel

/// The statements that look for messages whose layouts begin alike, up to what tells which one it is.
///
/// ```swift
/// try body.expect(frames: 2...)
/// try body.constant("MDPW01")
/// try body.endFrame()
/// switch try body.readInteger(UInt8.self, "type") as Int64 {
/// case 0x01: return .ready
/// case 0x02: return .request
/// default: throw body.unknownType()
/// }
/// ```
///
/// What tells is the message type; without one, a field that every message fixes; without that, the number of frames.
struct LayoutProbe {
  let process: ProcessEmitter
  let layout: LayoutSpec
  private(set) var codecs: [LayoutCodec]
  /// One of the messages, whose layout they all have.
  private let example: MessageID?

  init(process: ProcessEmitter, layout: LayoutSpec, messages: [MessageID]) {
    self.process = process
    self.layout = layout
    example = messages.first
    codecs = messages.map { LayoutCodec(names: process.names, message: process.spec[$0], layout: layout) }
  }

  /// Takes the messages of another layout in, if they are told apart by the same type in the same place, behind the
  /// same constants; false if they are not.
  mutating func merge(_ other: LayoutProbe) -> Bool {
    guard let mine = way, let theirs = other.way, mine.text == theirs.text,
      Set(messages.map(\.wireType)).isDisjoint(with: other.messages.map(\.wireType))
    else { return false }
    codecs += other.codecs
    return true
  }

  /// Whether something in the layout is always the same, or is the type: what has neither is looked for last.
  var hasMark: Bool {
    typeFrame != nil || fixedFrame != nil || certainFrames.contains { constantCheck(layout(at: 0).frames[$0]) != nil }
  }

  func statements() -> [Code] {
    if let way { return [expectation] + way.frames + byType(layout.frames[way.frame], behind: way.inside) }
    var walk = constants(in: certainFrames.filter { $0 != fixedFrame })
    guard let fixedFrame else { return [expectation] + walk.codes + byCount(codecs) }
    walk.go(to: fixedFrame)
    return [expectation] + walk.codes + byFixedField(fixedFrame)
  }

  /// The way to the type.
  private struct Way {
    /// The frame in which it stands.
    let frame: Int
    /// What is looked at in the frames before.
    let frames: [Code]
    /// What is passed within the frame.
    let inside: [Code]

    /// What makes two ways the same.
    var text: String { CodePrinter.text(of: frames + [.line("\(frame)")] + inside) }
  }

  /// The way to the type; nil where the layout has none.
  private var way: Way? {
    guard let typeFrame else { return nil }
    var walk = constants(in: Array(0..<typeFrame))
    walk.go(to: typeFrame)
    let inside: [Code]
    switch layout.frames[typeFrame].content {
    case .packed(let items): inside = items[..<(items.firstIndex { isType($0) } ?? 0)].flatMap(stepping)
    case .json(let tree), .msgpack(let tree): inside = steps(to: tree, find: .type) ?? []
    case .scalar, .natural, .empty: inside = []
    }
    return Way(frame: typeFrame, frames: walk.codes, inside: inside)
  }

  /// Looks at what is always the same in some frames; where the layout has a signature, at nothing but plain constants
  /// before that is checked.
  func constants(in frames: [Int]) -> Walk {
    var walk = Walk()
    for index in frames where isAlike(index) {
      guard let check = constantCheck(layout(at: 0).frames[index]) else { continue }
      if !layout.frames[index].isPlainConstant { walk.verify(verification) }
      walk.add(check, at: index, of: layout.frames[index])
    }
    walk.verify(verification)
    return walk
  }

  /// `try body.verify(Execute.signing)`, where the layout has a signature.
  private var verification: Code? {
    guard let example, codecs.first?.signature != nil else { return nil }
    return .line("try body.verify(\(process.names.type(of: example, in: process.scope)).signing)")
  }

  /// Statements that look at frames, each at its place.
  struct Walk {
    var codes: [Code] = []
    /// The frame at whose beginning the cursor is; nil where it is within one.
    private var place: Int? = 0
    private var isVerified = false

    mutating func add(_ check: [Code], at index: Int, of frame: FrameSpec) {
      go(to: index)
      codes += check
      switch frame.content {
      case .json, .msgpack: place = index
      case .packed: place = nil
      case .scalar, .natural, .empty: place = index + 1
      }
    }

    mutating func go(to index: Int) {
      if place != index { codes.append(.line("body.go(to: \(index))")) }
      place = index
    }

    mutating func verify(_ statement: Code?) {
      if let statement, !isVerified { codes.append(statement) }
      isVerified = true
    }
  }

  // MARK: Frames

  var messages: [MessageSpec] { codecs.map(\.message) }
  /// The layout with the constants of one message.
  func layout(at index: Int) -> LayoutSpec { codecs[index].layout }

  /// Behind a frame that may be there several times, no place is certain.
  var certainFrames: Range<Int> {
    0..<(layout.frames.firstIndex { $0.isSpread } ?? layout.frames.count)
  }

  var typeFrame: Int? { certainFrames.first { holdsType(layout.frames[$0]) } }

  /// Whether a frame has the same constants in all messages.
  func isAlike(_ index: Int) -> Bool {
    codecs.allSatisfy { index < $0.layout.frames.count && $0.layout.frames[index] == layout(at: 0).frames[index] }
  }

  /// The frame that is a different constant in every message.
  private var fixedFrame: Int? {
    guard codecs.count > 1 else { return nil }
    return certainFrames.first { index in
      guard case .scalar(_, .constant) = layout(at: 0).frames[index].content else { return false }
      return !isAlike(index)
    }
  }

  /// The number of frames that any of the messages may have.
  var expectation: Code {
    let counts = codecs.map(\.frameCounts)
    let minimum = counts.map(\.minimum).min() ?? 0
    if counts.contains(where: { $0.maximum == nil }) {
      return minimum == 0 ? .group([]) : .line("try body.expect(frames: \(minimum)...)")
    }
    let maximum = counts.compactMap(\.maximum).max() ?? 0
    return .line("try body.expect(frames: \(minimum == maximum ? "\(minimum)" : "\(minimum)...\(maximum)"))")
  }

  // MARK: Constants

  private func isType(_ reference: TemplateReference) -> Bool { codecs[0].target(of: reference) == .type }

  private func holdsType(_ frame: FrameSpec) -> Bool {
    switch frame.content {
    case .json(let tree), .msgpack(let tree): return tree.references.contains(where: isType)
    case .scalar(_, .value(let reference)), .natural(let reference): return isType(reference)
    case .packed(let items): return items.contains { isType($0) }
    case .scalar(_, .constant), .empty: return false
    }
  }

  func isType(_ item: PackedItemSpec) -> Bool {
    if case .value(let reference) = item.template { isType(reference) } else { false }
  }

  /// The statements that look at a frame without type; nil where all of it is values.
  func constantCheck(_ frame: FrameSpec) -> [Code]? {
    switch frame.content {
    case .empty: return [.line("try body.empty()"), .line("try body.endFrame()")]
    case .scalar(let codec, .constant(let value, let text)):
      return [
        .line("try body.constant(\(ScalarCode.arguments(of: codec, value.content, text: text)))"),
        .line("try body.endFrame()"),
      ]
    case .json(let tree): return peeking(tree)
    case .msgpack(let tree): return peeking(tree)?.readingMessagePack
    case .packed(let items):
      guard let last = items.lastIndex(where: { if case .constant = $0.template { true } else { false } }) else {
        return nil
      }
      return items[...last].flatMap(stepping)
    case .scalar, .natural: return nil
    }
  }

  private func peeking(_ tree: TreeTemplateSpec) -> [Code]? {
    if tree.leadingConstants == 0 { return nil }
    let steps = steps(to: tree, find: .constants) ?? []
    return [.closure("try body.peekJSON", parameters: "reader, bytes throws(JSONFault)", steps)]
  }

  /// The statement that passes a packed item.
  func stepping(_ item: PackedItemSpec) -> [Code] {
    if case .constant(let value, let text) = item.template {
      return [.line("try body.constant(\(ScalarCode.arguments(of: item.codec, value.content, text: text)))")]
    }
    switch item.codec {
    case .integer: return [.line("try body.skip(\(ScalarCode.integer(of: item.codec)).self)")]
    case .lengthPrefixedText, .lengthPrefixedBytes:
      return [.line("try body.skip(length: \(ScalarCode.integer(of: item.codec)).self)")]
    case .strings: return [.line("try body.skipStrings()")]
    case .dictionary: return [.line("try body.skipDictionary()")]
    case .text, .bytes: return []
    }
  }

  // MARK: Types

  private func name(_ message: MessageSpec) -> String { SwiftSpec.member(message.name) }

  private func byType(_ frame: FrameSpec, behind steps: [Code]) -> [Code] {
    switch frame.content {
    case .scalar(let codec, _): return byScalar(codec)
    case .natural: return byScalar(messages[0].wireNumber == nil ? .text : .natural(for: .int) ?? .text)
    case .packed(let items): return steps + byScalar(items[items.firstIndex { isType($0) } ?? 0].codec)
    case .json: return byToken(behind: steps)
    case .msgpack: return byToken(behind: steps).readingMessagePack
    case .empty: return byCount(codecs)
    }
  }

  private func byScalar(_ codec: ScalarCodec) -> [Code] {
    if case .integer(_, _, let isLittleEndian) = codec {
      let order = isLittleEndian ? ", .littleEndian" : ""
      return [
        .switching(
          "try body.readInteger(\(ScalarCode.integer(of: codec)).self, \"type\"\(order)) as Int64",
          groups(codecs) { number($0.message) }.map { number, codecs -> (label: String, body: [Code]) in
            ("case \(number)", decided(codecs))
          } + [("default", [.line("throw body.unknownType()")])])
      ]
    }
    let hasLength = codec.isLengthPrefixed
    return [.line("let type = try body.readToken(\(hasLength ? "length: \(ScalarCode.integer(of: codec)).self" : ""))")]
      + process.comparing(
        messages, matching: { "body.matches(type, \($0))" }, fingerprint: "body.fingerprint(of: type)")
      + [.line("throw body.unknownType()")]
  }

  /// The number that is a message's type, in the base in which the file writes it.
  func number(_ message: MessageSpec) -> String {
    message.wireType.hasPrefix("0x") ? message.wireType : "\(message.wireNumber ?? 0)"
  }

  /// A field that every message fixes tells them apart as a type does.
  private func byFixedField(_ index: Int) -> [Code] {
    var codes: [Code] = []
    for (arguments, codecs) in groups(codecs, by: { fixedConstant($0.layout.frames[index]) }) {
      let condition = "body.isConstant(\(arguments))"
      codes.append(.block("if \(condition)", decided(codecs)))
    }
    return codes + [.line("throw body.unknownType()")]
  }

  private func fixedConstant(_ frame: FrameSpec) -> String {
    guard case .scalar(let codec, .constant(let value, let text)) = frame.content else { return "\"\"" }
    return ScalarCode.arguments(of: codec, value.content, text: text)
  }

  /// What several messages have in common decides; between those the number of frames.
  private func decided(_ codecs: [LayoutCodec]) -> [Code] {
    codecs.count == 1 ? [.line("return .\(name(codecs[0].message))")] : byCount(codecs)
  }

  private func groups(
    _ codecs: [LayoutCodec], by key: (LayoutCodec) -> String
  ) -> [(key: String, codecs: [LayoutCodec])] {
    var groups: [(key: String, codecs: [LayoutCodec])] = []
    for codec in codecs {
      let key = key(codec)
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].codecs.append(codec)
      } else {
        groups.append((key, [codec]))
      }
    }
    return groups
  }

  private func byToken(behind steps: [Code]) -> [Code] {
    let head = "reader, bytes throws(JSONFault) -> Received"
    return [.closure("return try body.peekJSON", parameters: head, steps + byToken())]
  }

  private func byToken() -> [Code] {
    if messages.allSatisfy({ $0.wireNumber != nil }) {
      return [
        .line("let start = reader.offset"),
        .switching(
          "try reader.readInt(as: Int64.self, in: bytes)",
          messages.map { ("case \($0.wireNumber ?? 0)", [.line("return .\(name($0))")]) }
            + [("default", [.line("throw JSONFault(.unknownMessageType, at: start)")])]),
      ]
    }
    return [.line("let type = try reader.readToken(in: bytes)")] + process.comparing(messages) + [
      .line("throw JSONFault(.unknownMessageType, at: type.offset)")
    ]
  }

  /// Without a type, the number of frames tells; or there is only one message.
  private func byCount(_ codecs: [LayoutCodec]) -> [Code] {
    if codecs.count == 1 { return decided(codecs) }
    var codes: [Code] = []
    for codec in codecs {
      let (minimum, maximum) = codec.frameCounts
      let condition =
        switch maximum {
        case minimum?: "body.frameCount == \(minimum)"
        case let maximum?: "(\(minimum)...\(maximum)).contains(body.frameCount)"
        case nil: "body.frameCount >= \(minimum)"
        }
      codes.append(.line("if \(condition) { return .\(name(codec.message)) }"))
    }
    return codes + [.line("throw body.unknownType()")]
  }

  // MARK: Trees

  /// What is looked for in a tree.
  enum Goal: Equatable {
    case type, constants
    /// A field of the layout, by its place among them.
    case field(Int)
  }

  /// The statements that go to the type, or behind the last constant, and look at the constants on the way; nil where
  /// there is none.
  func steps(to tree: TreeTemplateSpec, find goal: Goal) -> [Code]? {
    switch tree {
    case .value(let reference):
      if case .field(let index) = goal { return reference.target == .field(index) ? [] : nil }
      return goal == .type && isType(reference) ? [] : nil
    case .constant(let value):
      guard goal == .constants else { return nil }
      let label = if case .string = value.content { "string: " } else { "" }
      return [
        .call(
          "try reader.constant(",
          [
            "\(label)\(process.names.json(value))", "expecting: \(SwiftLiteral.string(value.json))", "in: bytes",
          ])
      ]
    case .list(let items): return steps(through: items, find: goal)
    case .object(let members):
      for case .member(let key, let tree) in members {
        guard let inner = steps(to: tree, find: goal) else { continue }
        return [.line("try reader.enterMember(\(SwiftLiteral.string(key.text)), in: bytes)")] + inner
      }
      return nil
    }
  }

  private func steps(through items: [TreeTemplateSpec.Item], find goal: Goal) -> [Code]? {
    var codes: [Code] = []
    let last =
      items.lastIndex { item in
        if case .element(let tree) = item { steps(to: tree, find: goal) != nil } else { false }
      }
    guard let last else { return nil }
    for index in 0...last {
      guard case .element(let tree) = items[index] else { return nil }
      codes.append(.line("try reader.\(index == 0 ? "first" : "next")Element(in: bytes)"))
      if let inner = steps(to: tree, find: goal) {
        codes += inner
      } else if let constant = steps(to: tree, find: .constants) {
        codes += constant
      } else {
        codes.append(.line("try reader.skipValue(in: bytes)"))
      }
    }
    return codes
  }
}

extension TreeTemplateSpec {
  /// How many constants can be looked at from the front.
  fileprivate var leadingConstants: Int {
    switch self {
    case .constant: 1
    case .value: 0
    case .list(let items):
      items.reduce(0) { count, item in
        if case .element(let tree) = item { count + tree.leadingConstants } else { count }
      }
    case .object(let members):
      members.reduce(0) { count, member in
        if case .member(_, let tree) = member { count + tree.leadingConstants } else { count }
      }
    }
  }
}
