import SpecModel

extension SwiftSpec {
  /// ```swift
  /// /// How often.
  /// public var count: Int
  /// ```
  func properties(_ fields: [FieldSpec]) -> [Code] {
    fields.flatMap { field -> [Code] in
      [
        .doc(field.about ?? "`\(field.name)`: \(field.type.notation(in: spec))"),
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
  func memberwiseInit(_ fields: [FieldSpec]) -> [Code] {
    [
      fields.isEmpty ? .group([]) : .blank,
      .doc(fields.isEmpty ? "It has no fields." : "From its fields."),
      .function(
        "public init(", parameters(fields, in: .namespace, withDefaults: true), ")",
        fields.map { .line("self.\(SwiftSpec.member($0.name)) = \(SwiftSpec.member($0.name))") }),
    ]
  }

  /// `count: Int`, `unit: String = "m"`
  func parameters(_ fields: [FieldSpec], in scope: Scope, withDefaults: Bool) -> [String] {
    fields.map { field in
      let text = "\(SwiftSpec.member(field.name)): \(spelling(of: field.type, in: scope))"
      guard withDefaults, let value = defaultExpression(of: field, in: scope) else { return text }
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
