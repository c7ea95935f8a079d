/// The first bytes of a value: what it is, and its number, length or count.
///
/// Source: the MessagePack specification, "Formats".
@usableFromInline struct MessagePackHead {
  /// What a first byte begins.
  @usableFromInline enum Kind: UInt8 {
    case null, bool
    /// An integer from 0 on, and one below, whose `argument` is its bits as an `Int64`.
    case positive, negative
    case float32, float64
    case string, binary, array, map
    /// An extension of the type `extensionType`.
    case extended
    /// 0xC1, which is never used.
    case unused
    /// The frame ends here or within the head.
    case missing
  }

  @usableFromInline var kind: Kind
  /// The number, its bits, the length in bytes or the count of elements or pairs; 1 for true.
  @usableFromInline var argument: UInt64
  /// How many bytes the head has.
  @usableFromInline var size: Int
  /// The type of an extension.
  @usableFromInline var extensionType: Int8 = 0

  @inlinable init(_ kind: Kind, _ argument: UInt64, size: Int) {
    self.kind = kind
    self.argument = argument
    self.size = size
  }

  /// How many bytes follow the head that are no values of their own.
  @usableFromInline var contentLength: UInt64 {
    switch kind {
    case .string, .binary, .extended: argument
    default: 0
    }
  }

  /// The head of the value that begins at `start`.
  @usableFromInline @inline(never)
  init(at start: Int, in bytes: Span<UInt8>) {
    guard start < bytes.count else {
      self.init(.missing, 0, size: 0)
      return
    }
    let first = bytes[start]
    switch first {
    case 0x00...0x7F: self.init(.positive, UInt64(first), size: 1)
    case 0x80...0x8F: self.init(.map, UInt64(first & 15), size: 1)
    case 0x90...0x9F: self.init(.array, UInt64(first & 15), size: 1)
    case 0xA0...0xBF: self.init(.string, UInt64(first & 31), size: 1)
    case 0xC0: self.init(.null, 0, size: 1)
    case 0xC1: self.init(.unused, 0, size: 1)
    case 0xC2, 0xC3: self.init(.bool, UInt64(first & 1), size: 1)
    case 0xC4...0xC6: self.init(.binary, bytesOfArgument: 1 << Int(first - 0xC4), at: start, in: bytes)
    case 0xC7...0xC9: self.init(extensionOf: 1 << Int(first - 0xC7), at: start, in: bytes)
    case 0xCA: self.init(.float32, bytesOfArgument: 4, at: start, in: bytes)
    case 0xCB: self.init(.float64, bytesOfArgument: 8, at: start, in: bytes)
    case 0xCC...0xCF: self.init(.positive, bytesOfArgument: 1 << Int(first - 0xCC), at: start, in: bytes)
    case 0xD0...0xD3: self.init(signed: 1 << Int(first - 0xD0), at: start, in: bytes)
    case 0xD4...0xD8:
      self.init(.extended, 1 << UInt64(first - 0xD4), size: 2)
      readExtensionType(at: start, in: bytes)
    case 0xD9...0xDB: self.init(.string, bytesOfArgument: 1 << Int(first - 0xD9), at: start, in: bytes)
    case 0xDC, 0xDD: self.init(.array, bytesOfArgument: 2 << Int(first - 0xDC), at: start, in: bytes)
    case 0xDE, 0xDF: self.init(.map, bytesOfArgument: 2 << Int(first - 0xDE), at: start, in: bytes)
    default: self.init(.negative, UInt64(bitPattern: Int64(Int8(bitPattern: first))), size: 1)
    }
  }

  /// A head whose argument is an unsigned integer of so many bytes, in network order.
  private init(_ kind: Kind, bytesOfArgument count: Int, at start: Int, in bytes: Span<UInt8>) {
    self.init(kind, 0, size: 1 + count)
    guard bytes.count - start > count else {
      self.kind = .missing
      return
    }
    for index in 1...count { argument = argument << 8 | UInt64(bytes[start + index]) }
  }

  /// A signed integer of so many bytes; one that is not below 0 is like an unsigned one.
  private init(signed count: Int, at start: Int, in bytes: Span<UInt8>) {
    self.init(.positive, bytesOfArgument: count, at: start, in: bytes)
    let unused = UInt64(64 - 8 * count)
    let value = Int64(bitPattern: argument << unused) >> Int64(unused)
    guard kind == .positive, value < 0 else { return }
    kind = .negative
    argument = UInt64(bitPattern: value)
  }

  /// An extension whose length has so many bytes.
  private init(extensionOf count: Int, at start: Int, in bytes: Span<UInt8>) {
    self.init(.extended, bytesOfArgument: count, at: start, in: bytes)
    size += 1
    readExtensionType(at: start, in: bytes)
  }

  private mutating func readExtensionType(at start: Int, in bytes: Span<UInt8>) {
    guard kind == .extended, bytes.count - start >= size else {
      kind = .missing
      return
    }
    extensionType = Int8(bitPattern: bytes[start + size - 1])
  }
}
