import ZMQWire

/// A JSON Schema as text: indented, in the order in which it was put together.
enum SchemaText {
  /// What fits into this many columns stands on one line.
  private static let width = 100

  /// The document, with a line break at its end.
  static func text(of schema: JSONValue) -> String { block(schema, indentation: 0) + "\n" }

  private static func block(_ value: JSONValue, indentation: Int) -> String {
    let line = line(value)
    if line.utf8.count + indentation <= width { return line }
    let inner = String(repeating: " ", count: indentation + 2)
    let outer = String(repeating: " ", count: indentation)
    switch value {
    case .array(let elements):
      let lines = elements.map { inner + block($0, indentation: indentation + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let lines = members.map { "\(inner)\(scalar(.string($0.key))): " + block($0.value, indentation: indentation + 2) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return line
    }
  }

  /// The whole value on one line, with blanks as JSON Schemas are usually written.
  private static func line(_ value: JSONValue) -> String {
    switch value {
    case .array(let elements) where elements.isEmpty: "[]"
    case .array(let elements): "[" + elements.map(line).joined(separator: ", ") + "]"
    case .object(let members) where members.isEmpty: "{}"
    case .object(let members):
      "{ " + members.map { "\(scalar(.string($0.key))): \(line($0.value))" }.joined(separator: ", ") + " }"
    default: scalar(value)
    }
  }

  private static func scalar(_ value: JSONValue) -> String {
    var writer = JSONWriter(reserving: 64)
    do {
      try value.write(to: &writer)
      return String(decoding: writer.bytes, as: UTF8.self)
    } catch {
      // A number that JSON cannot say, such as infinity, stands nowhere in a schema.
      return "null"
    }
  }
}
