import SpecModel
import ZMQWire

/// Why a written value is no value of a type, and where.
struct ValueFit {
  /// What is wrong, as a clause: `'purple' is none of 'red' and 'blue'`.
  var problem: String
  /// Where exactly: inside lists and objects the member, not the whole.
  var range: SourceRange
  /// What to write instead.
  var help: String

  /// The first misfit of a value; nil where it fits.
  static func misfit(of value: ValueSpec, with type: TypeReference, in spec: ProtocolSpec) -> ValueFit? {
    switch (type, value.content) {
    case (.json, _): nil
    case (.optional, .null), (.empty, .null): nil
    case (.optional(let inner), _): misfit(of: value, with: inner, in: spec)
    case (.bool, .bool), (.string, .string): nil
    case (.list(let element), .list(let values)): first(values) { misfit(of: $0, with: element, in: spec) }
    case (.map(let element), .map(let members)):
      first(members) { misfit(of: $0.value, with: element, in: spec) }
    case (.named(let id), _): misfit(of: value, with: spec[id], in: spec)
    case (.float, .float(let number)), (.float32, .float(let number)): float(number, type, value)
    case (.float, .int), (.float, .uint), (.float32, .int), (.float32, .uint): nil
    default: scalar(value, type, in: spec)
    }
  }

  private static func first<T>(_ values: [T], _ check: (T) -> ValueFit?) -> ValueFit? {
    for value in values {
      if let misfit = check(value) { return misfit }
    }
    return nil
  }

  private static func scalar(_ value: ValueSpec, _ type: TypeReference, in spec: ProtocolSpec) -> ValueFit? {
    if let range = IntegerRange(type) {
      if range.contains(value.content) { return nil }
      guard value.isInteger else { return kind(value, type, in: spec) }
      return ValueFit(
        problem: "\(value.shown) does not fit \(range.name)", range: value.range,
        help: "write a number from \(range.minimum) to \(range.maximum), or choose a wider type")
    }
    if let text = TextForm(type) { return text.misfit(of: value) }
    return kind(value, type, in: spec)
  }

  private static func float(_ number: Double, _ type: TypeReference, _ value: ValueSpec) -> ValueFit? {
    if !number.isFinite {
      return ValueFit(
        problem: "\(value.shown) has no form in JSON", range: value.range,
        help: "write a finite number, or make the field optional and leave it out")
    }
    if type == .float32, number.magnitude > Double(Float.greatestFiniteMagnitude) {
      return ValueFit(problem: "\(value.shown) does not fit float32", range: value.range, help: "use the type `float`")
    }
    return nil
  }

  private static func misfit(of value: ValueSpec, with type: TypeSpec, in spec: ProtocolSpec) -> ValueFit? {
    switch type.kind {
    case .enumeration(let cases):
      if case .string(let text) = value.content, cases.contains(where: { $0.text == text }) { return nil }
      return ValueFit(
        problem: "\(value.shown) is no case of '\(type.name)'", range: value.range,
        help: "write \(cases.prefix(20).quotedList("or"))")
    case .record(let fields):
      guard case .map(let members) = value.content else {
        return ValueFit(
          problem: "\(value.shown) is no '\(type.name)'", range: value.range,
          help: "write its fields: `{ \(fields.prefix(5).map { "\($0.name): …" }.joined(separator: ", ")) }`")
      }
      return record(members, value, fields: fields, type: type, in: spec)
    case .union(let cases, let tag): return union(value, cases: cases, tag: tag.text, type: type, in: spec)
    }
  }

  /// `{ kind: circle, radius: 1 }`: the tag tells the record to which the other members belong.
  private static func union(
    _ value: ValueSpec, cases: [UnionCaseSpec], tag: String, type: TypeSpec, in spec: ProtocolSpec
  ) -> ValueFit? {
    let help = "write `\(tag):` with \(cases.prefix(20).map(\.name).quotedList("or")), then the fields of that case"
    guard case .map(let members) = value.content, let member = members.first(where: { $0.key.text == tag }) else {
      return ValueFit(
        problem: "\(value.shown) is no '\(type.name)': it has no member '\(tag)'", range: value.range, help: help)
    }
    guard case .string(let text) = member.value.content, let chosen = cases.first(where: { $0.name.text == text }),
      case .record(let fields) = spec[chosen.type].kind
    else {
      return ValueFit(
        problem: "\(member.value.shown) is no case of '\(type.name)'", range: member.value.range, help: help)
    }
    return record(
      members.filter { $0.key.text != tag }, value, fields: fields, type: spec[chosen.type], in: spec)
  }

  private static func record(
    _ members: [ValueSpec.Member], _ value: ValueSpec, fields: [FieldSpec], type: TypeSpec, in spec: ProtocolSpec
  ) -> ValueFit? {
    var written: [String: ValueSpec.Member] = [:]
    for member in members { written[member.key.text] = member }
    for field in fields {
      guard let member = written.removeValue(forKey: field.name.text) else {
        if field.mayBeAbsent { continue }
        return ValueFit(
          problem: "'\(field.name)' of '\(type.name)' is missing", range: value.range,
          help: "add `\(field.name): …`, or give the field a default")
      }
      if let misfit = misfit(of: member.value, with: field, in: spec) { return misfit }
    }
    guard type.unknown == .refuse, let unknown = members.first(where: { written[$0.key.text] != nil }) else {
      return nil
    }
    return ValueFit(
      problem: "'\(type.name)' has no field '\(unknown.key)'", range: unknown.key.range,
      help: "its fields are \(fields.prefix(20).map(\.name).quotedList())")
  }

  /// The value is of another kind altogether.
  static func kind(_ value: ValueSpec, _ type: TypeReference, in spec: ProtocolSpec) -> ValueFit {
    let notation = type.notation(in: spec)
    if value.content == .null {
      return ValueFit(
        problem: "null is no \(notation)", range: value.range,
        help: "write a value, or make the type `optional<\(notation)>`")
    }
    if type == .empty {
      return ValueFit(problem: "\(value.shown) is not null", range: value.range, help: "write null, or leave it out")
    }
    if type == .bool {
      return ValueFit(
        problem: "\(value.shown) is no truth value", range: value.range, help: "write `true` or `false`, without quotes"
      )
    }
    if type == .string {
      return ValueFit(
        problem: "\(value.shown) is no string", range: value.range, help: "put it between quotes: `\"\(value.plain)\"`")
    }
    return ValueFit(
      problem: "\(value.shown) is no \(notation)", range: value.range,
      help: "write a value of the type `\(notation)`, or change the type")
  }
}
