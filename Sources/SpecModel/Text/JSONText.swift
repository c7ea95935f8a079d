import ZMQWire

/// JSON as text, without blanks, as it stands on the wire; for what is put together from parts that are JSON already.
public enum JSONText {
  /// `["ping",5]`
  public static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  /// `{"count":5}`
  public static func object(_ members: [String]) -> String { "{" + members.joined(separator: ",") + "}" }

  /// `"count":5`
  public static func member(_ key: String, _ value: String) -> String { string(key) + ":" + value }

  /// `"a \"b\""`, escaped as the runtime's writer does it.
  public static func string(_ text: String) -> String {
    var writer = JSONWriter(reserving: text.utf8.count + 2)
    writer.write(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The same JSON with `\u202e` for each character that does not print, or turns or hides what stands around it: what a
  /// peer has sent does not reach a terminal raw.
  public static func printable(_ json: String) -> String {
    if json.unicodeScalars.allSatisfy(prints) { return json }
    return json.unicodeScalars.map { scalar in
      prints(scalar)
        ? String(scalar)
        : String(scalar).utf16.map { "\\u" + HexText.encode([UInt8($0 >> 8), UInt8($0 & 0xFF)]) }.joined()
    }.joined()
  }

  private static func prints(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  /// `1.5`, `1.0`; null for what JSON cannot say.
  public static func number(_ number: Double) -> String {
    var writer = JSONWriter(reserving: 32)
    do {
      try writer.write(number)
      return String(decoding: writer.bytes, as: UTF8.self)
    } catch {
      return "null"
    }
  }

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

extension ValueSpec {
  /// The value as JSON, without blanks: `5`, `"red"`, `[1,2]`.
  public var json: String { JSONText.text(of: self) }
}
