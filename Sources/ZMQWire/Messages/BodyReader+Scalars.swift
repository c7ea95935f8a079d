// What stands in a frame, at the cursor: constants and types that must be what the layout says, and values. A text
// or bytes without a length of their own reach to the end of the frame.

extension BodyReader {
  // MARK: Constants and types

  /// Demands this text.
  @inlinable public mutating func constant(_ text: StaticString) throws(WireError) {
    try expect(text, else: .wrongConstant)
  }

  /// Demands this text behind its length.
  @inlinable public mutating func constant<Length: WireInteger>(
    _ text: StaticString, length: Length.Type
  ) throws(WireError) {
    try expect(Length(truncatingIfNeeded: text.utf8CodeUnitCount), .bigEndian, else: .wrongConstant)
    try expect(text, else: .wrongConstant)
  }

  /// Demands this number.
  @inlinable public mutating func constant<Number: WireInteger>(
    _ number: Number, _ order: ByteOrder = .bigEndian
  ) throws(WireError) {
    try expect(number, order, else: .wrongConstant)
  }

  /// Demands this message type.
  @inlinable public mutating func type(_ text: StaticString) throws(WireError) {
    try expect(text, else: .unknownType)
  }

  /// Demands this message type behind its length.
  @inlinable public mutating func type<Length: WireInteger>(
    _ text: StaticString, length: Length.Type
  ) throws(WireError) {
    try expect(Length(truncatingIfNeeded: text.utf8CodeUnitCount), .bigEndian, else: .unknownType)
    try expect(text, else: .unknownType)
  }

  /// Demands this message type.
  @inlinable public mutating func type<Number: WireInteger>(
    _ number: Number, _ order: ByteOrder = .bigEndian
  ) throws(WireError) {
    try expect(number, order, else: .unknownType)
  }

  @inlinable
  mutating func expect(_ text: StaticString, else reason: WireError.Reason) throws(WireError) {
    let frame = try current("")
    let length = text.utf8CodeUnitCount
    guard BodyReader.begins(frame, at: offset, with: text) else {
      throw fault(reason, "", at: offset, expected: "\"\(text)\"")
    }
    offset += length
    excess = reason
  }

  @inlinable
  mutating func expect<Number: WireInteger>(
    _ number: Number, _ order: ByteOrder, else reason: WireError.Reason
  ) throws(WireError) {
    let start = offset
    let found: Number = try load(order, "")
    guard found == number else {
      throw fault(reason, "", at: start, expected: hexadecimal(number), found: hexadecimal(found))
    }
    excess = reason
  }

  // MARK: Values

  /// Reads an integer that stands as a `Wire` in the frame.
  ///
  /// - Throws: `wrongLength` where the frame ends within it; `outOfRange` where `Value` cannot hold it.
  @inlinable public mutating func readInteger<Wire: WireInteger, Value: FixedWidthInteger>(
    _ wire: Wire.Type, _ name: StaticString, _ order: ByteOrder = .bigEndian
  ) throws(WireError) -> Value {
    start = offset
    let number: Wire = try load(order, name)
    guard let value = Value(exactly: number) else {
      throw fault(
        .outOfRange, name, at: start, expected: JSONFault.Reason.outside(Value.self).expectation, found: "\(number)")
    }
    excess = .wrongLength
    return value
  }

  /// Reads UTF-8 to the end of the frame.
  @inlinable public mutating func readText(_ name: StaticString) throws(WireError) -> String {
    try readText(to: try current(name).count, name)
  }

  /// Reads UTF-8 behind its length in bytes.
  @inlinable public mutating func readText<Length: WireInteger>(
    length: Length.Type, _ name: StaticString
  ) throws(WireError) -> String {
    try readText(to: try end(length, name), name)
  }

  /// Reads the bytes to the end of the frame.
  @inlinable public mutating func readBytes(_ name: StaticString) throws(WireError) -> [UInt8] {
    try readBytes(to: try current(name).count, name)
  }

  /// Reads bytes behind their number.
  @inlinable public mutating func readBytes<Length: WireInteger>(
    length: Length.Type, _ name: StaticString
  ) throws(WireError) -> [UInt8] {
    try readBytes(to: try end(length, name), name)
  }

  /// Reads a routing id to the end of the frame.
  @inlinable public mutating func readRoutingID(_ name: StaticString) throws(WireError) -> RoutingID {
    RoutingID(received: try readBytes(name))
  }

  /// Reads a routing id behind its length.
  @inlinable public mutating func readRoutingID<Length: WireInteger>(
    length: Length.Type, _ name: StaticString
  ) throws(WireError) -> RoutingID {
    RoutingID(received: try readBytes(length: length, name))
  }

  /// Reads the case of an enum.
  @inlinable public mutating func readCase<Case: RawRepresentable<String>>(
    _ name: StaticString, of type: Case.Type
  ) throws(WireError) -> Case {
    try readValue(name, expecting: "a case of the enum") { BodyReader.enumCase($0) }
  }

  /// The same for a text behind its length.
  @inlinable public mutating func readCase<Length: WireInteger, Case: RawRepresentable<String>>(
    length: Length.Type, _ name: StaticString, of type: Case.Type
  ) throws(WireError) -> Case {
    try readValue(length: length, name, expecting: "a case of the enum") { BodyReader.enumCase($0) }
  }

  /// The case with these bytes; `init(rawValue:)` alone also takes what Unicode holds for the same text.
  @inlinable static func enumCase<Case: RawRepresentable<String>>(_ text: String) -> Case? {
    guard let found = Case(rawValue: text), found.rawValue.utf8.elementsEqual(text.utf8) else { return nil }
    return found
  }

  /// Reads the text of a UUID or a timestamp: `Value` knows which texts there are.
  ///
  /// - Parameter expected: What would be right, in words that follow "expected".
  @inlinable public mutating func readValue<Value>(
    _ name: StaticString, expecting expected: StaticString, _ value: (String) -> Value?
  ) throws(WireError) -> Value {
    start = offset
    let text = try readText(name)
    guard let value = value(text) else { throw fault(.wrongType, name, at: start, expected: "\(expected)") }
    return value
  }

  /// The same for a text behind its length.
  @inlinable public mutating func readValue<Length: WireInteger, Value>(
    length: Length.Type, _ name: StaticString, expecting expected: StaticString, _ value: (String) -> Value?
  ) throws(WireError) -> Value {
    let start = offset
    let text = try readText(length: length, name)
    guard let value = value(text) else { throw fault(.wrongType, name, at: start, expected: "\(expected)") }
    return value
  }

  /// Reads the sixteen bytes of a UUID.
  public mutating func readUUIDBytes(_ name: StaticString) throws(WireError) -> UUIDValue {
    let start = offset
    let bytes = try readBytes(name)
    guard let uuid = UUIDValue(bytes: bytes) else {
      throw fault(.wrongLength, name, at: start, expected: "16 bytes", found: "\(bytes.count) bytes")
    }
    return uuid
  }

  /// Reads a count of 32 bits, then so many texts, each behind its length of 32 bits.
  public mutating func readStrings(_ name: StaticString) throws(WireError) -> [String] {
    let count: UInt32 = try load(.bigEndian, name)
    var texts: [String] = []
    // Memory grows with what is there, and not with what a peer says there is.
    for index in 0..<count {
      element = Int(index)
      texts.append(try readText(length: UInt32.self, name))
    }
    element = nil
    return texts
  }

  /// Reads a count of 32 bits, then so many keys behind their length of 8 bits, each with a text behind its length of
  /// 32; a key given twice is an error, and so are two that only their bytes tell apart.
  ///
  /// Source: RFC 36, "dictionary".
  public mutating func readDictionary(_ name: StaticString) throws(WireError) -> [String: String] {
    let count: UInt32 = try load(.bigEndian, name)
    var members: [String: String] = [:]
    for index in 0..<count {
      element = Int(index)
      let key = try readText(length: UInt8.self, name)
      let place = start
      if let reason = members.put(try readText(length: UInt32.self, name), under: key, lastKeyWins: false) {
        throw fault(
          .duplicateKey, name, at: place, expected: reason.expectation, found: Excerpt.quoted(Array(key.utf8).span))
      }
    }
    element = nil
    return members
  }

  // MARK: Looking for the message type

  /// Steps over an integer.
  public mutating func skip<Number: WireInteger>(_ type: Number.Type) throws(WireError) {
    let _: Number = try load(.bigEndian, "")
  }

  /// Steps over what stands behind its length.
  public mutating func skip<Length: WireInteger>(length: Length.Type) throws(WireError) {
    offset = try end(length, "")
  }

  /// Steps over a list of texts.
  public mutating func skipStrings() throws(WireError) {
    let count: UInt32 = try load(.bigEndian, "")
    for _ in 0..<count { try skip(length: UInt32.self) }
  }

  /// Steps over a dictionary of texts.
  public mutating func skipDictionary() throws(WireError) {
    let count: UInt32 = try load(.bigEndian, "")
    for _ in 0..<count {
      try skip(length: UInt8.self)
      try skip(length: UInt32.self)
    }
  }

  /// Takes what is left of the frame as a message type.
  @inlinable public mutating func readToken() throws(WireError) -> Range<Int> {
    start = offset
    offset = try current("type").count
    return start..<offset
  }

  /// Takes what stands behind its length as a message type.
  @inlinable public mutating func readToken<Length: WireInteger>(length: Length.Type) throws(WireError) -> Range<Int> {
    let end = try end(length, "type")
    start = offset
    offset = end
    return start..<end
  }

  /// Whether the frame under way is this constant and nothing else.
  public mutating func isConstant(_ text: StaticString) -> Bool {
    let frame = frames.bodyFrame(index)
    return frame.count == text.utf8CodeUnitCount && BodyReader.begins(frame, at: 0, with: text)
  }

  /// Whether the frame under way is this number and nothing else.
  public mutating func isConstant<Number: WireInteger>(_ number: Number, _ order: ByteOrder = .bigEndian) -> Bool {
    let frame = frames.bodyFrame(index)
    guard frame.count == MemoryLayout<Number>.size else { return false }
    return order.convert(frame.span.bytes.unsafeLoadUnaligned(as: Number.self)) == number
  }

  /// Whether these bytes are this message type.
  @inlinable public func matches(_ token: Range<Int>, _ text: StaticString) -> Bool {
    token.count == text.utf8CodeUnitCount
      && BodyReader.begins(frames.bodyFrame(index), at: token.lowerBound, with: text)
  }

  /// The number that stands for a message type, as `JSONKey.fingerprint(of:)` gives it.
  public func fingerprint(of token: Range<Int>) -> UInt64 {
    JSONKey.fingerprint(of: frames.bodyFrame(index).span.extracting(token))
  }

  /// The error for a message type that is none of this socket's.
  @inline(never)
  public func unknownType() -> WireError {
    fault(.unknownType, "", at: start, expected: JSONFault.Reason.unknownMessageType.expectation)
  }

  // MARK: Loading

  /// Whether these bytes stand at `offset`.
  @inlinable
  static func begins(_ frame: UnsafeBufferPointer<UInt8>, at offset: Int, with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard frame.count - offset >= length else { return false }
    let bytes = frame.span
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: length).span
    for index in 0..<length where bytes[offset + index] != wanted[index] { return false }
    return true
  }

  /// The integer at the cursor.
  @inlinable @inline(__always)
  mutating func load<Number: WireInteger>(_ order: ByteOrder, _ name: StaticString) throws(WireError) -> Number {
    let frame = try current(name)
    let size = MemoryLayout<Number>.size
    guard frame.count - offset >= size else { throw tooShort(size, name) }
    let number = frame.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self)
    offset += size
    return order.convert(number)
  }

  /// Where something ends whose length is at the cursor.
  @inlinable
  mutating func end<Length: WireInteger>(_ length: Length.Type, _ name: StaticString) throws(WireError) -> Int {
    let start = offset
    let length: Length = try load(.bigEndian, name)
    let left = frames.bodyFrame(index).count - offset
    guard let count = Int(exactly: length), count <= left else {
      throw fault(.wrongLength, name, at: start, expected: "\(length) bytes behind this length", found: "\(left) bytes")
    }
    return offset + count
  }

  @inlinable
  mutating func readText(to end: Int, _ name: StaticString) throws(WireError) -> String {
    let bytes = frames.bodyFrame(index).span
    start = offset
    guard let text = UTF8Sequence.string(offset..<end, in: bytes) else { throw notUTF8(to: end, name) }
    offset = end
    excess = .wrongLength
    return text
  }

  @inlinable
  mutating func readBytes(to end: Int, _ name: StaticString) throws(WireError) -> [UInt8] {
    let bytes = Array(frames.bodyFrame(index)[offset..<end])
    start = offset
    offset = end
    excess = .wrongLength
    return bytes
  }

  @usableFromInline @inline(never)
  func tooShort(_ size: Int, _ name: StaticString) -> WireError {
    let left = frames.bodyFrame(index).count - offset
    return fault(
      .wrongLength, name, at: offset, expected: "an integer of \(size) byte\(size == 1 ? "" : "s")",
      found: "\(left) byte\(left == 1 ? "" : "s")")
  }

  @usableFromInline @inline(never)
  func notUTF8(to end: Int, _ name: StaticString) -> WireError {
    var place = offset
    let bytes = frames.bodyFrame(index).span.extracting(..<end)
    while place < end {
      let length = UTF8Sequence.length(at: place, in: bytes)
      if length == 0 { break }
      place += length
    }
    return fault(.notUTF8, name, at: place, expected: "UTF-8")
  }

  @usableFromInline @inline(never)
  func hexadecimal(_ number: some WireInteger) -> String {
    number < 0 ? "\(number)" : "0x" + (number < 16 ? "0" : "") + String(number, radix: 16, uppercase: true)
  }
}

/// An integer that stands in a frame as its bytes.
public typealias WireInteger = FixedWidthInteger & BitwiseCopyable
