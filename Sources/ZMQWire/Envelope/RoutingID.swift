/// The bytes by which a ROUTER names one of its peers.
///
/// Either the peer set them (1 to 255 bytes, `ZMQ_ROUTING_ID`), or libzmq made them up: a zero byte and
/// four more, new at every reconnection. Keep one only as long as you talk to that peer.
/// Source: libzmq `router.cpp`, `identify_peer`.
///
/// Ids of up to 15 bytes lie in the value itself, so that to name a message's sender allocates nothing.
@frozen public struct RoutingID: Sendable {
  /// All of a short id, the beginning of a longer one.
  @usableFromInline package let words: Words
  /// All bytes of an id that is longer.
  @usableFromInline let long: [UInt8]?

  /// The first bytes of an id and its length, which can be compared and kept without anything being counted.
  @frozen @usableFromInline package struct Words: Sendable, Equatable {
    /// The first 8 bytes, the lowest first.
    @usableFromInline let head: UInt64
    /// The next 7 bytes, and in the highest how many there are in all; 255 for 255 and more.
    @usableFromInline let tail: UInt64

    /// Those of no id at all.
    package static var none: Words { Words(head: 0, tail: 0) }

    @inlinable init(head: UInt64, tail: UInt64) {
      self.head = head
      self.tail = tail
    }

    /// Those of the routing id in a frame that was received.
    @inlinable package init(received bytes: Span<UInt8>) {
      head = RoutingID.word(bytes, from: 0)
      tail = (RoutingID.word(bytes, from: 8) & (1 << 56 - 1)) | UInt64(min(bytes.count, 255)) << 56
    }

    /// Whether the id has no other bytes.
    @inlinable package var areAll: Bool { tail >> 56 <= 15 }
  }

  /// The id with these words.
  ///
  /// - Parameter long: All bytes of one that is longer.
  @inlinable package init(_ words: Words, long: [UInt8]? = nil) {
    self.words = words
    self.long = long
  }

  /// The bytes as they stand in the frame.
  public var bytes: [UInt8] {
    if let long { return long }
    return (0..<Int(words.tail >> 56)).map {
      UInt8(truncatingIfNeeded: ($0 < 8 ? words.head : words.tail) >> (8 * UInt64($0 & 7)))
    }
  }

  /// The routing id in a frame that was received.
  @inlinable public init(received bytes: Span<UInt8>) {
    words = Words(received: bytes)
    long = words.areAll ? nil : RoutingID.copy(of: bytes)
  }

  /// The routing id in a frame that was received.
  public init(received bytes: [UInt8]) { self.init(received: bytes.span) }

  /// Up to 8 bytes, the lowest first.
  @inlinable @inline(__always)
  static func word(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
    let count = bytes.count - start
    if count >= 8 {
      return UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
    if count >= 4 {
      // The last four may overlap the first; what lies in both is the same.
      let first = UInt32(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self))
      let last = UInt32(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start + count - 4, as: UInt32.self))
      return UInt64(first) | UInt64(last) << (8 * UInt64(count - 4))
    }
    var word: UInt64 = 0
    var index = 0
    while index < count {
      word |= UInt64(bytes[start + index]) << (8 * UInt64(index))
      index += 1
    }
    return word
  }

  @usableFromInline @inline(never)
  package static func copy(of bytes: Span<UInt8>) -> [UInt8] { bytes.withUnsafeBufferPointer { Array($0) } }

  /// A routing id of your own choice, or nil where libzmq would refuse it or reserves it.
  ///
  /// - Parameter bytes: 1 to 255 bytes, the first not zero (those are what libzmq makes up itself).
  public init?(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard (1...255).contains(bytes.count), bytes.first != 0 else { return nil }
    self.init(received: bytes)
  }

  /// A routing id of your own choice as text.
  ///
  /// One that is empty, longer than 255 bytes or begins with a zero byte is refused when its socket is opened.
  public init(text: String) { self.init(received: Array(text.utf8)) }

  /// Whether libzmq made this id up, so that it does not survive a reconnection.
  public var isAutomatic: Bool { words.tail >> 56 > 0 && words.head & 0xFF == 0 }
}

extension RoutingID: Hashable {
  /// Whether the bytes are the same.
  @inlinable public static func == (one: RoutingID, other: RoutingID) -> Bool {
    one.words == other.words && (one.long == nil || one.long == other.long)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.head)
    hasher.combine(words.tail)
    if let long { hasher.combine(long) }
  }

  /// A number that depends on all bytes and on `seed`, which whoever chooses the bytes must not know.
  package func hash(seed: UInt64) -> UInt64 {
    if long != nil { return UInt64(bitPattern: Int64(hashValue)) }
    return mixed(mixed(words.head ^ seed, seed) ^ words.tail, seed)
  }

  private func mixed(_ word: UInt64, _ seed: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: seed)
    return product.high ^ product.low
  }
}

extension RoutingID: CustomStringConvertible {
  /// The text, if it is printable ASCII; otherwise the bytes in hexadecimal: `0x006b8b4567`.
  public var description: String {
    if bytes.allSatisfy({ (0x21...0x7e).contains($0) }) { return String(decoding: bytes, as: UTF8.self) }
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }
    return "0x" + digits.joined()
  }
}
