import ZMQWire

@testable import SpecModel

/// Bodies of messages with random values in canonical form, made from the protocol and not by the code under test.
///
/// A field with constraints has the value that the reference page shows of it.
struct RandomBodies {
  let spec: ProtocolSpec
  var random: SeededGenerator

  /// The frames of a body: of a layout of the file's own what the interpreted layout makes of random examples.
  mutating func frames(of message: MessageSpec) -> [[UInt8]] {
    guard let id = message.layout.declared else { return [Array(body(of: message).utf8)] }
    var (message, spec) = (message, spec)
    for index in message.args.indices { setExample(of: &message.args[index]) }
    for index in message.kwargs.indices { setExample(of: &message.kwargs[index]) }
    for index in spec.layouts[id.index].fields.indices { setExample(of: &spec.layouts[id.index].fields[index]) }
    return RandomBodies.sample(of: message, in: spec)
  }

  /// The frames of the sample on the reference page, with the signature that `PageSigner` makes of every message.
  static func sample(of message: MessageSpec, in spec: ProtocolSpec) -> [[UInt8]] {
    var spec = spec
    if let id = message.layout.declared {
      for index in spec.layouts[id.index].fields.indices {
        guard case .sign = spec.layouts[id.index].fields[index].source?.kind else { continue }
        let field = spec.layouts[id.index].fields[index]
        let bytes = field.type == .bytes ? Base64.encode(PageSigner.bytes) : PageSigner.digits
        spec.layouts[id.index].fields[index].example = ValueSpec(.string(bytes), at: field.typeRange)
      }
    }
    return message.sampleFrames(in: spec).map(\.bytes)
  }

  private mutating func setExample(of field: inout FieldSpec) {
    // A sample that is nil would be written, where a message leaves it out; of a list that fills frames one is shown.
    var type = field.type
    if case .optional(let wrapped) = type { type = wrapped }
    var text = field.constraints.isEmpty ? value(of: type) : sample(of: field)
    if case .list(let element) = type, text == "[]" { text = "[\(value(of: element))]" }
    var reader = JSONReader()
    guard let value = try? reader.readValue(in: Array(text.utf8).span) else { return }
    field.example = RandomBodies.example(value, at: field.typeRange)
  }

  /// A value as an author writes an example.
  static func example(_ value: JSONValue, at range: SourceRange) -> ValueSpec {
    let content: ValueSpec.Content =
      switch value {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .int(let number): .int(number)
      case .uint(let number): .uint(number)
      case .double(let number): .float(number)
      case .string(let text): .string(text)
      case .array(let elements): .list(elements.map { example($0, at: range) })
      case .object(let members):
        .map(members.map { .init(key: NameSpec($0.key, at: range), value: example($0.value, at: range)) })
      }
    return ValueSpec(content, at: range)
  }

  /// A body of one of the built-in layouts, in the order and with the omissions of that.
  private mutating func body(of message: MessageSpec) -> String {
    let type = string(message.wireType)
    switch message.layout {
    case .builtIn(.triple):
      return "[\(type),[\(values(message.args))],{\(members(message.kwargs).joined(separator: ","))}]"
    case .builtIn(.pair):
      switch message.fields.count {
      case 0: return "[\(type),null]"
      case 1: return "[\(type),\(value(of: message.fields[0]))]"
      default: return "[\(type),{\(members(message.fields).joined(separator: ","))}]"
      }
    case .builtIn(.list): return message.args.isEmpty ? "[\(type)]" : "[\(type),\(values(message.args))]"
    case .builtIn(.object): return "{" + (["\"type\":\(type)"] + members(message.fields)).joined(separator: ",") + "}"
    case .declared: return ""
    }
  }

  private mutating func values(_ fields: [FieldSpec]) -> String {
    var texts: [String] = []
    for field in fields {
      let text = value(of: field)
      // What collects further arguments stands among them, without brackets of its own.
      texts.append(field.isRest ? String(text.dropFirst().dropLast()) : text)
    }
    return texts.filter { !$0.isEmpty }.joined(separator: ",")
  }

  private mutating func value(of field: FieldSpec, depth: Int = 0) -> String {
    field.constraints.isEmpty ? value(of: field.type, depth: depth) : sample(of: field)
  }

  private func sample(of field: FieldSpec) -> String {
    var samples = SampleValues(spec)
    return samples.text(of: field)
  }

  /// Members that are not nil.
  private mutating func members(_ fields: [FieldSpec], depth: Int = 0) -> [String] {
    var texts: [String] = []
    for field in fields {
      let text = value(of: field, depth: depth)
      if field.type.isOptional, text == "null" { continue }
      texts.append("\"\(field.name.text)\":\(text)")
    }
    return texts
  }

  private mutating func value(of type: TypeReference, depth: Int = 0) -> String {
    switch type {
    case .bool: return "\(Bool.random(using: &random))"
    case .int, .int64: return integer(Int64.self)
    case .int8: return integer(Int8.self)
    case .int16: return integer(Int16.self)
    case .int32: return integer(Int32.self)
    case .uint8: return integer(UInt8.self)
    case .uint16: return integer(UInt16.self)
    case .uint32: return integer(UInt32.self)
    case .uint64: return integer(UInt64.self)
    case .float: return double().description
    case .float32: return Float(Int.random(in: -1000...1000, using: &random)).advanced(by: 0.25).description
    case .string: return string(text())
    case .bytes, .routingID:
      return string(Base64.encode((0..<size()).map { _ in UInt8.random(in: 0...255, using: &random) }))
    case .uuid: return string(UUIDValue.random(using: &random).description)
    case .timestamp:
      let range = Timestamp.earliest.microseconds...Timestamp.latest.microseconds
      return string(Timestamp(clampingMicroseconds: Int64.random(in: range, using: &random)).description)
    case .duration:
      return DurationText.text(of: .microseconds(Int64.random(in: -1_000_000_000...1_000_000_000, using: &random)))
    case .json: return json(depth: depth)
    case .empty: return "null"
    case .list(let element): return "[\(list(element, depth: depth).joined(separator: ","))]"
    case .map(let element):
      let values = list(element, depth: depth)
      let keys = Set(values.map { _ in text() }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return "{\(zip(keys, values).map { "\(string($0)):\($1)" }.joined(separator: ","))}"
    case .optional(let wrapped): return Bool.random(using: &random) ? value(of: wrapped, depth: depth) : "null"
    case .named(let id):
      switch spec[id].kind {
      case .enumeration(let cases): return string(cases[Int.random(in: 0..<cases.count, using: &random)].text)
      case .record(let fields): return "{\(members(fields, depth: depth + 1).joined(separator: ","))}"
      case .union(let cases, let tag):
        let chosen = cases[Int.random(in: 0..<cases.count, using: &random)]
        guard case .record(let fields) = spec[chosen.type].kind else { return "null" }
        let named = "\(string(tag.text)):\(string(chosen.name.text))"
        return "{\(([named] + members(fields, depth: depth + 1)).joined(separator: ","))}"
      }
    }
  }

  /// Fewer elements the deeper it is, so that recursive records end.
  private mutating func list(_ element: TypeReference, depth: Int) -> [String] {
    var values: [String] = []
    for _ in 0..<(depth > 2 ? 0 : size()) { values.append(value(of: element, depth: depth + 1)) }
    return values
  }

  private mutating func json(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 2 ? 5 : 7), using: &random) {
    case 0: return "null"
    case 1: return "true"
    case 2: return integer(Int64.self)
    case 3: return double().description
    case 4: return string(text())
    case 5: return "[\(json(depth: depth + 1)),\(json(depth: depth + 1))]"
    default: return "{\"b\":\(json(depth: depth + 1)),\"a\":\(json(depth: depth + 1))}"
    }
  }

  private mutating func size() -> Int { Int.random(in: 0...3, using: &random) }

  private mutating func integer<T: FixedWidthInteger>(_ type: T.Type) -> String {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: "\(T.min)"
    case 1: "\(T.max)"
    default: "\(T(truncatingIfNeeded: random.next() as UInt64) >> T(Int.random(in: 0..<T.bitWidth, using: &random)))"
    }
  }

  private mutating func double() -> Double {
    let number = Double(bitPattern: random.next())
    if number.isFinite, Bool.random(using: &random) { return number }
    return Double(Int.random(in: -100_000...100_000, using: &random)) / 64
  }

  private mutating func text() -> String {
    let alphabet = Array("abcXYZ019 _-\"\\/\n\t\u{1}\u{7F}äß→日本🦉\u{2028}")
    return String(
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      })
  }

  /// Escaped as Python's `json.dumps(…, ensure_ascii=False)` does it.
  private func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// SplitMix64: random and the same on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
