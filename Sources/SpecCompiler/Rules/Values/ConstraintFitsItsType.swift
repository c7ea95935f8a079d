import SpecModel

/// `minimum` and `maximum` stand on numbers and times, `length` on what has one, `pattern` on texts.
struct ConstraintFitsItsType: Rule {
  static let code: DiagnosticCode = "ZS1103"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] { spec.allFields.flatMap { check($0, in: spec) } }

  private static func check(_ field: FieldSpec, in spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let type = field.type.unwrapped
    let notation = type.notation(in: spec)
    let constraints = field.constraints
    let note = Diagnostic.Note("'\(field.name)' is \(notation)", at: field.typeRange)
    for (key, bound) in [("minimum", constraints.minimum), ("maximum", constraints.maximum)] {
      guard let bound else { continue }
      if !type.isOrdered {
        found.append(
          error(
            at: bound.range,
            "`\(key)` says nothing of '\(field.name)', which is \(notation): it bounds numbers, times and durations",
            help: type.hasLength ? "write `length`, if its length is meant" : "leave it out", notes: [note]))
      } else if let misfit = ValueFit.misfit(of: bound.value, with: type, in: spec) {
        found.append(
          error(
            at: misfit.range, "the `\(key)` of '\(field.name)' is no value of it: \(misfit.problem)", help: misfit.help,
            notes: [note]))
      }
    }
    if let length = constraints.length, !type.hasLength {
      found.append(
        error(
          at: length.range, "`length` says nothing of '\(field.name)', which is \(notation)",
          help: type.isOrdered ? "write `minimum` and `maximum`, if its value is meant" : "leave it out", notes: [note])
      )
    }
    if let pattern = constraints.pattern, type != .string {
      found.append(
        error(
          at: pattern.range, "a `pattern` is for texts, and '\(field.name)' is \(notation)",
          help: "give the field the type `string`, or leave the pattern out", notes: [note]))
    }
    return found
  }
}

extension ProtocolSpec {
  /// Every field of every message, record and layout.
  var allFields: [FieldSpec] { fields + layouts.flatMap(\.fields) }
}

extension TypeReference {
  /// Whether its values have an order.
  var isOrdered: Bool {
    switch self {
    case .float, .float32, .timestamp, .duration: true
    default: IntegerRange(self) != nil
    }
  }

  /// Whether its values have a length.
  var hasLength: Bool {
    switch self {
    case .string, .bytes, .routingID, .list, .map: true
    default: false
    }
  }
}
