import ZMQWire

/// A JSON value as MessagePack in its smallest forms, for samples.
///
/// Source: the MessagePack specification, "Formats".
enum MessagePackSample {
  static func bytes(of json: String) -> [UInt8] {
    var reader = JSONReader()
    guard let value = try? reader.readValue(in: Array(json.utf8).span) else { return [] }
    var bytes: [UInt8] = []
    write(value, to: &bytes)
    return bytes
  }

  private static func write(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(0xC0)
    case .bool(let flag): bytes.append(flag ? 0xC3 : 0xC2)
    case .int(let number) where number < 0: negative(number, to: &bytes)
    case .int(let number): positive(UInt64(number), to: &bytes)
    case .uint(let number): positive(number, to: &bytes)
    case .double(let number): bytes += [0xCB] + number.bitPattern.bytes
    case .string(let text):
      head(text.utf8.count, small: 0xA0, limit: 32, [0xD9, 0xDA, 0xDB], to: &bytes)
      bytes += text.utf8
    case .array(let elements):
      head(elements.count, small: 0x90, limit: 16, [nil, 0xDC, 0xDD], to: &bytes)
      for element in elements { write(element, to: &bytes) }
    case .object(let members):
      head(members.count, small: 0x80, limit: 16, [nil, 0xDE, 0xDF], to: &bytes)
      for member in members {
        write(.string(member.key), to: &bytes)
        write(member.value, to: &bytes)
      }
    }
  }

  private static func positive(_ number: UInt64, to bytes: inout [UInt8]) {
    switch number {
    case 0..<0x80: bytes.append(UInt8(number))
    case 0x80...0xFF: bytes += [0xCC] + UInt8(number).bytes
    case 0x100...0xFFFF: bytes += [0xCD] + UInt16(number).bytes
    case 0x1_0000...0xFFFF_FFFF: bytes += [0xCE] + UInt32(number).bytes
    default: bytes += [0xCF] + number.bytes
    }
  }

  private static func negative(_ number: Int64, to bytes: inout [UInt8]) {
    switch number {
    case -32..<0: bytes.append(UInt8(bitPattern: Int8(number)))
    case -0x80 ..< -32: bytes += [0xD0] + Int8(number).bytes
    case -0x8000 ..< -0x80: bytes += [0xD1] + Int16(number).bytes
    case -0x8000_0000 ..< -0x8000: bytes += [0xD2] + Int32(number).bytes
    default: bytes += [0xD3] + number.bytes
    }
  }

  /// The first byte or bytes of a text, an array or a map: its count, in as few bytes as hold it.
  private static func head(_ count: Int, small: UInt8, limit: Int, _ codes: [UInt8?], to bytes: inout [UInt8]) {
    if count < limit {
      bytes.append(small | UInt8(truncatingIfNeeded: count))
    } else if count <= 0xFF, let code = codes[0] {
      bytes += [code] + UInt8(truncatingIfNeeded: count).bytes
    } else if count <= 0xFFFF, let code = codes[1] {
      bytes += [code] + UInt16(truncatingIfNeeded: count).bytes
    } else if let code = codes[2] {
      bytes += [code] + UInt32(truncatingIfNeeded: count).bytes
    }
  }
}

extension FixedWidthInteger {
  /// In network order.
  fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
