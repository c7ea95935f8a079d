import SpecModel

extension SwiftSpec {
  /// The enum or struct of a declared type.
  func declaration(of id: TypeID) -> [Code] {
    let type = spec[id]
    switch type.kind {
    case .enumeration(let cases): return enumeration(type, cases)
    case .record(let fields): return record(type, fields)
    // The parser refuses unions until their Swift is here.
    case .union: return []
    }
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
  ///       throw JSONFault(.unknownEnumCase, at: token.start - 1)
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
  private func enumeration(_ type: TypeSpec, _ cases: [NameSpec]) -> [Code] {
    var body: [Code] = cases.map { name in
      let member = SwiftSpec.member(name)
      let isSame = member == name.text || member == "`\(name.text)`"
      return isSame ? .line("case \(member)") : .assignment("case \(member)", SwiftLiteral.string(name.text))
    }
    var branches: [(condition: String?, body: [Code])] = cases.map { name in
      let text = SwiftLiteral.string(name.text)
      return ("token.matches(\(text), in: bytes)", [.line("self = .\(SwiftSpec.member(name))")])
    }
    branches.append((nil, [.line("throw JSONFault(.unknownEnumCase, at: token.start - 1)")]))
    body += [
      .blank,
      .doc("Reads one of the cases."),
      SwiftSpec.readingInit([.line("let token = try reader.readToken(in: bytes)"), .branches(branches)]),
      .blank,
      .doc("Appends the case."),
      .block(
        "public func write(to json: inout JSONWriter)",
        [
          .switching(
            "self",
            cases.map { name in
              let text = SwiftLiteral.string(JSONLiteral.string(name.text))
              return (label: "case .\(SwiftSpec.member(name))", body: [.call("json.raw(", [text])])
            })
        ]),
    ]
    return [
      .doc(type.about ?? "One of \(cases.count) strings."),
      .block("public enum \(SwiftName.type(type.name.text)): String, JSONCodable, CaseIterable", body),
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
  private func record(_ type: TypeSpec, _ fields: [FieldSpec]) -> [Code] {
    let codec = FieldCodec(names: self, fields: fields)
    return [
      .doc(type.about ?? "The record `\(type.name)`."),
      .block(
        "public struct \(SwiftName.type(type.name.text)): JSONCodable",
        properties(fields) + memberwiseInit(fields) + codec.fieldNames() + [
          .blank,
          .doc("Reads an object with these members."),
          SwiftSpec.readingInit(codec.readingObject()),
          .blank,
          .doc("Appends the object; members that are nil are left out."),
          .block(
            "public func write(to json: inout JSONWriter) throws(UnencodableValue)",
            codec.writingObject(to: "json").statements(writingTo: "json")),
        ]),
    ]
  }
}
