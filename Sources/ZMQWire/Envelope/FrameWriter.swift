/// A multipart message while it is encoded: all its frames in one buffer that is used again.
///
/// ```swift
/// writer.frame(routingID.bytes)          // a frame as it stands
/// try ping.encode(into: &writer)         // JSON into `writer.json`, then `writer.endFrame()`
/// ```
public struct FrameWriter: ~Copyable, Sendable {
  /// Where the frame that is under way is written.
  public var json: JSONWriter
  /// Where each finished frame ends.
  private var ends: [Int]

  /// A writer without frames.
  public init() {
    json = JSONWriter()
    ends = []
    ends.reserveCapacity(4)
  }

  /// How many frames are finished.
  public var frameCount: Int { ends.count }

  /// Finishes the frame that is under way; it may be empty.
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
    for end in other.ends { ends.append(start + end) }
  }

  /// Adds the empty frame that parts envelope and body.
  public mutating func delimiter() {
    endFrame()
  }

  /// Forgets all frames and keeps the memory.
  public mutating func removeAll() {
    json.removeAll()
    ends.removeAll(keepingCapacity: true)
  }

  /// Lends the bytes of a finished frame.
  public borrowing func withFrame<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = index == 0 ? 0 : ends[index - 1]
    let end = ends[index]
    return try json.withBytes { bytes throws(Failure) in try body(bytes.extracting(start..<end)) }
  }

  /// The finished frames, copied; for tests, logs and transports that keep values.
  public var frames: [[UInt8]] {
    let bytes = json.bytes
    return ends.indices.map { Array(bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]]) }
  }
}

extension JSONWriter {
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
