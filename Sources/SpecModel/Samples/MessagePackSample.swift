import ZMQWire

/// Sample values as MessagePack, in its smallest forms.
///
/// The samples themselves are JSON; what has a form of its own in MessagePack gets it by its type: bytes are binary, a
/// timestamp is an extension, a float has 64 or 32 bits. Where the value does not fit its type, it stays what it is in
/// JSON, for a reader to refuse.
///
/// Source: the MessagePack specification, "Formats" and "Timestamp extension type".
struct MessagePackSample {
  /// Where declared types are found.
  let spec: ProtocolSpec

  /// A value that is JSON, of a type.
  func bytes(of json: String, as type: TypeReference = .json) -> [UInt8] {
    var reader = JSONReader()
    guard let value = try? reader.readValue(in: Array(json.utf8).span) else { return [] }
    return bytes(of: value, as: type)
  }

  /// An array of values that are MessagePack already.
  func array(_ elements: [[UInt8]]) -> [UInt8] {
    head(elements.count, small: 0x90, limit: 16, [nil, 0xDC, 0xDD]) + elements.joined()
  }

  /// A map of such values.
  func map(_ members: [(key: String, value: [UInt8])]) -> [UInt8] {
    head(members.count, small: 0x80, limit: 16, [nil, 0xDE, 0xDF])
      + members.flatMap { bytes(of: .string($0.key), as: .string) + $0.value }
  }

  /// The members of a value that is a JSON object, of a type.
  func members(of json: String, as type: TypeReference) -> [(key: String, value: [UInt8])] {
    var reader = JSONReader()
    guard case .object(let members)? = try? reader.readValue(in: Array(json.utf8).span) else { return [] }
    return members.map { ($0.key, bytes(of: $0.value, as: memberType($0.key, of: type, among: members))) }
  }

  private func bytes(of value: JSONValue, as type: TypeReference) -> [UInt8] {
    if case .optional(let wrapped) = type { return value == .null ? [0xC0] : bytes(of: value, as: wrapped) }
    switch (value, type) {
    case (.string(let text), .bytes), (.string(let text), .routingID):
      guard let binary = Base64.decode(text) else { break }
      return head(binary.count, small: 0, limit: 0, [0xC4, 0xC5, 0xC6]) + binary
    case (.string(let text), .timestamp):
      guard let time = Timestamp(text) else { break }
      return bytes(of: time)
    case (.int(let number), .float): return bytes(of: .double(Double(number)), as: .json)
    case (.double(let number), .float32): return [0xCA] + Float(number).bitPattern.bytes
    case (.int(let number), .float32): return [0xCA] + Float(number).bitPattern.bytes
    case (.double(let number), .duration):
      guard let whole = Int64(exactly: number) else { break }
      return bytes(of: .int(whole), as: .json)
    case (.array(let elements), .list(let element)): return array(elements.map { bytes(of: $0, as: element) })
    case (.object(let members), _):
      return map(members.map { ($0.key, bytes(of: $0.value, as: memberType($0.key, of: type, among: members))) })
    default: break
    }
    return bytes(of: value)
  }

  /// The type of a member of an object; `json`, which takes everything, where none is declared.
  private func memberType(_ key: String, of type: TypeReference, among members: [JSONValue.Member]) -> TypeReference {
    switch type {
    case .map(let element): return element
    case .optional(let wrapped): return memberType(key, of: wrapped, among: members)
    case .named(let id):
      switch spec[id].kind {
      case .record(let fields): return fields.first { $0.name.text == key }?.type ?? .json
      case .union(let cases, let tag):
        guard key != tag.text, case .string(let name)? = members.first(where: { $0.key == tag.text })?.value,
          let item = cases.first(where: { $0.name.text == name })
        else { return .json }
        return memberType(key, of: .named(item.type), among: members)
      case .enumeration: return .json
      }
    default: return .json
    }
  }

  /// What needs no type.
  private func bytes(of value: JSONValue) -> [UInt8] {
    switch value {
    case .null: [0xC0]
    case .bool(let flag): [flag ? 0xC3 : 0xC2]
    case .int(let number): number < 0 ? negative(number) : positive(UInt64(number))
    case .uint(let number): positive(number)
    case .double(let number): [0xCB] + number.bitPattern.bytes
    case .string(let text): head(text.utf8.count, small: 0xA0, limit: 32, [0xD9, 0xDA, 0xDB]) + Array(text.utf8)
    case .array(let elements): array(elements.map { bytes(of: $0) })
    case .object(let members): map(members.map { ($0.key, bytes(of: $0.value)) })
    }
  }

  private func bytes(of time: Timestamp) -> [UInt8] {
    var (seconds, rest) = time.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    if rest < 0 { (seconds, rest) = (seconds - 1, rest + 1_000_000) }
    if rest == 0, let short = UInt32(exactly: seconds) { return [0xD6, 0xFF] + short.bytes }
    let nanoseconds = UInt64(rest) * 1000
    if let long = UInt64(exactly: seconds), long >> 34 == 0 { return [0xD7, 0xFF] + (nanoseconds << 34 | long).bytes }
    return [0xC7, 12, 0xFF] + UInt32(nanoseconds).bytes + seconds.bytes
  }

  private func positive(_ number: UInt64) -> [UInt8] {
    switch number {
    case 0..<0x80: [UInt8(number)]
    case 0x80...0xFF: [0xCC, UInt8(number)]
    case 0x100...0xFFFF: [0xCD] + UInt16(number).bytes
    case 0x1_0000...0xFFFF_FFFF: [0xCE] + UInt32(number).bytes
    default: [0xCF] + number.bytes
    }
  }

  private func negative(_ number: Int64) -> [UInt8] {
    switch number {
    case -32..<0: [UInt8(bitPattern: Int8(number))]
    case -0x80 ..< -32: [0xD0] + Int8(number).bytes
    case -0x8000 ..< -0x80: [0xD1] + Int16(number).bytes
    case -0x8000_0000 ..< -0x8000: [0xD2] + Int32(number).bytes
    default: [0xD3] + number.bytes
    }
  }

  /// The first byte or bytes of a text, bytes, an array or a map: its count, in as few bytes as hold it.
  private func head(_ count: Int, small: UInt8, limit: Int, _ codes: [UInt8?]) -> [UInt8] {
    if count < limit { return [small | UInt8(truncatingIfNeeded: count)] }
    if count <= 0xFF, let code = codes[0] { return [code, UInt8(truncatingIfNeeded: count)] }
    if count <= 0xFFFF, let code = codes[1] { return [code] + UInt16(truncatingIfNeeded: count).bytes }
    return codes[2].map { [$0] + UInt32(truncatingIfNeeded: count).bytes } ?? []
  }
}

extension FixedWidthInteger {
  /// In network order.
  fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
