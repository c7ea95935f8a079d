extension JSONKey {
  /// A number that stands for the content, escapes decoded: where there are many message types, generated
  /// code finds the one in a `switch` over these numbers, and then compares.
  ///
  /// Two different texts seldom have the same; the generator knows which of its own do.
  @inlinable public func fingerprint(in bytes: Span<UInt8>) -> UInt64 {
    JSONReader.content(of: self, in: bytes) { JSONKey.fingerprint(of: $0) }
  }

  /// The number that stands for a text.
  public static func fingerprint(of text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return fingerprint(of: bytes.span)
  }

  /// Eight bytes at a time, the last ones once more where they are fewer than that.
  @usableFromInline static func fingerprint(of content: Span<UInt8>) -> UInt64 {
    var fingerprint = UInt64(content.count)
    func mix(_ word: UInt64) {
      fingerprint = (fingerprint ^ word) &* 0x9E37_79B9_7F4A_7C15
      fingerprint ^= fingerprint >> 32
    }
    if content.count < 8 {
      for index in 0..<content.count { mix(UInt64(content[index])) }
      return fingerprint
    }
    var index = 0
    while index < content.count {
      let place = min(index, content.count - 8)
      mix(UInt64(littleEndian: content.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)))
      index += 8
    }
    return fingerprint
  }
}
