import SpecModel

// What is read by calls, in a protocol of many messages: a call tells which field comes, and another reads it.

extension FieldCodec {
  /// Whether its fields are read by calls. What is rarer has the code of all other protocols.
  var usesCalls: Bool {
    mayUseCalls && names.isLarge && !names.borrowsTexts && notesFields && unknown == .refuse && !isTagged
      && !fields.isEmpty && fields.count < 63 && !fields.contains(where: \.isRest)
  }

  /// What the local of a field holds until that is read, where the reader stores it: `0`, `""`.
  func zero(of field: FieldSpec) -> String? {
    usesCalls && names.absentExpression(of: field, in: .namespace) == nil ? field.type.zero : nil
  }

  /// ```swift
  /// var count: Int = 0
  /// var unit: Unit?
  /// var arguments = ArgumentReader(places: 1, names: "count unit")
  /// while let argument = try arguments.next(from: &reader, in: bytes) {
  ///   switch argument {
  ///   case 0: try reader.read(into: &count, in: bytes)
  ///   default: unit = try Unit(from: &reader, in: bytes)
  ///   }
  /// }
  /// try arguments.require(0b1, from: reader)
  /// guard let unit else { throw reader.missing(argument: "unit") }
  /// self.count = count
  /// self.unit = unit
  /// ```
  func readingArgumentsByCalls(places: Int) -> [Code] {
    let list = nameList(hasType: false)
    return locals() + list.text + [.line("var arguments = ArgumentReader(places: \(places), names: \(list.name))")]
      + loop(over: "argument", reading: fields.map(readingByCall)) + demanding("arguments")
      + assignments(ofEach: .argument)
  }

  /// The same of an object.
  ///
  /// - Parameters:
  ///   - hasType: Whether the message type is among the members, as the last of them.
  ///   - end: What is read behind the object.
  func readingMembersByCalls(hasType: Bool = false, end: [Code] = []) -> [Code] {
    let type = hasType ? [[Code.line("try reader.skipValue(in: bytes)")]] : []
    let list = nameList(hasType: hasType)
    return locals() + list.text + [.line("var members = MemberReader(names: \(list.name))")]
      + loop(over: "member", reading: fields.map(readingByCall) + type) + end + demanding("members")
      + assignments(ofEach: .member)
  }

  /// The names of the fields as one literal: `"count unit"`, or where that is too long
  ///
  /// ```swift
  /// let names: StaticString = """
  ///   count unit …
  ///   scale
  ///   """
  /// ```
  private func nameList(hasType: Bool) -> (text: [Code], name: String) {
    var lines = [""]
    for name in fields.map(\.name.text) + (hasType ? ["type"] : []) {
      if let last = lines.last, !last.isEmpty, last.count + name.count < 60 {
        lines[lines.count - 1] = "\(last) \(name)"
      } else {
        lines.append(name)
      }
    }
    lines.removeFirst()
    if lines.count == 1 { return ([], SwiftLiteral.string(lines[0])) }
    let text = lines.map { "  \($0)" }.joined(separator: "\n")
    return ([.line("let names: StaticString = \"\"\"\n\(text)\n  \"\"\"")], "names")
  }

  private func readingByCall(_ field: FieldSpec) -> [Code] {
    field.constraints.isEmpty && field.type.hasCalls
      ? [.line("try reader.read(into: &\(local(field)), in: bytes)")] : reading(field, into: local(field))
  }

  private func loop(over item: String, reading bodies: [[Code]]) -> [Code] {
    let next = "try \(item)s.next(from: &reader, in: bytes)"
    let cases = bodies.enumerated().map { index, body in
      (label: index == bodies.count - 1 ? "default" : "case \(index)", body: body)
    }
    return [
      cases.count == 1
        ? .block("while \(next) != nil", cases[0].body)
        : .block("while let \(item) = \(next)", [.switching(item, cases)])
    ]
  }

  /// `try arguments.require(0b1, from: reader)`: those whose locals do not tell whether they have come. The others are
  /// demanded where they are put into `self`.
  private func demanding(_ items: String) -> [Code] {
    let required = fields.indices.reduce(UInt64(0)) { zero(of: fields[$1]) == nil ? $0 : $0 | 1 << UInt64($1) }
    if required == 0 { return [] }
    return [.line("try \(items).require(0b\(String(required, radix: 2)), from: reader)")]
  }
}

extension TypeReference {
  /// A value of the types that `JSONReader.read(into:in:)` and `JSONWriter.add` know.
  fileprivate var zero: String? {
    switch self {
    case .bool: "false"
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64: "0"
    case .float, .float32: "0.0"
    case .string: "\"\""
    case .list(.bool), .list(.int), .list(.float), .list(.string): "[]"
    default: nil
    }
  }

  /// Whether the reader and the writer have a call for it that does all.
  var hasCalls: Bool { zero != nil }
}
