import SpecModel

extension ValueSpec {
  /// Whether it is an integer of any size.
  var isInteger: Bool {
    switch content {
    case .int, .uint: true
    default: false
    }
  }

  /// Whether it is a number that JSON can write.
  var isFiniteNumber: Bool {
    if case .float(let number) = content { return number.isFinite }
    return isInteger
  }

  /// The value for a sentence: `'purple'`, `300`, `a list`.
  var shown: String {
    switch content {
    case .string(let text): "'\(text.count > 40 ? text.prefix(40) + "…" : text[...])'"
    case .list: "a list"
    case .map: "an object"
    default: plain
    }
  }

  /// A scalar as text.
  var plain: String {
    switch content {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let text): text
    case .list, .map: "…"
    }
  }
}
