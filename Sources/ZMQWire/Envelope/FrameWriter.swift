/// A multipart message while it is encoded: all its frames in one buffer that is used again.
///
/// ```swift
/// writer.frame(routingID.bytes)          // a frame as it stands
/// try ping.encode(into: &writer)         // JSON into `writer.json`, then `writer.endFrame()`
/// ```
public struct FrameWriter: ~Copyable {
  /// Where the frame that is under way is written.
  public var json: JSONWriter
  /// Who signs the messages that are written, where their layout says so.
  public let signer: (any Signer)?
  /// Where each finished frame ends.
  @usableFromInline var ends: FrameEnds

  /// A writer without frames.
  public init(signer: (any Signer)? = nil) {
    self.signer = signer
    json = JSONWriter()
    ends = FrameEnds()
  }

  /// How many frames are finished.
  @inlinable public var frameCount: Int { ends.count }

  /// Finishes the frame that is under way; it may be empty.
  @inlinable @inline(__always)
  public mutating func endFrame() {
    ends.append(json.count)
  }

  /// Adds a frame with these bytes.
  public mutating func frame(_ bytes: some Sequence<UInt8>) {
    json.append(bytes)
    endFrame()
  }

  /// Adds the finished frames of another writer.
  public mutating func frames(of other: borrowing FrameWriter) {
    let start = json.count
    json.append(other.json.bytes)
    for index in 0..<other.ends.count { ends.append(start + other.ends[index]) }
  }

  /// Adds the empty frame that parts envelope and body.
  public mutating func delimiter() {
    endFrame()
  }

  /// Forgets all frames and keeps the memory.
  @inlinable public mutating func removeAll() {
    json.removeAll()
    ends.removeAll()
  }

  /// Lends the bytes of a finished frame.
  @inlinable @inline(__always)
  public borrowing func withFrame<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = index == 0 ? 0 : ends[index - 1]
    let end = ends[index]
    return try json.withBytes { bytes throws(Failure) in try body(bytes.extracting(start..<end)) }
  }

  /// Lends some of the finished frames to a signer.
  borrowing func withFrames<Result>(
    _ indices: [Int], _ body: (borrowing SignedFrames) throws -> Result
  ) rethrows -> Result {
    try json.withBytes { bytes in
      try bytes.withUnsafeBufferPointer { bytes in
        try body(
          SignedFrames(
            indices.map { UnsafeBufferPointer(rebasing: bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]]) }))
      }
    }
  }

  /// Puts other bytes, of any number, into a finished frame.
  mutating func replaceFrame(_ index: Int, with bytes: [UInt8]) {
    let start = index == 0 ? 0 : ends[index - 1]
    let difference = bytes.count - (ends[index] - start)
    json.replace(start..<ends[index], with: bytes)
    ends.move(from: index, by: difference)
  }

  /// The finished frames, copied; for tests, logs and transports that keep values.
  public var frames: [[UInt8]] {
    let bytes = json.bytes
    return (0..<ends.count).map { Array(bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]]) }
  }
}

extension JSONWriter {
  /// Puts bytes in the place of others, and moves what stands behind them.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    let rest = Array(storage[range.upperBound..<length])
    length = range.lowerBound
    append(contentsOf: bytes.span)
    append(contentsOf: rest.span)
  }

  /// Appends bytes as they stand.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ append(contentsOf: $0.span) }) != nil { return }
    for byte in bytes {
      reserve(1)
      put(byte)
    }
  }

  /// Appends bytes that lie together.
  mutating func append(contentsOf bytes: Span<UInt8>) {
    reserve(bytes.count)
    let start = length
    var target = storage.mutableSpan
    for index in 0..<bytes.count { target[start + index] = bytes[index] }
    length = start + bytes.count
  }
}
