import SpecModel

/// The code that reads and writes the body of one message with a built-in layout.
struct MessageCodec {
  let message: MessageSpec
  let layout: BuiltInLayout
  let fields: FieldCodec

  private var positional: Range<Int> { 0..<message.args.count }
  private var keywords: Range<Int> { message.args.count..<message.fields.count }

  // MARK: Reading

  /// The statements of `init(fields:in:)`; the reader stands behind the type, in an object at its beginning.
  func reading() -> [Code] {
    switch layout {
    case .triple: message.fields.isEmpty ? readingEmptyTriple() : readingTriple()
    case .pair: readingPair()
    case .list: readingList()
    case .object: readingObject()
    }
  }

  /// `["stop",[],{}]`
  ///
  /// ```swift
  /// if try reader.beginArguments(in: bytes) { throw JSONFault(.tooManyArguments, at: reader.offset) }
  /// if try reader.beginKeywords(in: bytes) { throw JSONFault(.unknownMember, at: reader.offset) }
  /// try reader.endElements(in: bytes)
  /// ```
  private func readingEmptyTriple() -> [Code] {
    [
      .line("if try reader.beginArguments(in: bytes) { throw JSONFault(.tooManyArguments, at: reader.offset) }"),
      .line("if try reader.beginKeywords(in: bytes) { throw JSONFault(.unknownMember, at: reader.offset) }"),
      .line("try reader.endElements(in: bytes)"),
    ]
  }

  /// `["ping",[5],{"unit":"m"}]`: positional arguments, then arguments by name, positional ones among them.
  ///
  /// ```swift
  /// var more = try reader.beginArguments(in: bytes)
  /// if more {
  ///   count = try reader.readInt(as: Int.self, in: bytes)
  ///   given.insert(0)
  /// }
  ///
  /// more = try reader.beginKeywords(closing: more, in: bytes)
  /// while more { … }
  /// try reader.endElements(in: bytes)
  /// ```
  private func readingTriple() -> [Code] {
    if fields.usesCalls { return fields.readingArgumentsByCalls(places: message.args.count) }
    let isOpen = message.args.last.map { !$0.isRest } ?? false
    return fields.locals() + [
      .blank,
      .line("var more = try reader.beginArguments(in: bytes)"),
    ] + fields.readingPositional(positional, isClosing: !isOpen) + [
      .blank,
      .line("more = try reader.beginKeywords(\(isOpen ? "closing: more, " : "")in: bytes)"),
    ] + fields.readingMembers(expected: keywords, twice: "argumentGivenTwice") + [
      .line("try reader.endElements(in: bytes)"), .blank,
    ] + fields.assignments(ofEach: .argument)
  }

  /// `["stop",null]`, `["ping",5]`, `["move",{"x":1,"y":2}]`
  private func readingPair() -> [Code] {
    let begin = Code.line("try reader.nextElement(in: bytes)")
    let end = Code.line("try reader.endElements(in: bytes)")
    switch message.fields.count {
    case 0:
      return [
        begin,
        .line("guard try reader.consumeNull(in: bytes) else { throw JSONFault(.expectedNull, at: reader.offset) }"),
        end,
      ]
    case 1:
      let field = message.fields[0]
      return [begin] + fields.reading(field, into: "self.\(SwiftSpec.member(field.name))") + [end]
    case _ where fields.usesCalls: return [begin] + fields.readingMembersByCalls(end: [end])
    default:
      return fields.locals() + [
        .blank, begin, .line("var more = try reader.beginObject(in: bytes)"),
      ] + fields.readingMembers(expected: message.fields.indices) + [
        end, .blank,
      ] + fields.assignments(ofEach: .member)
    }
  }

  /// `["ping",5,6]`; what may be absent may be missing at the end.
  ///
  /// ```swift
  /// try reader.nextElement(in: bytes)
  /// let x = try reader.readInt(as: Int.self, in: bytes)
  /// try reader.nextElement(in: bytes)
  /// let y = try reader.readInt(as: Int.self, in: bytes)
  /// try reader.endElements(in: bytes)
  /// self.x = x
  /// self.y = y
  /// ```
  private func readingList() -> [Code] {
    let isFixed = message.args.allSatisfy { !$0.mayBeAbsent }
    if isFixed {
      return message.args.flatMap { field in
        [.line("try reader.nextElement(in: bytes)")] + fields.reading(field, into: "let \(fields.local(field))")
      } + [.line("try reader.endElements(in: bytes)")] + fields.settingSelf()
    }
    return fields.locals() + [.line("var more = try reader.elementFollows(in: bytes)")]
      + fields.readingPositional(positional) + fields.assignments(ofEach: .argument)
  }

  /// `{"type":"ping","count":5}`
  private func readingObject() -> [Code] {
    if fields.usesCalls { return fields.readingMembersByCalls(hasType: true) }
    return fields.locals() + [.line("var more = try reader.beginObject(in: bytes)")]
      + fields.readingMembers(
        expected: message.fields.indices, hasType: true)
      + fields.assignments(ofEach: .member)
  }

  /// The names of the fields, where they are read by name.
  func fieldNames() -> [Code] {
    switch layout {
    case .list: []
    case .pair where message.fields.count < 2: []
    case .triple, .pair: fields.fieldNames()
    case .object: fields.fieldNames(hasType: true)
    }
  }

  // MARK: Writing

  /// The statements of `encode(into:)`.
  func writingFrame() -> [Code] { writing().statements(writingTo: "writer.json") + [.line("writer.endFrame()")] }

  /// ```swift
  /// writer.json.add("[\"ping\",[", count)
  /// writer.endFrame(with: "],{}]")
  /// ```
  func writingFrameByCalls() -> [Code] {
    var pieces = writing()
    var end = ""
    while case .raw(let text)? = pieces.last {
      end = text + end
      pieces.removeLast()
    }
    return pieces.statements(writingTo: "writer.json", byCalls: true)
      + [.call("writer.endFrame(", ["with: \(SwiftLiteral.string(end))"])]
  }

  private func writing() -> [JSONPiece] {
    let type = JSONLiteral.string(message.wireType)
    let json = "writer.json"
    switch layout {
    case .triple:
      return [.raw("[\(type),[")] + fields.writingValues(message.args, to: json) + [.raw("],{")]
        + fields.writingMembers(message.kwargs, to: json) + [.raw("}]")]
    case .pair:
      return [.raw("[\(type),")] + writingData(to: json) + [.raw("]")]
    case .list:
      let comma = message.args.isEmpty ? "" : ","
      return [.raw("[\(type)\(comma)")] + fields.writingValues(message.args, to: json) + [.raw("]")]
    case .object:
      return [.raw("{\"type\":\(type)")] + fields.writingMembers(message.fields, to: json, hasBefore: true)
        + [.raw("}")]
    }
  }

  private func writingData(to json: String) -> [JSONPiece] {
    switch message.fields.count {
    case 0: [.raw("null")]
    case 1: fields.writingValues(message.fields, to: json)
    default: fields.writingObject(to: json)
    }
  }
}
