import SpecModel
import ZMQWire

extension SwiftSpec {
  /// The value of a field that may be left out, as a Swift expression: `5`, `.red`, `nil`, `Point(x: 0.0, y: 0.0)`.
  ///
  /// - Returns: nil for a field that must be given.
  func defaultExpression(of field: FieldSpec, in scope: Scope) -> String? {
    if field.isRest { return "[]" }
    if let value = field.defaultValue { return expression(value, as: field.type, in: scope) }
    if field.type.isOptional { return "nil" }
    return field.type == .empty ? "Empty()" : nil
  }

  /// What a field is that a peer has left out, as a Swift expression.
  ///
  /// - Returns: nil for one that must come: `empty` among them, which a program need not write, and a peer must.
  func absentExpression(of field: FieldSpec, in scope: Scope) -> String? {
    field.mayBeAbsent ? defaultExpression(of: field, in: scope) : nil
  }

  /// A value of the protocol file as a Swift expression; the checker has proved that it fits its type.
  func expression(_ value: ValueSpec, as type: TypeReference, in scope: Scope) -> String {
    switch (type, value.content) {
    case (.optional, .null): return "nil"
    case (.optional(let wrapped), _): return expression(value, as: wrapped, in: scope)
    case (.json, _): return json(value)
    case (.list(let element), .list(let values)):
      return "[\(values.map { expression($0, as: element, in: scope) }.joined(separator: ", "))]"
    case (.list, _): return "[]"
    case (.map(let element), .map(let members)) where !members.isEmpty:
      let texts = members.map { "\(SwiftLiteral.string($0.key.text)): \(expression($0.value, as: element, in: scope))" }
      return "[\(texts.joined(separator: ", "))]"
    case (.map, _): return "[:]"
    case (.named(let id), _): return owning.expression(value, as: id, in: scope)
    case (.string, .string(let text)) where borrowsTexts: return "BorrowedText(\(SwiftLiteral.string(text)))"
    case (.float, .int(let number)), (.float32, .int(let number)): return "\(Double(number))"
    case (.float, .uint(let number)), (.float32, .uint(let number)): return "\(Double(number))"
    case (.duration, .uint(let seconds)): return ".seconds(\(Double(seconds)))"
    case (.empty, _): return "Empty()"
    case (.duration, .int(let seconds)): return ".seconds(\(seconds))"
    case (.duration, .float(let seconds)): return duration(seconds)
    case (.bytes, .string(let text)): return "[\(bytes(ofBase64: text))]"
    case (.bytes, _): return "[]"
    case (.routingID, .string(let text)): return "RoutingID(received: [\(bytes(ofBase64: text))])"
    case (.uuid, .string(let text)):
      let uuid = UUIDValue(text) ?? UUIDValue(high: 0, low: 0)
      return "UUIDValue(high: 0x\(String(uuid.high, radix: 16)), low: 0x\(String(uuid.low, radix: 16)))"
    case (.timestamp, .string(let text)):
      return "Timestamp(clampingMicroseconds: \(Timestamp(text)?.microseconds ?? 0))"
    case (_, .bool(let flag)): return "\(flag)"
    case (_, .int(let number)): return "\(number)"
    case (_, .uint(let number)): return "\(number)"
    case (_, .float(let number)): return "\(number)"
    case (_, .string(let text)): return SwiftLiteral.string(text)
    case (.string, _): return "\"\""
    case (_, .null), (_, .list), (_, .map): return "nil"
    }
  }

  /// The same where texts are Strings, as those of records always are.
  private var owning: SwiftSpec {
    var names = self
    names.borrowsTexts = false
    return names
  }

  private func expression(_ value: ValueSpec, as id: TypeID, in scope: Scope) -> String {
    switch (spec[id].kind, value.content) {
    case (.enumeration, .string(let text)): return ".\(Identifier.escaped(SwiftName.member(text)))"
    case (.record(let fields), .map(let members)):
      let arguments = fields.compactMap { field in
        members.first { $0.key.text == field.name.text }.map {
          "\(Identifier.label(SwiftName.member(field.name.text))): \(expression($0.value, as: field.type, in: scope))"
        }
      }
      return "\(type(of: id, in: scope))(\(arguments.joined(separator: ", ")))"
    default: return "\(type(of: id, in: scope))()"
    }
  }

  /// A value of the protocol file as a `JSONValue`.
  func json(_ value: ValueSpec) -> String {
    switch value.content {
    case .null: return ".null"
    case .bool(let flag): return "\(flag)"
    case .int(let number): return "\(number)"
    case .uint(let number): return ".uint(\(number))"
    case .float(let number): return "\(number)"
    case .string(let text): return SwiftLiteral.string(text)
    case .list(let values): return "[\(values.map(json).joined(separator: ", "))]"
    case .map(let members):
      if members.isEmpty { return "[:]" }
      return "[\(members.map { "\(SwiftLiteral.string($0.key.text)): \(json($0.value))" }.joined(separator: ", "))]"
    }
  }

  private func duration(_ seconds: Double) -> String {
    let microseconds = (seconds * 1_000_000).rounded()
    if microseconds / 1_000_000 == seconds, let exact = Int64(exactly: microseconds) {
      return SwiftSpec.duration(microseconds: exact)
    }
    return ".seconds(\(seconds))"
  }

  /// `.seconds(2)`, `.milliseconds(250)`, `.microseconds(1)`
  static func duration(microseconds: Int64) -> String {
    if microseconds % 1_000_000 == 0 { return ".seconds(\(microseconds / 1_000_000))" }
    if microseconds % 1000 == 0 { return ".milliseconds(\(microseconds / 1000))" }
    return ".microseconds(\(microseconds))"
  }

  private func bytes(ofBase64 text: String) -> String {
    (Base64.decode(text) ?? []).map { "\($0)" }.joined(separator: ", ")
  }
}
