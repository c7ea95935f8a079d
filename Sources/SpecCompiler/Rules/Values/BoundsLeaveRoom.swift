import SpecModel

/// A `minimum` is not above its `maximum`: no value would be left.
struct BoundsLeaveRoom: Rule {
  static let code: DiagnosticCode = "ZS1104"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.allFields.compactMap { field in
      guard let minimum = field.constraints.minimum, let maximum = field.constraints.maximum,
        let order = BoundOrder(field.type.unwrapped), order.isAbove(minimum.value, maximum.value)
      else { return nil }
      return error(
        at: minimum.range,
        "no value of '\(field.name)' is at least \(minimum.value.shown) and at most \(maximum.value.shown)",
        help: "exchange the two", notes: [Diagnostic.Note("`maximum` stands here", at: maximum.range)],
        fix: [Edit(minimum.range, text(of: maximum.value)), Edit(maximum.range, text(of: minimum.value))])
    }
  }

  private static func text(of value: ValueSpec) -> String {
    if case .string(let text) = value.content { "\"\(text)\"" } else { value.plain }
  }
}
