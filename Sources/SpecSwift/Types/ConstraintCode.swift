import SpecModel

/// What a field must keep to besides its type, as Swift.
struct ConstraintCode {
  /// The condition of one constraint.
  struct Rule {
    /// A Swift expression over a value: `value >= 0.0`.
    let condition: (_ value: String) -> String
    /// What would be right, in words that follow "expected".
    let expectation: String
    /// `JSONFault.Reason` without its dot.
    let reason: String
    /// `WireError.Reason` without its dot.
    let wireReason: String
    /// What shows a value that breaks it, as a Swift expression.
    let shown: (_ value: String) -> String
  }

  let names: SwiftSpec
  let field: FieldSpec

  /// The field's type without `optional`: what the constraints are about.
  var type: TypeReference { if case .optional(let wrapped) = field.type { wrapped } else { field.type } }

  /// The constraints, in the order of the language's table.
  var rules: [Rule] {
    let constraints = field.constraints
    return [
      constraints.minimum.map { bound($0, "at least", ">=") }, constraints.maximum.map { bound($0, "at most", "<=") },
      constraints.length.map(length), constraints.pattern.map(pattern),
    ].compactMap { $0 }
  }

  private func bound(_ bound: ConstraintSpec.Bound, _ words: String, _ comparison: String) -> Rule {
    let limit = names.expression(bound.value, as: type, in: .namespace)
    let literal =
      switch type {
      case .duration: "Duration\(limit)"
      default: limit
      }
    return Rule(
      condition: { "\($0) \(comparison) \(literal)" }, expectation: "\(words) \(bound.value.json)",
      reason: "valueOutOfRange", wireReason: "outOfRange", shown: { "\"\\(\($0))\"" })
  }

  private func length(_ length: ConstraintSpec.Length) -> Rule {
    let unit: String
    let count: String
    switch type {
    case .string: (unit, count) = ("character", "unicodeScalars.count")
    case .bytes: (unit, count) = ("byte", "count")
    case .map: (unit, count) = ("member", "count")
    default: (unit, count) = ("element", "count")
    }
    let condition: (String) -> String
    let words: String
    switch (length.minimum, length.maximum) {
    case (let minimum?, let maximum?) where minimum == maximum:
      condition = { "\($0).\(count) == \(minimum)" }
      words = "\(minimum) \(unit)\(minimum == 1 ? "" : "s")"
    case (let minimum?, let maximum?):
      condition = { "(\(minimum)...\(maximum)).contains(\($0).\(count))" }
      words = "\(minimum) to \(maximum) \(unit)s"
    case (let minimum?, nil):
      condition = { minimum == 1 ? "!\($0).isEmpty" : "\($0).\(count) >= \(minimum)" }
      words = "at least \(minimum) \(unit)\(minimum == 1 ? "" : "s")"
    case (nil, let maximum):
      condition = { "\($0).\(count) <= \(maximum ?? .max)" }
      words = "at most \(maximum ?? .max) \(unit)\(maximum == 1 ? "" : "s")"
    }
    return Rule(
      condition: condition, expectation: words, reason: "wrongLength", wireReason: "wrongLength",
      shown: { "\"\\(\($0).\(count))\"" })
  }

  private func pattern(_ pattern: ConstraintSpec.Pattern) -> Rule {
    Rule(
      condition: { "Self.\(patternName).matches(\($0))" }, expectation: "a text that matches \(pattern.text)",
      reason: "patternMismatch", wireReason: "outOfRange", shown: { $0 })
  }

  /// The constant that holds the field's pattern.
  var patternName: String { "\(SwiftName.member(field.name.text))Pattern" }

  /// The value that is checked: of a text that stays in the frame its copy.
  func checked(_ value: String) -> String {
    names.borrowsTexts && type == .string ? "\(value).string(in: bytes)" : value
  }

  /// The function that reads and checks the field.
  var readName: String { "read\(SwiftName.type(field.name.text))" }
}

extension FieldCodec {
  /// The fields that keep to something besides their types.
  private var constrained: [ConstraintCode] {
    fields.filter { !$0.constraints.isEmpty }.map { ConstraintCode(names: names, field: $0) }
  }

  /// What the constraints need beside the codec: for each field a function that reads and checks it, and one that
  /// checks all before they are written.
  ///
  /// ```swift
  /// private static func readRadius(
  ///   from reader: inout JSONReader, in bytes: Span<UInt8>
  /// ) throws(JSONFault) -> Double {
  ///   let start = reader.offset
  ///   let value = try reader.readDouble(in: bytes)
  ///   guard value >= 0.0 else {
  ///     throw reader.refusal(.valueOutOfRange, from: start, expecting: "at least 0", in: bytes)
  ///   }
  ///   return value
  /// }
  ///
  /// private func check() throws(UnencodableValue) {
  ///   guard radius >= 0.0 else { throw UnencodableValue("Circle.radius", "\(radius)", expected: "at least 0") }
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - owner: The message or record, for an error about a value that is to be sent.
  ///   - isPacked: Whether the fields are read from MessagePack, too.
  func checking(owner: String, isPacked: Bool = false) -> [Code] {
    if constrained.isEmpty { return [] }
    return readFunctions(isPacked: isPacked) + [.blank, checkFunction(owner)]
  }

  /// The functions that read and check, without the one for what is written.
  func readFunctions(isPacked: Bool = false) -> [Code] {
    var codes: [Code] = []
    for constraint in constrained {
      if let pattern = constraint.field.constraints.pattern {
        codes += [
          .blank,
          .call(
            "private static let \(constraint.patternName) = TextPattern(", ["\(SwiftLiteral.string(pattern.text))"]),
        ]
      }
      codes += [.blank, readFunction(constraint)]
      if isPacked { codes += [.blank, readFunction(constraint).readingMessagePack] }
    }
    return codes
  }

  private func readFunction(_ constraint: ConstraintCode) -> Code {
    let type = constraint.field.type
    var body: [Code] = [.line("let start = reader.offset")]
    body += names.reading(type, into: "let value")
    let checks = constraint.rules.map { rule in
      Code.block(
        "guard \(rule.condition(constraint.checked("value"))) else",
        [
          .call(
            "throw reader.refusal(",
            [".\(rule.reason)", "from: start", "expecting: \(SwiftLiteral.string(rule.expectation))", "in: bytes"])
        ])
    }
    body += type.isOptional ? [.block("if let value", checks)] : checks
    return .function(
      "private static func \(constraint.readName)(", ["from reader: inout JSONReader", "in bytes: Span<UInt8>"],
      ") throws(JSONFault) -> \(names.spelling(of: type, in: .namespace))", body + [.line("return value")])
  }

  private func checkFunction(_ owner: String) -> Code {
    .block(
      "private func \(checkName)() throws(UnencodableValue)",
      constrained.flatMap { constraint -> [Code] in
        let isOptional = constraint.field.type.isOptional
        let name = SwiftSpec.member(constraint.field.name)
        let value = isOptional ? name : value(constraint.field)
        let checks = constraint.rules.map { rule in
          Code.block(
            "guard \(rule.condition(value)) else",
            [
              .call(
                "throw UnencodableValue(",
                [
                  SwiftLiteral.string("\(owner).\(constraint.field.name)"), rule.shown(value),
                  "expected: \(SwiftLiteral.string(rule.expectation))",
                ])
            ])
        }
        return isOptional ? [.block("if let \(name)", checks)] : checks
      })
  }

  /// `try check()`, where there is something to check.
  var callOfCheck: [Code] { constrained.isEmpty ? [] : [.line("try \(checkName)()")] }

  /// A property takes the name of a function without parameters.
  private var checkName: String { Identifier.free("check", besides: fields.map { SwiftSpec.member($0.name) }) }

  /// Code that reads a field, and checks it where it keeps to something besides its type.
  func reading(_ field: FieldSpec, into target: String) -> [Code] {
    if field.constraints.isEmpty || field.isRest { return names.reading(field.type, into: target) }
    let read = ConstraintCode(names: names, field: field).readName
    return [.line("\(target) = try Self.\(read)(from: &reader, in: bytes)")]
  }
}
