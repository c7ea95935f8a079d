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
  @usableFromInline @inline(never)
  mutating func write(utf8 text: Span<UInt8>) {
    let count = text.count
    var index = 0
    if !copyWords(of: text) {
      put(UInt8(ascii: "\""))
      index = copyPlain(text, from: 0)
      while index < count {
        // The rest as it is, and six bytes for the escape with the quotation mark at the end.
        reserve(count - index + 7)
        escape(text[index])
        index = copyPlain(text, from: index + 1)
      }
      put(UInt8(ascii: "\""))
    }
  }

  @usableFromInline @inline(never)
  mutating func writeCopy(of value: String) {
    let copy = Array(value.utf8)
    write(utf8: copy.span)
  }

  /// Appends text that needs no escape, with its quotation marks; false, and nothing is appended, where it does.
  ///
  /// Either way there is room for the text and nine bytes.
  @inline(__always)
  private mutating func copyWords(of text: Span<UInt8>) -> Bool {
    let count = text.count
    let source = text.bytes
    var target = window(count &+ 9).mutableSpan
    var bytes = target.mutableBytes
    bytes.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    // The last piece ends with the text and may overlap the one before.
    if count >= 16 {
      var index = 0
      while index &+ 16 < count {
        let piece = source.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self)
        if JSONWord.needsEscape(piece[0], piece[1]) { return false }
        bytes.storeBytes(of: piece, toByteOffset: index &+ 1, as: SIMD2<UInt64>.self)
        index &+= 16
      }
      let piece = source.unsafeLoadUnaligned(fromByteOffset: count &- 16, as: SIMD2<UInt64>.self)
      if JSONWord.needsEscape(piece[0], piece[1]) { return false }
      bytes.storeBytes(of: piece, toByteOffset: count &- 15, as: SIMD2<UInt64>.self)
    } else if count >= 8 {
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
    bytes.storeBytes(of: UInt8(ascii: "\""), toByteOffset: count &+ 1, as: UInt8.self)
    length += count + 2
    return true
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
