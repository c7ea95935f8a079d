import ZMQWire

/// Reads the examples in the table of keys: YAML's flow style on one line, as JSON.
///
/// ```
/// { A -> B: ping, within: 2s }   →  {"A -> B":"ping","within":"2s"}
/// [ ping_uuid, '', 'ping, count' ]   →  ["ping_uuid","","ping, count"]
/// ```
///
/// It reads what the table has and no more; a test compares each example with what a YAML library makes of it.
struct FlowReader {
  private let text: [Character]
  private var index = 0

  /// The value of an example.
  static func value(of example: String) -> JSONValue {
    guard let first = example.first, "[{\"'".contains(first) else { return scalar(example) }
    var reader = FlowReader(text: Array(example))
    return reader.value()
  }

  private init(text: [Character]) { self.text = text }

  private var next: Character? { index < text.count ? text[index] : nil }

  private mutating func skipBlanks() { while next == " " { index += 1 } }

  private mutating func take(_ character: Character) -> Bool {
    skipBlanks()
    guard next == character else { return false }
    index += 1
    return true
  }

  private mutating func value() -> JSONValue {
    if take("[") { return .array(items(until: "]").map { $0.value }) }
    if take("{") { return .object(items(until: "}").map { JSONValue.Member($0.key ?? "", $0.value) }) }
    return word()
  }

  /// What stands between brackets; in a list `a: b` is an object of its own.
  private mutating func items(until end: Character) -> [(key: String?, value: JSONValue)] {
    var items: [(String?, JSONValue)] = []
    while index < text.count, !take(end) {
      let first = value()
      if case .string(let key) = first, take(":") {
        let value = value()
        items.append(end == "]" ? (nil, .members([(key, value)])) : (key, value))
      } else {
        items.append((nil, first))
      }
      _ = take(",")
    }
    return items
  }

  /// A scalar, with or without quotes.
  private mutating func word() -> JSONValue {
    skipBlanks()
    if let quote = next, quote == "\"" || quote == "'" {
      index += 1
      let start = index
      while index < text.count, text[index] != quote { index += 1 }
      defer { index += 1 }
      return .string(String(text[start..<index]))
    }
    let start = index
    while let character = next, !",]}".contains(character) {
      if character == ":", index + 1 == text.count || text[index + 1] == " " { break }
      index += 1
    }
    return Self.scalar(String(text[start..<index]).trimmingBlanks)
  }

  /// What YAML makes of a text without quotes.
  private static func scalar(_ text: String) -> JSONValue {
    switch text {
    case "true": .bool(true)
    case "false": .bool(false)
    default: Int64(text).map(JSONValue.int) ?? number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> JSONValue? {
    guard text.allSatisfy({ "0123456789.-".contains($0) }) else { return nil }
    return Double(text).map(JSONValue.double)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
