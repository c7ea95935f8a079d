import SpecModel

/// The code that reads and writes the fields of one message or record.
///
/// Fields are gathered in locals, because they may come in any order, and then moved into `self`.
struct FieldCodec {
  /// The names of the protocol.
  let names: SwiftSpec
  /// The fields, of a message positional ones first.
  let fields: [FieldSpec]
  /// Whether a field could come twice, so that it is noted which have come.
  var notesFields = true

  // MARK: Reading

  /// The local of a field; the initializer's own names are taken.
  private func local(_ field: FieldSpec) -> String {
    let own = ["reader", "bytes", "given", "more"]
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
      if let value = names.defaultExpression(of: field, in: .namespace) {
        return value == "nil"
          ? .line("var \(local(field)): \(type)") : .assignment("var \(local(field)): \(type)", value)
      }
      return .line("var \(local(field)): \(type)?")
    } + (notesFields ? [.line("var given = GivenFields()")] : [])
  }

  /// ```swift
  /// self.x = try reader.required(member: x)
  /// self.y = y
  /// ```
  func assignments(required label: String) -> [Code] {
    fields.map { field in
      let target = "self.\(SwiftSpec.member(field.name))"
      let isThere = names.defaultExpression(of: field, in: .namespace) != nil
      return .line("\(target) = \(isThere ? local(field) : "try reader.required(\(label): \(local(field)))")")
    }
  }

  /// ```swift
  /// var more = try reader.beginArray(in: bytes)
  /// if more {
  ///   count = try reader.readInt(as: Int.self, in: bytes)
  ///   given.insert(0)
  ///   more = try reader.elementFollows(in: bytes)
  /// }
  /// if more { throw JSONFault(.tooManyArguments, at: reader.offset) }
  /// ```
  func readingPositional(_ indices: Range<Int>) -> [Code] {
    indices.map { index in
      .block("if more", readingField(index) + [.line("more = try reader.elementFollows(in: bytes)")])
    } + [.line("if more { throw JSONFault(.tooManyArguments, at: reader.offset) }")]
  }

  private func readingField(_ index: Int) -> [Code] {
    names.reading(fields[index].type, into: local(fields[index]))
      + (notesFields ? [.line("given.insert(\(index))")] : [])
  }

  /// The members of an object whose beginning has been read, `more` telling whether there is one: first in the
  /// order in which our own writer puts them, then in any other.
  ///
  /// ```swift
  /// if more, try reader.key("x", in: bytes) {
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
    var guesses = expected.map { (key: key($0), body: readingField($0)) }
    var readings = fields.map { names.reading($0.type, into: local($0)) }
    if hasType {
      guesses.insert((key: "\"type\"", body: [skipping, .line("given.insert(\(fields.count))")]), at: 0)
      readings.append([skipping])
    }
    let arguments = ["of: Self.fieldNames", "noting: &given"] + [twice.map { "twice: .\($0)" }].compactMap { $0 }
    let readField = "try reader.readField(\((arguments + ["in: bytes"]).joined(separator: ", ")))"
    let reading: [Code] =
      readings.count == 1
      ? [.line("_ = \(readField)")] + readings[0]
      : [
        .switching(
          readField,
          readings.enumerated().map { index, body in
            (label: index == readings.count - 1 ? "default" : "case \(index)", body: body)
          })
      ]
    let next = Code.line("more = try reader.memberFollows(in: bytes)")
    return guesses.map { .block("if more, try reader.key(\($0.key), in: bytes)", $0.body + [next]) } + [
      .block("while more", reading + [next])
    ]
  }

  /// ```swift
  /// private static let fieldNames: [StaticString] = ["x", "y"]
  /// ```
  func fieldNames(hasType: Bool = false) -> [Code] {
    let names = fields.indices.map(key) + (hasType ? ["\"type\""] : [])
    if names.isEmpty || !notesFields { return [] }
    return [.blank, .array("private static let fieldNames: [StaticString]", names)]
  }

  private func key(_ index: Int) -> String { SwiftLiteral.string(fields[index].name.text) }

  /// A whole object, for a record and the data of a pair.
  func readingObject() -> [Code] {
    if fields.isEmpty {
      return [
        .line("if try reader.beginObject(in: bytes) { throw JSONFault(.unknownMember, at: reader.offset) }")
      ]
    }
    return locals() + [.line("var more = try reader.beginObject(in: bytes)")]
      + readingMembers(expected: fields.indices) + assignments(required: "member")
  }

  // MARK: Writing

  /// Values one after the other, with commas: `5,6`.
  func writingValues(_ fields: some Collection<FieldSpec>, to json: String) -> [JSONPiece] {
    var pieces: [JSONPiece] = []
    for (index, field) in fields.enumerated() {
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
  /// - Parameter hasBefore: Whether the object has a member already.
  func writingMembers(_ fields: some Collection<FieldSpec>, to json: String, hasBefore: Bool = false) -> [JSONPiece] {
    var pieces: [JSONPiece] = []
    // Whether there is a member in front: nil where that is known only when it runs.
    var isBehindMember: Bool? = hasBefore
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
      pieces.append(.code(.block(binding, member.statements(writingTo: json))))
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
