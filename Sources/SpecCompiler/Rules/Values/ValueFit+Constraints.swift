import SpecModel
import ZMQWire

extension ValueFit {
  /// The first misfit of a value with the type of a field, then with what else the field asks of it; nil where it fits.
  static func misfit(of value: ValueSpec, with field: FieldSpec, in spec: ProtocolSpec) -> ValueFit? {
    misfit(of: value, with: field.type, in: spec) ?? misfit(of: value, keeping: field.constraints, field.type.unwrapped)
  }

  private static func misfit(
    of value: ValueSpec, keeping constraints: ConstraintSpec, _ type: TypeReference
  ) -> ValueFit? {
    if constraints.isEmpty || value.content == .null { return nil }
    if let order = BoundOrder(type) {
      if let minimum = constraints.minimum, order.isAbove(minimum.value, value) {
        return ValueFit(
          problem: "\(value.shown) is below the minimum, \(minimum.value.shown)", range: value.range,
          help: "write a value from \(minimum.value.plain) on, or a lower `minimum`")
      }
      if let maximum = constraints.maximum, order.isAbove(value, maximum.value) {
        return ValueFit(
          problem: "\(value.shown) is above the maximum, \(maximum.value.shown)", range: value.range,
          help: "write a value up to \(maximum.value.plain), or a higher `maximum`")
      }
    }
    let allowed = Constraints(constraints)
    if let length = constraints.length, let count = count(of: value, type), !allowed.allow(count: count) {
      return ValueFit(
        problem: "\(value.shown) has the length \(count), and `length` is \(length.text)", range: value.range,
        help: "write a value of that length, or another `length`")
    }
    if let pattern = constraints.pattern, case .string(let text) = value.content, !allowed.matchesPattern(text) {
      return ValueFit(
        problem: "\(value.shown) does not match the pattern '\(pattern.text)'", range: value.range,
        help: "write a text that matches as a whole, or another `pattern`")
    }
    return nil
  }

  /// What `length` counts: scalars of a text, bytes, elements, members.
  private static func count(of value: ValueSpec, _ type: TypeReference) -> Int? {
    switch (type, value.content) {
    case (.string, .string(let text)): text.unicodeScalars.count
    case (.bytes, .string(let text)), (.routingID, .string(let text)): Base64.decode(text)?.count
    case (.list, .list(let elements)): elements.count
    case (.map, .map(let members)): members.count
    default: nil
    }
  }
}
