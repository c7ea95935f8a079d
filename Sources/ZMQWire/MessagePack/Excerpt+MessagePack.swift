extension Excerpt {
  /// The value of MessagePack at `offset`, as short as any excerpt: `5`, `"five"`, `an array of 3`, `2 bytes "\xFF\x00"`.
  static func messagePack(at offset: Int, in bytes: Span<UInt8>) -> String {
    let head = MessagePackHead(at: offset, in: bytes)
    switch head.kind {
    case .null: return "nil"
    case .bool: return head.argument == 1 ? "true" : "false"
    case .positive: return "\(head.argument)"
    case .negative: return "\(Int64(bitPattern: head.argument))"
    case .float32: return "\(Float(bitPattern: UInt32(truncatingIfNeeded: head.argument)))"
    case .float64: return "\(Double(bitPattern: head.argument))"
    case .string: return quoted(head, at: offset, in: bytes)
    case .binary: return "\(head.argument) bytes \(quoted(head, at: offset, in: bytes))"
    case .array: return "an array of \(head.argument)"
    case .map: return "a map of \(head.argument)"
    case .extended: return "an extension of type \(head.extensionType)"
    case .unused: return "the byte 0xC1"
    case .missing where offset >= bytes.count: return "the end of the frame"
    case .missing: return quoted(bytes.extracting(offset...))
    }
  }

  private static func quoted(_ head: MessagePackHead, at offset: Int, in bytes: Span<UInt8>) -> String {
    let start = offset + head.size
    return quoted(bytes.extracting(start..<start + Int(min(head.argument, UInt64(bytes.count - start)))))
  }
}
