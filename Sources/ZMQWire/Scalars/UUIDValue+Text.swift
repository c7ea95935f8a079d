extension UUIDValue: LosslessStringConvertible {
  /// The UUID that a text of 36 characters names; nil where it is none. Digits of either case.
  public init?(_ text: String) {
    let utf8 = Array(text.utf8)
    self.init(utf8: utf8.span)
  }

  /// The same for text that lies in a frame.
  public init?(utf8 text: Span<UInt8>) {
    guard text.count == 36 else { return nil }
    self.init(high: 0, low: 0)
    var digits = 0
    for index in 0..<36 {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard text[index] == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = Hexadecimal.value(of: text[index]) else { return nil }
      if digits < 16 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
      digits += 1
    }
  }

  /// The canonical text: lowercase, 8-4-4-4-12.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var target = buffer.mutableSpan
      write(to: &target, at: 0)
      return 36
    }
  }

  /// Writes the 36 bytes of the text to `target` from `start`.
  func write(to target: inout MutableSpan<UInt8>, at start: Int) {
    var place = start
    for index in 0..<16 {
      if index == 4 || index == 6 || index == 8 || index == 10 {
        target[place] = UInt8(ascii: "-")
        place += 1
      }
      let byte = byte(at: index)
      target[place] = Hexadecimal.digit(of: byte >> 4)
      target[place + 1] = Hexadecimal.digit(of: byte & 15)
      place += 2
    }
  }
}
