/// Canonical JSON text, appended to a buffer that is used again.
///
/// Canonical: no blanks, the shortest number that reads back the same, no escape that RFC 8259 does
/// not demand. Punctuation and keys are what the compiler knows, so generated code writes them as one
/// literal between the values:
///
/// ```swift
/// var writer = JSONWriter(reserving: 64)
/// writer.raw("[\"ping\",[")
/// writer.write(5)
/// writer.raw("],{}]")
/// try writer.withBytes { bytes in try socket.send(bytes) }
/// writer.removeAll()   // keeps the memory
/// ```
///
/// It is not copied, so that the buffer never is. The memory is its own and not an Array's, which would
/// ask at every append whether it is shared; every store is checked against the buffer's end.
@frozen public struct JSONWriter: ~Copyable {
  /// Where the memory begins, and how much of it there is; the text is the first `count` bytes. Nobody else holds it.
  ///
  /// Not a buffer pointer, which may have no memory, so that every piece of the text would look whether it has.
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int

  /// All memory there is.
  @inlinable var storage: UnsafeMutableBufferPointer<UInt8> {
    @inline(__always) get { UnsafeMutableBufferPointer(start: base, count: capacity) }
  }

  /// How many bytes have been written.
  @inlinable public var count: Int { length }

  @usableFromInline var length: Int

  /// An empty text with room for `capacity` bytes; it grows when it must.
  public init(reserving capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    base = .allocate(capacity: self.capacity)
    base.initialize(repeating: 0, count: self.capacity)
    length = 0
  }

  deinit { base.deallocate() }

  /// A copy of the text.
  public var bytes: [UInt8] { Array(storage[..<length]) }

  /// Lends the text without copying it.
  @inlinable public func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(storage.span.extracting(0..<length))
  }

  /// Forgets the text and keeps the memory.
  @inlinable public mutating func removeAll() { length = 0 }

  /// Appends a literal as it stands, which is punctuation and whole keys.
  @inlinable @inline(__always)
  public mutating func raw(_ literal: StaticString) {
    let size = literal.utf8CodeUnitCount
    // Room is made for all of it; what follows stays within that.
    var target = window(size).mutableSpan
    var window = target.mutableBytes
    let source = UnsafeRawPointer(literal.utf8Start)
    if size >= 8 {
      var index = 0
      while index < size {
        // The last word ends with the literal and may overlap the one before.
        let place = min(index, size &- 8)
        let word = source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        window.storeBytes(of: word, toUncheckedByteOffset: place, as: UInt64.self)
        index &+= 8
      }
    } else if size >= 4 {
      let last = size &- 4
      let head = source.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let tail = source.loadUnaligned(fromByteOffset: last, as: UInt32.self)
      window.storeBytes(of: head, toUncheckedByteOffset: 0, as: UInt32.self)
      window.storeBytes(of: tail, toUncheckedByteOffset: last, as: UInt32.self)
    } else {
      for index in 0..<size {
        window.storeBytes(
          of: source.load(fromByteOffset: index, as: UInt8.self), toUncheckedByteOffset: index, as: UInt8.self)
      }
    }
    length &+= size
  }

  /// The next `size` bytes, which are there when this returns; what is stored into them is checked against their end.
  @inlinable @inline(__always)
  mutating func window(_ size: Int) -> UnsafeMutableBufferPointer<UInt8> {
    reserve(size)
    return UnsafeMutableBufferPointer(start: base + length, count: size)
  }

  /// Appends the first `size` bytes of a word, of at most eight.
  @inlinable @inline(__always)
  mutating func append(_ word: UInt64, size: Int) {
    var target = window(8).mutableSpan
    var bytes = target.mutableBytes
    bytes.storeBytes(of: word.littleEndian, toUncheckedByteOffset: 0, as: UInt64.self)
    length &+= size
  }

  /// Appends `null`.
  @inlinable public mutating func writeNull() { raw("null") }

  /// Appends `true` or `false`.
  @inlinable @inline(__always)
  public mutating func write(_ value: Bool) {
    // "true" and "false" as words, so that chance makes no branch.
    append(value ? 0x6575_7274 : 0x65_736C_6166, size: value ? 4 : 5)
  }

  /// Makes room for `size` more bytes.
  @inlinable @inline(__always)
  mutating func reserve(_ size: Int) {
    if capacity &- length < size { grow(size) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ size: Int) {
    let size = capacity + max(capacity, size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.initialize(repeating: 0, count: size)
    larger.update(from: base, count: length)
    base.deallocate()
    (base, capacity) = (larger, size)
  }

  /// Appends one byte for which there is room.
  @inlinable @inline(__always)
  mutating func put(_ byte: UInt8) {
    var target = storage.mutableSpan
    target[length] = byte
    length += 1
  }
}
