import ZMQWire

extension WireTree {
  /// The value in a frame of JSON.
  init(json frame: [UInt8]) throws(JSONFault) {
    var reader = JSONReader()
    let value = try reader.readValue(in: frame.span)
    try reader.end(in: frame.span)
    var numbers = NumberTexts(frame: frame)
    self.init(value, &numbers)
  }

  private init(_ value: JSONValue, _ numbers: inout NumberTexts) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number):
      self = .int(number)
      numbers.skip()
    case .uint(let number):
      self = .uint(number)
      numbers.skip()
    case .double(let number): self = .decimal(Decimal(nearest: number, text: numbers.next()))
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map { WireTree($0, &numbers) })
    case .object(let members):
      self = .object(members.map { Member(key: $0.key, value: WireTree($0.value, &numbers)) })
    }
  }

  /// The numbers of a frame that is JSON, as they are written, one after the other.
  private struct NumberTexts {
    let frame: [UInt8]
    private var index = 0

    init(frame: [UInt8]) { self.frame = frame }

    mutating func skip() { _ = nextRange() }

    mutating func next() -> String { String(decoding: frame[nextRange()], as: UTF8.self) }

    private mutating func nextRange() -> Range<Int> {
      while index < frame.count {
        switch frame[index] {
        case UInt8(ascii: "\""): skipString()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          let start = index
          while index < frame.count, NumberTexts.isOfNumber(frame[index]) { index += 1 }
          return start..<index
        default: index += 1
        }
      }
      return index..<index
    }

    private mutating func skipString() {
      index += 1
      while index < frame.count, frame[index] != UInt8(ascii: "\"") {
        index += frame[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index += 1
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
  }
}
