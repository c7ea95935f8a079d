/// JSON as text, without blanks, as it stands on the wire.
enum JSONText {
  /// `["ping",5]`
  static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  /// `{"count":5}`
  static func object(_ members: [String]) -> String { "{" + members.joined(separator: ",") + "}" }

  /// `"count":5`
  static func member(_ key: String, _ value: String) -> String { string(key) + ":" + value }

  /// `"a \"b\""`: quotation mark, backslash and control characters are escaped, all else is itself.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// `1.5`, `1.0`; null for what JSON cannot say.
  static func number(_ number: Double) -> String { number.isFinite ? "\(number)" : "null" }

  /// A value of a protocol file.
  static func text(of value: ValueSpec) -> String {
    switch value.content {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .float(let value): number(value)
    case .string(let value): string(value)
    case .list(let values): array(values.map(text))
    case .map(let members): object(members.map { member($0.key.text, text(of: $0.value)) })
    }
  }
}
