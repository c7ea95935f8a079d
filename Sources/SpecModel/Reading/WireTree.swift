import ZMQWire

/// A value as it stands in a frame of JSON or MessagePack, before anybody says what type it should have.
indirect enum WireTree: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  /// An integer beyond `Int64`.
  case uint(UInt64)
  /// A number with a fraction or an exponent, or an integer beyond 64 bits.
  case decimal(Decimal)
  case string(String)
  /// Of MessagePack alone; JSON has them as base64.
  case bytes([UInt8])
  /// Of MessagePack alone; JSON has it as text.
  case timestamp(Timestamp)
  case array([WireTree])
  case object([Member])

  /// A key and its value.
  struct Member: Sendable, Hashable {
    var key: String
    var value: WireTree
  }

  /// The nearest Double to a number, and how the number is written, where digits may stand that a Double has not. Equal
  /// are those whose Doubles are.
  struct Decimal: Sendable, Hashable {
    let nearest: Double
    let text: String

    /// A number that is known as a Double.
    init(_ number: Double) { self.init(nearest: number, text: JSONText.number(number)) }

    init(nearest: Double, text: String) {
      self.nearest = nearest
      self.text = text
    }

    /// Whether the text is that of an integer, beyond 64 bits.
    var isInteger: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) } }

    static func == (one: Decimal, other: Decimal) -> Bool { one.nearest == other.nearest }
    func hash(into hasher: inout Hasher) { hasher.combine(nearest) }
  }

  /// A value of a protocol file.
  init(_ value: ValueSpec) {
    switch value.content {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number): self = .uint(number)
    case .float(let number): self = .decimal(Decimal(number))
    case .string(let text): self = .string(text)
    case .list(let values): self = .array(values.map(WireTree.init))
    case .map(let members): self = .object(members.map { Member(key: $0.key.text, value: WireTree($0.value)) })
    }
  }

  /// The value as JSON, for people: bytes in base64, times as text.
  var json: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): "\(number)"
    case .uint(let number): "\(number)"
    case .decimal(let number): JSONText.number(number.nearest)
    case .string(let text): JSONText.string(text)
    case .bytes(let bytes): JSONText.string(Base64.encode(bytes))
    case .timestamp(let time): JSONText.string(time.description)
    case .array(let elements): JSONText.array(elements.map(\.json))
    case .object(let members): JSONText.object(members.map { JSONText.member($0.key, $0.value.json) })
    }
  }

  /// The value in a few characters that print, a number as it is written.
  var excerpt: String {
    let text =
      switch self {
      case .decimal(let number): number.text
      case .bytes(let bytes): "bytes 0x" + HexText.encode(bytes.prefix(20))
      case .timestamp(let time): "the timestamp \(time)"
      default: JSONText.printable(json)
      }
    return text.count <= 40 ? text : text.prefix(39) + "…"
  }

  /// Whether JSON has such a value.
  var isJSON: Bool {
    switch self {
    case .bytes, .timestamp: false
    case .decimal(let number): number.nearest.isFinite
    case .array(let elements): elements.allSatisfy(\.isJSON)
    case .object(let members): members.allSatisfy(\.value.isJSON)
    default: true
    }
  }

  /// An integer of either kind.
  var integer: Integer? {
    switch self {
    case .int(let number): Integer(number)
    case .uint(let number): Integer(number)
    default: nil
    }
  }

  /// A number of seconds, with all its digits; nil where 64 bits do not hold them.
  var duration: Duration? {
    let text = if case .decimal(let number) = self { number.text } else { json }
    var reader = JSONReader()
    return try? reader.readDuration(in: Array(text.utf8).span)
  }

  /// A number of any kind.
  var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .decimal(let number): number.nearest
    default: nil
    }
  }

  /// An integer from -2⁶³ to 2⁶⁴-1.
  struct Integer: Comparable {
    private let isNegative: Bool
    private let bits: UInt64

    init(_ number: Int64) { (isNegative, bits) = (number < 0, UInt64(bitPattern: number)) }
    init(_ number: UInt64) { (isNegative, bits) = (false, number) }

    static func < (one: Integer, other: Integer) -> Bool {
      one.isNegative == other.isNegative ? one.bits < other.bits : one.isNegative
    }
  }
}
