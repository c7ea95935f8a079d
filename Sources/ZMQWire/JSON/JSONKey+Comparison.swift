extension JSONKey: ComparableKey {
  func equals(_ other: JSONKey, in bytes: Span<UInt8>) -> Bool {
    if hasEscapes || other.hasEscapes { return content(in: bytes) == other.content(in: bytes) }
    let length = end - start
    guard length == other.end - other.start else { return false }
    for index in 0..<length where bytes[start + index] != bytes[other.start + index] { return false }
    return true
  }

  func content(in bytes: Span<UInt8>) -> [UInt8] {
    JSONReader.content(of: self, in: bytes) { content in
      content.withUnsafeBufferPointer { Array($0) }
    }
  }
}
