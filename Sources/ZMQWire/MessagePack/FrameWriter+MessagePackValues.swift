extension FrameWriter {
  /// Appends a UUID as a string, its canonical text.
  public mutating func pack(_ uuid: UUIDValue) throws(UnencodableValue) { try pack(uuid.description) }

  /// Appends a moment as the extension -1: in 4 bytes where it is a whole second from 1970 to 2106, in 8 up to the
  /// year 2514, else in 12.
  ///
  /// Source: the MessagePack specification, "Timestamp extension type".
  public mutating func pack(_ timestamp: Timestamp) throws(UnencodableValue) {
    var (seconds, rest) = timestamp.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    if rest < 0 { (seconds, rest) = (seconds - 1, rest + 1_000_000) }
    let nanoseconds = UInt32(truncatingIfNeeded: rest * 1000)
    if nanoseconds == 0, let short = UInt32(exactly: seconds) {
      packNumber(0xD6, -1 as Int8)
      json.append(short, .bigEndian)
    } else if seconds >= 0, seconds >> 34 == 0 {
      packNumber(0xD7, -1 as Int8)
      json.append(UInt64(nanoseconds) << 34 | UInt64(truncatingIfNeeded: seconds), .bigEndian)
    } else {
      packNumber(0xC7, 12 as UInt8)
      json.append(-1 as Int8, .bigEndian)
      json.append(nanoseconds, .bigEndian)
      json.append(seconds, .bigEndian)
    }
  }

  /// Appends a duration in seconds: an integer where it is one, else the nearest float of 64 bits.
  ///
  /// A float has about 16 digits, a `Duration` 18 behind the point alone: what is finer is lost, as it is not in JSON.
  ///
  /// - Throws: For one whose whole seconds, once they are rounded so, 64 bits do not hold.
  public mutating func pack(_ duration: Duration) throws(UnencodableValue) {
    guard duration.hasSecondsOf64Bits else { throw UnencodableValue(duration) }
    let (seconds, attoseconds) = duration.components
    if attoseconds == 0 { return try pack(seconds) }
    let text = Array(DurationText.text(of: duration).utf8)
    var reader = JSONReader()
    // What DurationText writes is a number and none that is too large; the sum is only as good as a float's.
    let nearest = (try? reader.readDouble(in: text.span)) ?? Double(seconds) + Double(attoseconds) / 1e18
    guard nearest.magnitude < 0x1p63 else { throw UnencodableValue(duration) }
    try pack(nearest)
  }

  /// Appends a value of any kind; members in their order.
  ///
  /// - Throws: Where a number in it is a NaN or an infinity, which JSON has no text for.
  public mutating func pack(_ value: JSONValue) throws(UnencodableValue) {
    switch value {
    case .null: packNil()
    case .bool(let value): try pack(value)
    case .int(let value): try pack(value)
    case .uint(let value): try pack(value)
    case .double(let value):
      guard value.isFinite else { throw UnencodableValue(value) }
      try pack(value)
    case .string(let value): try pack(value)
    case .array(let elements):
      try packArray(of: elements.count)
      for element in elements { try pack(element) }
    case .object(let members):
      try packMap(of: members.count)
      for member in members {
        try pack(member.key)
        try pack(member.value)
      }
    }
  }

  // MARK: Lists, maps, optionals

  /// Appends a list.
  @inlinable public mutating func pack<Element: MessagePackCodable>(_ elements: [Element]) throws(UnencodableValue) {
    try packArray(elements) { writer, element throws(UnencodableValue) in try element.pack(into: &writer) }
  }

  /// Appends a map, its keys in the order of their code points.
  @inlinable public mutating func pack<Value: MessagePackCodable>(
    _ members: [String: Value]
  ) throws(UnencodableValue) {
    try packMap(members) { writer, value throws(UnencodableValue) in try value.pack(into: &writer) }
  }

  /// Appends a value, or nil.
  @inlinable public mutating func pack<Value: MessagePackCodable>(_ value: Value?) throws(UnencodableValue) {
    try packOptional(value) { writer, value throws(UnencodableValue) in try value.pack(into: &writer) }
  }

  /// Appends an array whose elements `pack` appends.
  @inlinable @inline(__always)
  public mutating func packArray<Element>(
    _ elements: [Element], _ pack: (inout FrameWriter, Element) throws(UnencodableValue) -> Void
  ) throws(UnencodableValue) {
    try packArray(of: elements.count)
    for element in elements { try pack(&self, element) }
  }

  /// Appends a map whose values `pack` appends, its keys in the order of their code points.
  @inlinable
  public mutating func packMap<Value>(
    _ members: [String: Value], _ pack: (inout FrameWriter, Value) throws(UnencodableValue) -> Void
  ) throws(UnencodableValue) {
    try packMap(of: members.count)
    for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      try self.pack(key)
      try pack(&self, value)
    }
  }

  /// Appends nil for nil, and anything else as `pack` does.
  @inlinable @inline(__always)
  public mutating func packOptional<Value>(
    _ value: Value?, _ pack: (inout FrameWriter, Value) throws(UnencodableValue) -> Void
  ) throws(UnencodableValue) {
    if let value { try pack(&self, value) } else { packNil() }
  }

  /// Appends members to a map that has been begun with their number among its count, in the order of their keys' code
  /// points.
  public mutating func packMembers<Value: MessagePackCodable>(
    _ members: [String: Value]
  ) throws(UnencodableValue) {
    try packMembers(members) { writer, value throws(UnencodableValue) in try value.pack(into: &writer) }
  }

  /// Appends members whose values `pack` appends.
  public mutating func packMembers<Value>(
    _ members: [String: Value], _ pack: (inout FrameWriter, Value) throws(UnencodableValue) -> Void
  ) throws(UnencodableValue) {
    for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      try self.pack(key)
      try pack(&self, value)
    }
  }
}
