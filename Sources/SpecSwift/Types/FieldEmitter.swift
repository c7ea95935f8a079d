import SpecModel

extension SwiftSpec {
  /// ```swift
  /// /// How often.
  /// public var count: Int
  /// ```
  func properties(_ fields: [FieldSpec]) -> [Code] {
    fields.flatMap { field -> [Code] in
      [
        .doc(documentation(of: field)),
        .line("public var \(SwiftSpec.member(field.name)): \(spelling(of: field.type, in: .namespace))"),
      ]
    }
  }

  /// ```swift
  /// public init(x: Double, y: Double = 0.0) {
  ///   self.x = x
  ///   self.y = y
  /// }
  /// ```
  ///
  /// - Parameter unknown: The property of members that are not declared, where they are kept.
  func memberwiseInit(_ fields: [FieldSpec], unknown: String? = nil) -> [Code] {
    let kept = unknown.map { "\($0): [String: JSONValue] = [:]" }
    let isEmpty = fields.isEmpty && unknown == nil
    return [
      isEmpty ? .group([]) : .blank,
      .doc(isEmpty ? "It has no fields." : "From its fields."),
      .function(
        "public init(",
        parameters(fields, in: .namespace, withDefaults: true) + [kept].compactMap { $0 }, ")",
        (fields.map { SwiftSpec.member($0.name) } + [unknown].compactMap { $0 }).map { .line("self.\($0) = \($0)") }),
    ]
  }

  /// What a field means, what it keeps to, since when it is there, and why it should no longer be used.
  ///
  /// A deprecated one bears no `@available`: the generated code uses it, and would warn about itself.
  private func documentation(of field: FieldSpec) -> String {
    var paragraphs = [field.about?.trimmed ?? "`\(field.name)`: \(field.type.notation(in: spec))"]
    let rules = ConstraintCode(names: self, field: field).rules.map(\.expectation)
    if !rules.isEmpty { paragraphs.append("Allowed: \(rules.joined(separator: ", ")).") }
    if let since = field.since { paragraphs.append("Since \(since).") }
    if let reason = field.deprecated { paragraphs.append("Deprecated: \(reason)") }
    return paragraphs.joined(separator: "\n\n")
  }

  /// `count: Int`, `unit: String = "m"`
  func parameters(_ fields: [FieldSpec], in scope: Scope, withDefaults: Bool) -> [String] {
    fields.map { field in
      let text = "\(SwiftSpec.member(field.name)): \(spelling(of: field.type, in: scope))"
      guard withDefaults, let value = defaultExpression(of: field, in: scope) ?? blank(of: field, in: scope) else {
        return text
      }
      return "\(text) = \(value)"
    }
  }

  /// `count: count`, or from a value: `count: message.count`
  static func arguments(_ fields: [FieldSpec], from value: String? = nil) -> [String] {
    fields.map { field in
      let name = SwiftName.member(field.name.text)
      return "\(Identifier.label(name)): \(value.map { "\($0)." } ?? "")\(Identifier.escaped(name))"
    }
  }
}
