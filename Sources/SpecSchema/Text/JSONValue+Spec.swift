import SpecModel
import ZMQWire

extension JSONValue {
  /// A value of a protocol file in the form that its type has in JSON: a `float` written as `1` is `1.0`.
  init(_ value: ValueSpec, as type: TypeReference = .json) {
    switch (value.content, type) {
    case (_, .optional(let wrapped)): self.init(value, as: wrapped)
    case (.int(let number), .float), (.int(let number), .float32): self = .double(Double(number))
    case (.null, _): self = .null
    case (.bool(let flag), _): self = .bool(flag)
    case (.int(let number), _): self = .int(number)
    case (.uint(let number), _): self.init(number)
    case (.float(let number), _): self = .double(number)
    case (.string(let text), _): self = .string(text)
    case (.list(let values), .list(let element)): self = .array(values.map { JSONValue($0, as: element) })
    case (.list(let values), _): self = .array(values.map { JSONValue($0) })
    case (.map(let members), .map(let element)):
      self = .members(members.map { ($0.key.text, JSONValue($0.value, as: element)) })
    case (.map(let members), _): self = .members(members.map { ($0.key.text, JSONValue($0.value)) })
    }
  }
}
