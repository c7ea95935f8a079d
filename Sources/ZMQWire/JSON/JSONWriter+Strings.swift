extension JSONWriter {
  /// Appends a string in quotation marks.
  ///
  /// Only quotation marks, backslashes and control characters are escaped; everything else is UTF-8.
  @inlinable public mutating func write(_ value: String) {
    let done: Void? = value.utf8.withContiguousStorageIfAvailable { write(utf8: $0.span) }
    // Only a string that Objective-C has made has no storage to lend.
    if done == nil { writeCopy(of: value) }
  }

  /// Appends text that is UTF-8 already, in quotation marks.
  ///
  /// What is short and what is seldom is a call at the end, so that long text saves no registers for them.
  @usableFromInline @inline(never)
  mutating func write(utf8 text: Span<UInt8>) {
    guard text.count >= 16 else { return writeShort(text) }
    if capacity &- length < text.count &+ 9 || !copyLong(text) { writePieces(of: text) }
  }

  @inline(never)
  private mutating func writeShort(_ text: Span<UInt8>) {
    if capacity &- length < text.count &+ 9 || !copyShort(text) { writePieces(of: text) }
  }

  @usableFromInline @inline(never)
  mutating func writeCopy(of value: String) {
    let copy = Array(value.utf8)
    write(utf8: copy.span)
  }

  /// Appends 16 bytes or more that need no escape, with quotation marks; false, and nothing is appended, where they do.
  ///
  /// There must be room for the text and nine bytes: that is what is stored into at most.
  @inline(__always)
  private mutating func copyLong(_ text: Span<UInt8>) -> Bool {
    let count = text.count
    var target = window(count &+ 9).mutableSpan
    var bytes = target.mutableBytes
    var index = 0
    while index &+ 32 < count {
      if !JSONWriter.copy(text.bytes, pieces: index, index &+ 16, to: &bytes) { return false }
      index &+= 32
    }
    // The last two pieces end with the text and may overlap the ones before, and each other.
    if !JSONWriter.copy(text.bytes, pieces: max(count &- 32, 0), count &- 16, to: &bytes) { return false }
    finish(count, in: &bytes)
    return true
  }

  /// The same for fewer than 16 bytes.
  @inline(__always)
  private mutating func copyShort(_ text: Span<UInt8>) -> Bool {
    let count = text.count
    let source = text.bytes
    var target = window(count &+ 9).mutableSpan
    var bytes = target.mutableBytes
    if count >= 8 {
      let first = source.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
      let last = source.unsafeLoadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      if JSONWord.needsEscape(first, last) { return false }
      bytes.storeBytes(of: first, toByteOffset: 1, as: UInt64.self)
      bytes.storeBytes(of: last, toByteOffset: count &- 7, as: UInt64.self)
    } else {
      let word = JSONWord.last(from: 0, in: text)
      if JSONWord.needsEscape(word | (JSONWord.ones &* 0x20) &<< UInt64(8 &* count)) { return false }
      bytes.storeBytes(of: word.littleEndian, toByteOffset: 1, as: UInt64.self)
    }
    finish(count, in: &bytes)
    return true
  }

  /// Stores the quotation marks around a text that has been copied.
  @inline(__always)
  private mutating func finish(_ count: Int, in bytes: inout MutableRawSpan) {
    bytes.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    bytes.storeBytes(of: UInt8(ascii: "\""), toByteOffset: count &+ 1, as: UInt8.self)
    length &+= count &+ 2
  }

  /// Copies two pieces of 16 bytes to one byte further on; false, and nothing is copied, where one needs an escape.
  ///
  /// Both are within the source, which nobody looks at here once more, and so their copies within `bytes`, which have
  /// nine bytes more.
  @inline(__always)
  private static func copy(
    _ source: RawSpan, pieces first: Int, _ second: Int, to bytes: inout MutableRawSpan
  ) -> Bool {
    let head = source.unsafeLoadUnaligned(fromUncheckedByteOffset: first, as: SIMD2<UInt64>.self)
    let tail = source.unsafeLoadUnaligned(fromUncheckedByteOffset: second, as: SIMD2<UInt64>.self)
    if JSONWord.needsEscape(head, tail) { return false }
    bytes.storeBytes(of: head, toUncheckedByteOffset: first &+ 1, as: SIMD2<UInt64>.self)
    bytes.storeBytes(of: tail, toUncheckedByteOffset: second &+ 1, as: SIMD2<UInt64>.self)
    return true
  }

  /// Appends any text, with its quotation marks.
  @inline(never)
  private mutating func writePieces(of text: Span<UInt8>) {
    let count = text.count
    reserve(count + 2)
    put(UInt8(ascii: "\""))
    var index = copyPlain(text, from: 0)
    while index < count {
      // The rest as it is, and six bytes for the escape with the quotation mark at the end.
      reserve(count - index + 7)
      escape(text[index])
      index = copyPlain(text, from: index + 1)
    }
    put(UInt8(ascii: "\""))
  }

  /// Copies what needs no escape, for which there is room, and returns the index where that ends.
  private mutating func copyPlain(_ text: Span<UInt8>, from start: Int) -> Int {
    let shift = length - start
    var target = storage.mutableSpan
    var bytes = target.mutableBytes
    let source = text.bytes
    var index = start
    while text.count - index >= 8 {
      let word = source.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      if JSONWord.needsEscape(word) { break }
      bytes.storeBytes(of: word, toByteOffset: index + shift, as: UInt64.self)
      index += 8
    }
    while index < text.count, !JSONWord.needsEscape(text[index]) {
      bytes.storeBytes(of: text[index], toByteOffset: index + shift, as: UInt8.self)
      index += 1
    }
    length += index - start
    return index
  }

  private mutating func escape(_ byte: UInt8) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
    case 0x08: put(UInt8(ascii: "b"))
    case 0x09: put(UInt8(ascii: "t"))
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0C: put(UInt8(ascii: "f"))
    case 0x0D: put(UInt8(ascii: "r"))
    default:
      put(UInt8(ascii: "u"))
      put(UInt8(ascii: "0"))
      put(UInt8(ascii: "0"))
      put(Hexadecimal.digit(of: byte >> 4))
      put(Hexadecimal.digit(of: byte & 15))
    }
  }
}
