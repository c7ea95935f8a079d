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
    reserve(text.count + 2)
    put(UInt8(ascii: "\""))
    var index = copyPlain(text, from: 0)
    while index < text.count {
      // The rest as it is, and six bytes for the escape with the quotation mark at the end.
      reserve(text.count - index + 7)
      escape(text[index])
      index = copyPlain(text, from: index + 1)
    }
    put(UInt8(ascii: "\""))
  }

  @usableFromInline @inline(never)
  mutating func writeCopy(of value: String) {
    let copy = Array(value.utf8)
    write(utf8: copy.span)
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
