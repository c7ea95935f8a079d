import ZMQWire

extension WireTree {
  /// The value in a frame of MessagePack, whatever forms it is written in.
  ///
  /// Source: the MessagePack specification, "Formats" and "Timestamp extension type".
  init(messagePack frame: [UInt8]) throws(WireError) {
    do throws(WireError) {
      var parser = Parser(bytes: frame[...])
      self = try parser.value(depth: 0)
      if !parser.bytes.isEmpty {
        throw WireError(
          .notMessagePack, offset: parser.offset, expected: "the end of the frame",
          found: Wording.counted(parser.bytes.count, "byte"))
      }
    } catch {
      throw error.located(in: frame)
    }
  }

  private struct Parser {
    var bytes: ArraySlice<UInt8>
    var offset: Int { bytes.startIndex }

    mutating func value(depth: Int) throws(WireError) -> WireTree {
      let start = offset
      let code = UInt8(try number(1))
      switch code {
      case 0x00...0x7F: return .int(Int64(code))
      case 0xE0...0xFF: return .int(Int64(Int8(bitPattern: code)))
      case 0x80...0x8F: return try map(Int(code & 0x0F), depth)
      case 0x90...0x9F: return try array(Int(code & 0x0F), depth)
      case 0xA0...0xBF: return .string(try text(Int(code & 0x1F)))
      case 0xC0: return .null
      case 0xC2, 0xC3: return .bool(code == 0xC3)
      case 0xC4...0xC6: return .bytes(Array(try take(try count(1 << (code - 0xC4)))))
      case 0xC7...0xC9: return try ext(try count(1 << (code - 0xC7)), at: start)
      case 0xCA:
        let float = Float(bitPattern: UInt32(truncatingIfNeeded: try number(4)))
        return .decimal(Decimal(nearest: Double(float), text: "\(float)"))
      case 0xCB: return .decimal(Decimal(Double(bitPattern: try number(8))))
      case 0xCC...0xCF:
        let number = try number(1 << (code - 0xCC))
        return Int64(exactly: number).map { .int($0) } ?? .uint(number)
      case 0xD0: return .int(Int64(Int8(truncatingIfNeeded: try number(1))))
      case 0xD1: return .int(Int64(Int16(truncatingIfNeeded: try number(2))))
      case 0xD2: return .int(Int64(Int32(truncatingIfNeeded: try number(4))))
      case 0xD3: return .int(Int64(bitPattern: try number(8)))
      case 0xD4...0xD8: return try ext(1 << (code - 0xD4), at: start)
      case 0xD9...0xDB: return .string(try text(try count(1 << (code - 0xD9))))
      case 0xDC, 0xDD: return try array(try count(2 << (code - 0xDC)), depth)
      case 0xDE, 0xDF: return try map(try count(2 << (code - 0xDE)), depth)
      default: throw WireError(.notMessagePack, offset: start, expected: "a format of MessagePack", found: "0xC1")
      }
    }

    private mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
      guard count <= bytes.count else {
        throw WireError(
          .notMessagePack, offset: offset, expected: Wording.counted(count, "more byte"), found: "\(bytes.count)")
      }
      defer { bytes = bytes.dropFirst(count) }
      return bytes.prefix(count)
    }

    /// An integer without sign in network order.
    private mutating func number(_ size: Int) throws(WireError) -> UInt64 {
      try take(size).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func count(_ size: Int) throws(WireError) -> Int {
      Int(truncatingIfNeeded: try number(size))
    }

    private mutating func text(_ count: Int) throws(WireError) -> String {
      let start = offset
      guard let text = String(validating: try take(count), as: UTF8.self) else {
        throw WireError(.notUTF8, offset: start, expected: "UTF-8")
      }
      return text
    }

    private func demandLevel(_ depth: Int) throws(WireError) {
      if depth >= CodecLimits.default.depth {
        throw WireError(.tooDeep, offset: offset, expected: "fewer levels of nesting")
      }
    }

    private mutating func array(_ count: Int, _ depth: Int) throws(WireError) -> WireTree {
      try demandLevel(depth)
      var elements: [WireTree] = []
      for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
      return .array(elements)
    }

    private mutating func map(_ count: Int, _ depth: Int) throws(WireError) -> WireTree {
      try demandLevel(depth)
      var members: [Member] = []
      // Keys are the same if their bytes are.
      var keys: Set<[UInt8]> = []
      for _ in 0..<count {
        let start = offset
        guard case .string(let key) = try value(depth: depth + 1) else {
          throw WireError(.wrongType, offset: start, expected: "a string as key")
        }
        guard keys.insert(Array(key.utf8)).inserted else {
          throw WireError(.duplicateKey, offset: start, expected: "each key once", found: JSONText.string(key))
        }
        members.append(Member(key: key, value: try value(depth: depth + 1)))
      }
      return .object(members)
    }

    /// An extension: of those only the timestamp, type -1, is a value of the language.
    private mutating func ext(_ count: Int, at start: Int) throws(WireError) -> WireTree {
      let type = Int8(truncatingIfNeeded: try number(1))
      var seconds: Int64 = 0
      var nanoseconds: UInt64 = 0
      guard type == -1, [4, 8, 12].contains(count) else {
        throw WireError(.notMessagePack, offset: start, expected: "no extension but a timestamp", found: "type \(type)")
      }
      switch count {
      case 4: seconds = Int64(try number(4))
      case 8:
        let both = try number(8)
        (nanoseconds, seconds) = (both >> 34, Int64(both & 0x3_FFFF_FFFF))
      default:
        nanoseconds = try number(4)
        seconds = Int64(bitPattern: try number(8))
      }
      let (micros, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
      let (sum, tooLarge) = micros.addingReportingOverflow(Int64(nanoseconds / 1000))
      // Exact, or refused.
      guard nanoseconds < 1_000_000_000, nanoseconds % 1000 == 0, !overflow, !tooLarge,
        let time = Timestamp(microseconds: sum)
      else {
        throw WireError(.outOfRange, offset: start, expected: "a timestamp of the years 0001 to 9999 in microseconds")
      }
      return .timestamp(time)
    }
  }
}

extension WireError {
  /// The error with the path to its byte in a frame of MessagePack, and what stands there where it says nothing else.
  fileprivate func located(in frame: [UInt8]) -> WireError {
    guard let offset else { return self }
    let place = WireError(MessagePackFault(.unknownFormat, at: offset), frame: 0, in: frame.span)
    var error = self
    error.path = place.path
    if error.found.isEmpty { error.found = place.found }
    return error
  }
}
