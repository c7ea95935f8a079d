// Keys, message types and enum cases are compared as bytes with a literal that the compiler sees, so
// that the comparison is a few eight-byte words in line and no String is made.

extension JSONReader {
  /// If the next key equals `literal`, consumes it and its colon; else leaves the cursor before the key.
  ///
  /// An escaped spelling (`"\u0078"` for `x`) is the same key.
  @inlinable @inline(__always)
  public mutating func key(_ literal: StaticString, in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    let size = literal.utf8CodeUnitCount + 3
    if bytes.count - offset >= size {
      // The one check of bounds: within the window they are known when this is compiled.
      let window = bytes.extracting(offset..<offset + size)
      if JSONReader.isQuoted(literal, in: window), window[size - 1] == UInt8(ascii: ":") {
        offset += size
        stepOverOneBlank(in: bytes)
        return true
      }
    }
    return try keySlowly(literal, in: bytes)
  }

  /// Consumes a key and its colon if they are written as our own writer does, and tells whether they were; one blank
  /// may follow.
  ///
  /// - Parameter literal: Needs no escapes. For any other spelling of it, the answer is false.
  @inlinable @inline(__always)
  public mutating func consumeKey(_ literal: StaticString, in bytes: Span<UInt8>) -> Bool {
    let size = literal.utf8CodeUnitCount &+ 3
    // The one check of bounds: within the window they are known when this is compiled.
    guard offset >= 0, bytes.count &- offset >= size else { return false }
    guard bytes[unchecked: offset] == UInt8(ascii: "\""), JSONReader.equals(literal, at: offset &+ 1, in: bytes),
      bytes[unchecked: offset &+ size &- 2] == UInt8(ascii: "\""),
      bytes[unchecked: offset &+ size &- 1] == UInt8(ascii: ":")
    else { return false }
    offset &+= size
    stepOverOneBlank(in: bytes)
    return true
  }

  /// If the next value is the string `literal`, consumes it; else leaves the cursor before the value.
  ///
  /// A value that is no string at all is a fault.
  @inlinable @inline(__always)
  public mutating func string(_ literal: StaticString, in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    let size = literal.utf8CodeUnitCount + 2
    if bytes.count - offset >= size, JSONReader.isQuoted(literal, in: bytes.extracting(offset..<offset + size)) {
      offset += size
      return true
    }
    return try stringSlowly(literal, in: bytes)
  }

  /// Reads any key and its colon.
  @inlinable public mutating func readKey(in bytes: Span<UInt8>) throws(JSONFault) -> JSONKey {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedKey)
    let key = try scanString(in: bytes)
    try colon(in: bytes)
    return key
  }

  /// Reads any string value and tells where it lies: for a message type or an enum of many cases.
  @inlinable public mutating func readToken(in bytes: Span<UInt8>) throws(JSONFault) -> JSONKey {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedString)
    return try scanString(in: bytes)
  }

  @inlinable @inline(__always)
  mutating func colon(in bytes: Span<UInt8>) throws(JSONFault) {
    try find(UInt8(ascii: ":"), in: bytes, else: .expectedColon)
    offset += 1
    stepOverOneBlank(in: bytes)
  }

  @usableFromInline @inline(never)
  mutating func keySlowly(_ literal: StaticString, in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedKey)
    guard JSONReader.matchesDecoded(literal, from: offset + 1, in: bytes) else { return false }
    _ = try scanString(in: bytes)
    try colon(in: bytes)
    return true
  }

  @usableFromInline @inline(never)
  mutating func stringSlowly(_ literal: StaticString, in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedString)
    guard JSONReader.matchesDecoded(literal, from: offset + 1, in: bytes) else { return false }
    _ = try scanString(in: bytes)
    return true
  }

  // MARK: Comparing

  /// Whether `window` begins with `literal` in quotation marks, spelled without escapes; it is long enough.
  @inlinable @inline(__always)
  static func isQuoted(_ literal: StaticString, in window: Span<UInt8>) -> Bool {
    window[0] == UInt8(ascii: "\"") && equals(literal, at: 1, in: window)
      && window[literal.utf8CodeUnitCount + 1] == UInt8(ascii: "\"") && isPlain(literal)
  }

  /// Whether the bytes from `start` are those of `literal`; that there are enough of them, the caller has checked.
  @inlinable @inline(__always)
  static func equals(_ literal: StaticString, at start: Int, in bytes: Span<UInt8>) -> Bool {
    let length = literal.utf8CodeUnitCount
    let text = bytes.bytes
    let wanted = UnsafeRawPointer(literal.utf8Start)
    if length >= 8 {
      var index = 0
      while index < length {
        // The last word ends with the literal and may overlap the one before.
        let place = min(index, length &- 8)
        let word = wanted.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if text.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ place, as: UInt64.self) != word { return false }
        index &+= 8
      }
      return true
    }
    if length >= 4 {
      let last = length &- 4
      let head = wanted.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let tail = wanted.loadUnaligned(fromByteOffset: last, as: UInt32.self)
      return text.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt32.self) == head
        && text.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ last, as: UInt32.self) == tail
    }
    for index in 0..<length {
      let byte = wanted.load(fromByteOffset: index, as: UInt8.self)
      if bytes[unchecked: start &+ index] != byte { return false }
    }
    return true
  }

  /// Whether no byte of `literal` needs an escape; where the compiler sees the literal, it knows.
  ///
  /// One that holds a quotation mark, a backslash or a control character is never equal to the bytes of a string; the slow
  /// path decodes.
  @inlinable @inline(__always)
  static func isPlain(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    let text = UnsafeRawPointer(literal.utf8Start)
    var index = 0
    while index &+ 8 <= length {
      if JSONWord.needsEscape(text.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { return false }
      index &+= 8
    }
    while index < length {
      if JSONWord.needsEscape(text.load(fromByteOffset: index, as: UInt8.self)) { return false }
      index &+= 1
    }
    return true
  }

  /// Whether the next bytes are those of `literal`.
  @inlinable @inline(__always)
  func isNext(_ literal: StaticString, in bytes: Span<UInt8>) -> Bool {
    let size = literal.utf8CodeUnitCount
    return bytes.count - offset >= size
      && JSONReader.equals(literal, at: 0, in: bytes.extracting(offset..<offset + size))
  }

  /// Whether the string whose content begins at `start` decodes to `literal`; reads no further than it must.
  @usableFromInline @inline(never)
  static func matchesDecoded(_ literal: StaticString, from start: Int, in bytes: Span<UInt8>) -> Bool {
    var position = start
    let length = literal.utf8CodeUnitCount
    var matched = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { return matched == length }
      guard matched < length else { return false }
      if byte == UInt8(ascii: "\\") {
        guard case .scalar(let scalar, let next) = JSONEscape.decode(at: position, in: bytes) else { return false }
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          guard matched < length, literal.utf8Start[matched] == unit else { return false }
          matched += 1
        }
        position = next
      } else {
        guard literal.utf8Start[matched] == byte else { return false }
        matched += 1
        position += 1
      }
    }
    return false
  }
}
