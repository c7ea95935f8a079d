import SpecModel

extension SwiftSpec {
  /// The enum or struct of a declared type.
  func declaration(of id: TypeID) -> [Code] {
    let type = spec[id]
    switch type.kind {
    case .enumeration(let cases): return enumeration(type, cases, isPacked: packedTypes.contains(id))
    case .record(let fields):
      return record(type, fields, isTagged: unionMembers.contains(id), isPacked: packedTypes.contains(id))
    case .union(let cases, let tag): return union(type, cases, tag, isPacked: packedTypes.contains(id))
    }
  }

  private static func codable(_ isPacked: Bool) -> String {
    isPacked ? "JSONCodable, MessagePackCodable" : "JSONCodable"
  }

  /// ```swift
  /// public enum Colour: String, JSONCodable, CaseIterable {
  ///   case red
  ///   case darkBlue = "dark-blue"
  ///
  ///   public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
  ///     let token = try reader.readToken(in: bytes)
  ///     if token.matches("red", in: bytes) {
  ///       self = .red
  ///     } else if token.matches("dark-blue", in: bytes) {
  ///       self = .darkBlue
  ///     } else {
  ///       throw JSONFault(.unknownEnumCase, at: token.offset)
  ///     }
  ///   }
  ///
  ///   public func write(to json: inout JSONWriter) {
  ///     switch self {
  ///     case .red: json.raw("\"red\"")
  ///     case .darkBlue: json.raw("\"dark-blue\"")
  ///     }
  ///   }
  /// }
  /// ```
  private func enumeration(_ type: TypeSpec, _ cases: [NameSpec], isPacked: Bool) -> [Code] {
    var body: [Code] = cases.map { name in
      let member = SwiftSpec.member(name)
      let isSame = member == name.text || member == "`\(name.text)`"
      return isSame ? .line("case \(member)") : .assignment("case \(member)", SwiftLiteral.string(name.text))
    }
    var branches: [(condition: String?, body: [Code])] = cases.map { name in
      let text = SwiftLiteral.string(name.text)
      let comparison = "token.\(isLarge ? "isSpelled" : "matches")(\(text), in: bytes)"
      return (comparison, [.line("self = .\(SwiftSpec.member(name))")])
    }
    branches.append((nil, [.line("throw JSONFault(.unknownEnumCase, at: token.offset)")]))
    let reading = SwiftSpec.readingInit([.line("let token = try reader.readToken(in: bytes)"), .branches(branches)])
    body += [
      .blank,
      .doc("Reads one of the cases."),
      reading,
      .blank,
      .doc("Appends the case."),
      .block(
        "public func write(to json: inout JSONWriter)",
        [
          .switching(
            "self",
            cases.map { name in
              let text = SwiftLiteral.string(JSONLiteral.string(name.text))
              let call = "json.\(isLarge ? "add" : "raw")("
              return (label: "case .\(SwiftSpec.member(name))", body: [.call(call, [text])])
            })
        ]),
    ]
    if isPacked { body += packing(cases, reading: [reading]) }
    return [
      .doc(type.about ?? "One of \(cases.count) strings."),
      .block(
        "public enum \(SwiftName.type(type.name.text)): String, \(SwiftSpec.codable(isPacked)), CaseIterable", body),
    ]
  }

  static func readingInit(_ body: [Code]) -> Code {
    .block("public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault)", body)
  }

  /// ```swift
  /// public struct Point: JSONCodable {
  ///   public var x: Double
  ///   public var y: Double
  ///
  ///   public init(x: Double, y: Double) { … }
  ///
  ///   public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) { … }
  ///
  ///   public func write(to json: inout JSONWriter) throws(UnencodableValue) { … }
  /// }
  /// ```
  ///
  /// A record in a union has a tag among its members, or not:
  ///
  /// ```swift
  /// fileprivate init(from reader: inout JSONReader, in bytes: Span<UInt8>, tag: StaticString?) throws(JSONFault) { … }
  /// fileprivate func writeMembers(to json: inout JSONWriter) throws(UnencodableValue) { … }
  /// ```
  private func record(_ type: TypeSpec, _ fields: [FieldSpec], isTagged: Bool, isPacked: Bool) -> [Code] {
    let codec = FieldCodec(
      names: self, fields: fields, unknown: type.unknown, isTagged: isTagged, mayUseCalls: true)
    let kept = type.unknown == .keep ? codec.unknownName : nil
    return [
      .doc(type.about ?? "The record `\(type.name)`."),
      .block(
        "public struct \(SwiftName.type(type.name.text)): \(SwiftSpec.codable(isPacked))",
        properties(fields) + (kept.map(unknownProperty) ?? []) + memberwiseInit(fields, unknown: kept)
          + codec.fieldNames()
          + codec.checking(owner: type.name.text, isPacked: isPacked) + reading(codec) + writing(codec)
          + (isPacked ? packing(codec, reading: reading(codec)) : [])),
    ]
  }

  private func unknownProperty(_ name: String) -> [Code] {
    [.doc("Members that are not declared, as they were read."), .line("public var \(name): [String: JSONValue]")]
  }

  private func reading(_ codec: FieldCodec) -> [Code] {
    let documentation = Code.doc("Reads an object with these members.")
    guard codec.isTagged else { return [.blank, documentation, SwiftSpec.readingInit(codec.readingObject())] }
    return [
      .blank, documentation,
      SwiftSpec.readingInit([.line("try self.init(from: &reader, in: bytes, tag: nil)")]),
      .blank,
      .function(
        "fileprivate init(", ["from reader: inout JSONReader", "in bytes: Span<UInt8>", "tag: StaticString?"],
        ") throws(JSONFault)", codec.readingObject()),
    ]
  }

  private func writing(_ codec: FieldCodec) -> [Code] {
    let head = "(to json: inout JSONWriter) throws(UnencodableValue)"
    let documentation = Code.doc("Appends the object; members that are nil are left out.")
    let unknown: [JSONPiece] =
      codec.unknown == .keep
      ? [.code(.line("try json.writeMembers(\(codec.unknownName == "unknown" ? "unknown" : codec.unknownName))"))] : []
    guard codec.isTagged else {
      let pieces = [.raw("{")] + codec.writingMembers(codec.fields, to: "json") + unknown + [.raw("}")]
      return [
        .blank, documentation,
        .block("public func write\(head)", codec.callOfCheck + pieces.statements(writingTo: "json", byCalls: isLarge)),
      ]
    }
    let members = codec.writingMembers(codec.fields, to: "json", hasBefore: nil) + unknown
    return [
      .blank, documentation,
      .block(
        "public func write\(head)",
        [.call("json.raw(", ["\"{\""]), .line("try writeMembers(to: &json)"), .call("json.raw(", ["\"}\""])]),
      .blank,
      .block(
        "fileprivate func writeMembers\(head)",
        codec.callOfCheck + members.statements(writingTo: "json", byCalls: isLarge)),
    ]
  }

  /// ```swift
  /// public enum Shape: JSONCodable {
  ///   case circle(Circle)
  ///   case square(Square)
  ///
  ///   public init(from reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
  ///     let tag = try reader.findTag("kind", in: bytes)
  ///     if tag.matches("circle", in: bytes) {
  ///       self = .circle(try Circle(from: &reader, in: bytes, tag: "kind"))
  ///     } else if tag.matches("square", in: bytes) {
  ///       self = .square(try Square(from: &reader, in: bytes, tag: "kind"))
  ///     } else {
  ///       throw JSONFault(.unknownUnionCase, at: tag.offset)
  ///     }
  ///   }
  ///
  ///   public func write(to json: inout JSONWriter) throws(UnencodableValue) {
  ///     switch self {
  ///     case .circle(let value):
  ///       json.raw("{\"kind\":\"circle\"")
  ///       try value.writeMembers(to: &json)
  ///     …
  ///     }
  ///     json.raw("}")
  ///   }
  /// }
  /// ```
  private func union(_ type: TypeSpec, _ cases: [UnionCaseSpec], _ tag: NameSpec, isPacked: Bool) -> [Code] {
    let key = SwiftLiteral.string(tag.text)
    var branches: [(condition: String?, body: [Code])] = cases.map { item in
      let record = self.type(of: item.type, in: .namespace)
      return (
        "tag.matches(\(SwiftLiteral.string(item.name.text)), in: bytes)",
        [.line("self = .\(SwiftSpec.member(item.name))(try \(record)(from: &reader, in: bytes, tag: \(key)))")]
      )
    }
    branches.append((nil, [.line("throw JSONFault(.unknownUnionCase, at: tag.offset)")]))
    let reading = SwiftSpec.readingInit([.line("let tag = try reader.findTag(\(key), in: bytes)"), .branches(branches)])
    let writings = cases.map { item in
      let head = "{\(JSONLiteral.string(tag.text)):\(JSONLiteral.string(item.name.text))"
      return (
        label: "case .\(SwiftSpec.member(item.name))(let value)",
        body: [Code.call("json.raw(", [SwiftLiteral.string(head)]), .line("try value.writeMembers(to: &json)")]
      )
    }
    return [
      .doc(type.about ?? "One of \(cases.count) records; `\(tag)` tells which."),
      .block(
        "public enum \(SwiftName.type(type.name.text)): \(SwiftSpec.codable(isPacked))",
        cases.flatMap { item -> [Code] in
          [
            .doc(spec[item.type].about?.firstParagraph ?? "The record `\(spec[item.type].name)`."),
            .line("case \(SwiftSpec.member(item.name))(\(self.type(of: item.type, in: .namespace)))"),
          ]
        } + [
          .blank,
          .doc("Reads the record that the tag tells."),
          reading,
          .blank,
          .doc("Appends the record with its tag in front."),
          .block(
            "public func write(to json: inout JSONWriter) throws(UnencodableValue)",
            [.switching("self", writings), .call("json.raw(", ["\"}\""])]),
        ] + (isPacked ? packing(cases, tag: tag.text, reading: reading) : [])),
    ]
  }
}
