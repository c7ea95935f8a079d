import ZMQWire

/// A sample value that becomes bytes of its own: its JSON, and its type.
struct SampleScalar {
  /// As JSON.
  let text: String
  /// The type that tells how the JSON is meant: base64 for bytes.
  let type: TypeReference

  private var value: JSONValue {
    var reader = JSONReader()
    return (try? reader.readValue(in: Array(text.utf8).span)) ?? .null
  }

  /// As a text without quotation marks.
  var plainText: String { if case .string(let string) = value { string } else { text } }

  /// As bytes in a codec; a value that the codec cannot hold becomes zeros, which a rule has told of.
  func bytes(_ codec: ScalarCodec) -> [UInt8] {
    switch codec {
    case .text: Array(plainText.utf8)
    case .bytes: octets
    case .integer(let bits, _, let isLittleEndian): SampleScalar.integer(number, bits: bits, isLittleEndian)
    case .lengthPrefixedText(let bits): SampleScalar.prefixed(Array(plainText.utf8), bits: bits)
    case .lengthPrefixedBytes(let bits): SampleScalar.prefixed(octets, bits: bits)
    case .strings:
      SampleScalar.integer(Int64(elements.count), bits: 32, false)
        + elements.flatMap { SampleScalar.prefixed(Array($0.utf8), bits: 32) }
    case .dictionary:
      SampleScalar.integer(Int64(members.count), bits: 32, false)
        + members.flatMap { key, text in
          SampleScalar.prefixed(Array(key.utf8), bits: 8) + SampleScalar.prefixed(Array(text.utf8), bits: 32)
        }
    }
  }

  private var octets: [UInt8] {
    switch type {
    case .bytes, .routingID: Base64.decode(plainText) ?? []
    case .uuid: UUIDValue(plainText)?.bytes ?? []
    default: Array(plainText.utf8)
    }
  }

  private var number: Int64 {
    switch value {
    case .int(let number): number
    case .uint(let number): Int64(bitPattern: number)
    case .bool(let flag): flag ? 1 : 0
    default: 0
    }
  }

  private var elements: [String] {
    guard case .array(let elements) = value else { return [] }
    return elements.map { if case .string(let text) = $0 { text } else { "" } }
  }

  private var members: [(String, String)] {
    guard case .object(let members) = value else { return [] }
    return members.map { member in
      if case .string(let text) = member.value { (member.key, text) } else { (member.key, "") }
    }
  }

  private static func prefixed(_ bytes: [UInt8], bits: Int) -> [UInt8] {
    integer(Int64(bytes.count), bits: bits, false) + bytes
  }

  private static func integer(_ number: Int64, bits: Int, _ isLittleEndian: Bool) -> [UInt8] {
    let bytes = stride(from: 0, to: bits, by: 8).map { UInt8(truncatingIfNeeded: number >> Int64($0)) }
    return isLittleEndian ? bytes : bytes.reversed()
  }

  /// The first element of a list that an author wrote.
  static func firstElement(of value: ValueSpec?) -> ValueSpec? {
    if case .list(let values) = value?.content { values.first } else { nil }
  }
}

extension SampleScalar {
  /// So many bytes in base64.
  static func base64(_ count: Int) -> String { Base64.encode((0..<count).map { UInt8(truncatingIfNeeded: $0) }) }
}
