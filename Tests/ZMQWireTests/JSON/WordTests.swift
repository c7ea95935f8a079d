import Testing

@testable import ZMQWire

/// What is found in several bytes at once is what one finds byte by byte.
@Suite struct WordTests {
  @Test("four hexadecimal digits: all 65,536 values, in both cases")
  func everyValue() {
    for value in UInt32.zero...0xFFFF {
      let lower = (0..<4).map { Hexadecimal.digit(of: UInt8(value >> (12 - 4 * $0) & 15)) }
      let upper = lower.map { $0 >= UInt8(ascii: "a") ? $0 - 0x20 : $0 }
      guard Hexadecimal.value(ofFour: word(lower)) == value, Hexadecimal.value(ofFour: word(upper)) == value else {
        Issue.record("\(String(decoding: lower, as: UTF8.self)) is not \(value)")
        return
      }
    }
  }

  @Test("four hexadecimal digits: every byte that is none, at every place", arguments: 0..<4)
  func everyByte(place: Int) {
    for byte in UInt8.min ... .max {
      var digits = [UInt8](repeating: UInt8(ascii: "f"), count: 4)
      digits[place] = byte
      let isDigit = Hexadecimal.value(of: byte) != nil
      #expect((Hexadecimal.value(ofFour: word(digits)) != nil) == isDigit, "\(byte) at \(place)")
    }
  }

  @Test("decimal digits: every byte that is none ends them, at every place", arguments: 0..<8)
  func endOfDigits(place: Int) {
    for byte in UInt8.min ... .max {
      for rest: UInt8 in [0x00, 0x30, 0x39, 0xFF] {
        var bytes = [UInt8](repeating: UInt8(ascii: "9"), count: place)
        bytes.append(byte)
        bytes += [UInt8](repeating: rest, count: 7 - place)
        let expected = bytes.firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? 8
        #expect(JSONWord.countOfDigits(JSONWord.digits(JSONWord.load(at: 0, in: bytes.span))) == expected, "\(bytes)")
      }
    }
  }

  @Test("what needs an escape: every byte, at every place, whatever follows", arguments: 0..<8)
  func escapes(place: Int) {
    for byte in UInt8.min ... .max {
      for rest: UInt8 in [0x00, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xFF] {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: place)
        bytes.append(byte)
        bytes += [UInt8](repeating: rest, count: 7 - place)
        let word = JSONWord.load(at: 0, in: bytes.span)
        let first = bytes.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
        let marks = JSONWord.escapes(word) & JSONWord.high
        #expect((marks == 0 ? nil : marks.trailingZeroBitCount >> 3) == first, "\(bytes)")
        #expect(JSONWord.needsEscape(word) == (first != nil), "\(bytes)")
      }
    }
  }

  private func word(_ digits: [UInt8]) -> UInt32 {
    digits.enumerated().reduce(0) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
  }
}
