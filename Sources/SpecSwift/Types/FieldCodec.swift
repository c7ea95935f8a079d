import SpecModel

/// The code that reads and writes the fields of one message or record.
///
/// Fields are gathered in locals, because they may come in any order, and then moved into `self`.
struct FieldCodec {
  /// The names of the protocol.
  let names: SwiftSpec
  /// The fields, of a message positional ones first.
  let fields: [FieldSpec]
  /// What becomes of members that are not declared.
  var unknown = TypeSpec.UnknownMembers.refuse
  /// Whether the object may have a tag beside them: a record in a union.
  var isTagged = false
  /// Whether a field could come twice, so that it is noted which have come.
  var notesFields = true
  /// Whether its code may be that of a large protocol.
  var mayUseCalls = false

  // MARK: Reading

  /// The local of a field; the initializer's own names are taken.
  func local(_ field: FieldSpec) -> String {
    let own =
      ["reader", "bytes", "given", "more", "members", "value", "body"]
      + (usesCalls ? ["arguments", "argument", "member", "names"] : []) + (isTagged ? ["tag"] : [])
    return Identifier.escaped(Identifier.free(SwiftName.member(field.name.text), besides: own))
  }

  /// ```swift
  /// var x: Double?
  /// var y = 0.0
  /// var given = GivenFields()
  /// ```
  func locals() -> [Code] {
    fields.map { field in
      let type = names.spelling(of: field.type, in: .namespace)
      if let value = names.absentExpression(of: field, in: .namespace) {
        return value == "nil"
          ? .line("var \(local(field)): \(type)") : .assignment("var \(local(field)): \(type)", value)
      }
      if let zero = zero(of: field) { return .line("var \(local(field)): \(type) = \(zero)") }
      return .line("var \(local(field)): \(type)?")
    } + (notesFields && !usesCalls ? [ObjectReading.noting(fields.count + 1, in: "given")] : [])
  }

  /// What a field is to its message.
  enum Kind: String {
    case argument, member
  }

  /// ```swift
  /// guard let x else { throw reader.missing(member: "x") }
  /// guard let y else { throw reader.missing(member: "y") }
  /// self.x = x
  /// self.y = y
  /// ```
  func assignments(ofEach kind: Kind) -> [Code] {
    fields.indices.filter {
      names.absentExpression(of: fields[$0], in: .namespace) == nil && zero(of: fields[$0]) == nil
    }
    .map { index in
      .statement("guard let \(local(fields[index])) else", "throw reader.missing(\(kind): \(key(index)))")
    } + settingSelf()
  }

  /// The fields of `self` are set only when nothing can fail any more: of a value that could be given up half made, the
  /// compiler makes a copy when it is whole.
  func settingSelf() -> [Code] { fields.map { .line("self.\(SwiftSpec.member($0.name)) = \(local($0))") } }

  /// ```swift
  /// var more = try reader.beginArguments(in: bytes)
  /// if more {
  ///   count = try reader.readInt(as: Int.self, in: bytes)
  ///   given.insert(0)
  ///   more = try reader.argumentFollows(in: bytes)
  /// }
  /// if more { throw JSONFault(.tooManyArguments, at: reader.offset) }
  /// ```
  ///
  /// What `rest...` collects is read to the end:
  ///
  /// ```swift
  /// while more {
  ///   rest.append(try reader.readString(in: bytes))
  ///   more = try reader.elementFollows(in: bytes)
  /// }
  /// ```
  ///
  /// - Parameter isClosing: Whether the end of the array is read here; else `more` tells whether it is still to be read.
  func readingPositional(_ indices: Range<Int>, isClosing: Bool = true) -> [Code] {
    var hasRest = false
    let codes =
      indices.map { index -> Code in
        guard fields[index].isRest, case .list(let element) = fields[index].type else {
          let isLast = index == indices.last && !isClosing
          let next = isLast ? [] : [Code.line("more = try reader.argumentFollows(in: bytes)")]
          return .block("if more", readingField(index) + next)
        }
        hasRest = true
        return .block(
          "while more",
          names.appending(element, to: local(fields[index])) + [.line("more = try reader.elementFollows(in: bytes)")])
      } + (hasRestByName(indices) ? indices.filter { fields[$0].isRest }.map { .line("given.insert(\($0))") } : [])
    if hasRest || !isClosing { return codes }
    return codes + [.line("if more { throw JSONFault(.tooManyArguments, at: reader.offset) }")]
  }

  /// Whether what `rest...` collects could come by name as well, which is refused: as in Python, it only has places.
  private func hasRestByName(_ indices: Range<Int>) -> Bool { notesFields && indices.contains { fields[$0].isRest } }

  private func readingField(_ index: Int) -> [Code] {
    reading(fields[index], into: local(fields[index])) + (notesFields ? [.line("given.insert(\(index))")] : [])
  }

  /// The members of an object whose beginning has been read, `more` telling whether there is one: first in the
  /// order in which our own writer puts them, then in any other.
  ///
  /// ```swift
  /// inOrder: do {
  ///   guard more, reader.consumeKey("x", in: bytes) else { break inOrder }
  ///   x = try reader.readDouble(in: bytes)
  ///   given.insert(0)
  ///   more = try reader.memberFollows(in: bytes)
  /// }
  /// while more {
  ///   switch try reader.readField(of: Self.fieldNames, noting: &given, in: bytes) {
  ///   case 0: x = try reader.readDouble(in: bytes)
  ///   default: y = try reader.readDouble(in: bytes)
  ///   }
  ///   more = try reader.memberFollows(in: bytes)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - expected: The fields that our own writer puts here.
  ///   - twice: What is wrong with a second value, where that is not a duplicate key.
  ///   - hasType: Whether the message type is among the members, as the last of `fieldNames`.
  func readingMembers(expected: Range<Int>, twice: String? = nil, hasType: Bool = false) -> [Code] {
    let skipping = Code.line("try reader.skipValue(in: bytes)")
    var object = ObjectReading(given: "given", names: "fieldNames", twice: twice)
    object.members = fields.map(member)
    object.guesses = Array(expected)
    if hasType {
      object.guesses.insert(fields.count, at: 0)
      object.members.append(.init(key: "\"type\"", body: [skipping]))
    }
    switch unknown {
    case .refuse: break
    case .ignore: object.unknown = .line("try reader.skipMember(in: bytes)")
    case .keep: object.unknown = .line("try reader.readMember(into: &\(unknownName), in: bytes)")
    }
    object.hasTag = isTagged
    return object.codes()
  }

  /// A field as the member of an object.
  func member(_ field: FieldSpec) -> ObjectReading.Member {
    .init(
      key: SwiftLiteral.string(field.name.text), body: reading(field, into: local(field)), call: calling(field),
      isOptional: field.mayBeAbsent)
  }

  /// `count = try reader.read(Int.self, in: bytes)`, where the reader has the same in line, too.
  private func calling(_ field: FieldSpec) -> [Code]? {
    switch field.type {
    case _ where !field.constraints.isEmpty: return nil
    case .bool, .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64:
      let type = names.spelling(of: field.type, in: .namespace)
      return [.line("\(local(field)) = try reader.read(\(type).self, in: bytes)")]
    default: return nil
    }
  }

  /// The property and the local of members that are not declared and kept.
  var unknownName: String { Identifier.free("unknown", besides: fields.map { SwiftName.member($0.name.text) }) }

  /// ```swift
  /// private static let fieldNames: FieldNames = ["x", "y"]
  /// ```
  func fieldNames(hasType: Bool = false) -> [Code] {
    let names = fields.indices.map(key) + (hasType ? ["\"type\""] : [])
    if (names.isEmpty && !isTagged) || !notesFields || usesCalls { return [] }
    return [.blank, .array("private static let fieldNames: FieldNames", names)]
  }

  func key(_ index: Int) -> String { SwiftLiteral.string(fields[index].name.text) }

  /// A whole object, for a record and the data of a pair.
  func readingObject() -> [Code] {
    if fields.isEmpty, unknown == .refuse, !isTagged {
      return [
        .line("if try reader.beginObject(in: bytes) { throw JSONFault(.unknownMember, at: reader.offset) }")
      ]
    }
    let kept = unknown == .keep ? [Code.line("var \(unknownName): [String: JSONValue] = [:]")] : []
    let keeping = unknown == .keep ? [Code.line("self.\(unknownName) = \(unknownName)")] : []
    if usesCalls { return readingMembersByCalls() }
    // Of no fields none is noted.
    let locals = fields.isEmpty && !isTagged ? [] : locals()
    return locals + kept + [.line("var more = try reader.beginObject(in: bytes)")]
      + readingMembers(expected: fields.indices) + assignments(ofEach: .member) + keeping
  }

  // MARK: Writing

  /// Values one after the other, with commas: `5,6`.
  func writingValues(_ fields: some Collection<FieldSpec>, to json: String) -> [JSONPiece] {
    var pieces: [JSONPiece] = []
    for (index, field) in fields.enumerated() {
      if field.isRest, case .list(let element) = field.type {
        pieces.append(
          .code(
            .block(
              "for element in \(value(field))",
              [.line("\(json).comma()")] + names.writing(element, "element", to: json).statements(writingTo: json))))
        continue
      }
      if index > 0 { pieces.append(.raw(",")) }
      pieces += names.writing(field.type, value(field), to: json)
    }
    return pieces
  }

  /// Members one after the other, with commas, those that are nil left out: `"x":1.0,"y":2.0`.
  ///
  /// ```swift
  /// json.raw("\"x\":")
  /// try json.write(x)
  /// if let label {
  ///   json.raw(",\"label\":")
  ///   json.write(label)
  /// }
  /// ```
  ///
  /// - Parameter hasBefore: Whether the object has a member already; nil where that is known only when it runs.
  func writingMembers(
    _ fields: some Collection<FieldSpec>, to json: String, hasBefore: Bool? = false
  ) -> [JSONPiece] {
    var pieces: [JSONPiece] = []
    var isBehindMember = hasBefore
    for field in fields {
      let key = JSONLiteral.string(field.name.text) + ":"
      var member: [JSONPiece] =
        switch isBehindMember {
        case true?: [.raw("," + key)]
        case false?: [.raw(key)]
        case nil: [.code(.line("\(json).comma()")), .raw(key)]
        }
      guard case .optional(let wrapped) = field.type else {
        pieces += member + names.writing(field.type, value(field), to: json)
        isBehindMember = true
        continue
      }
      // A property that hides one of the function's own names is bound to another.
      let own = Identifier.free(SwiftName.member(field.name.text), besides: ["writer", "json"])
      let name = Identifier.escaped(own)
      member += names.writing(wrapped, name, to: json)
      let binding = name == value(field) ? "if let \(name)" : "if let \(name) = \(value(field))"
      pieces.append(.code(.block(binding, member.statements(writingTo: json, byCalls: mayUseCalls && names.isLarge))))
      if isBehindMember == false { isBehindMember = nil }
    }
    return pieces
  }

  /// `{"x":1.0,"y":2.0}`
  func writingObject(to json: String) -> [JSONPiece] {
    [.raw("{")] + writingMembers(fields, to: json) + [.raw("}")]
  }

  /// A field's value: its property, or with `self.` where a parameter has the same name.
  func value(_ field: FieldSpec) -> String {
    let name = SwiftSpec.member(field.name)
    return ["writer", "json"].contains(name) ? "self.\(name)" : name
  }
}
