/// A cursor over the frames of a body, for a message with a layout of the protocol file's own.
///
/// It reads one thing behind the other within a frame and then ends the frame, as a `FrameWriter` has written them.
/// Generated code calls one method for each thing that the layout declares:
///
/// ```swift
/// // worker: [ text: MDPW01, uint8: $type, $args... ]
/// try body.expect(frames: 3)
/// try body.constant("MDPW01")
/// try body.endFrame()
/// try body.type(0x02 as UInt8)
/// try body.endFrame()
/// self.service = try body.readText("service")
/// try body.endFrame()
/// ```
///
/// Whatever a peer has sent, a method either reads what is there or throws a `WireError` with frame, byte and name;
/// a method that throws leaves the cursor anywhere, and the body is refused as a whole.
@frozen public struct BodyReader<Frames: BodyFrames> {
  @usableFromInline let frames: Frames
  /// The frame that is under way.
  @usableFromInline var index = 0
  /// The next byte in it.
  @usableFromInline var offset = 0
  /// Where the value begins that was read last.
  @usableFromInline var start = 0
  /// What is wrong with bytes that are left in a frame: a constant with more behind it is another constant.
  @usableFromInline var excess = WireError.Reason.wrongLength
  /// Which element of a list is under way.
  @usableFromInline var element: Int?

  /// A cursor before the first frame.
  @inlinable public init(_ frames: Frames) { self.frames = frames }

  // MARK: Frames

  /// How many frames the body has.
  @inlinable public var frameCount: Int { frames.bodyFrameCount }

  /// Demands so many frames.
  @inlinable public func expect(frames count: Int) throws(WireError) {
    if frames.bodyFrameCount != count { throw wrongCount("\(count)", isTooFew: frames.bodyFrameCount < count) }
  }

  /// Demands so many frames at least and at most.
  @inlinable public func expect(frames counts: ClosedRange<Int>) throws(WireError) {
    if counts.contains(frames.bodyFrameCount) { return }
    throw wrongCount(
      "\(counts.lowerBound) to \(counts.upperBound)", isTooFew: frames.bodyFrameCount < counts.lowerBound)
  }

  /// Demands so many frames at least.
  @inlinable public func expect(frames counts: PartialRangeFrom<Int>) throws(WireError) {
    if counts.contains(frames.bodyFrameCount) { return }
    throw wrongCount("at least \(counts.lowerBound)", isTooFew: true)
  }

  /// Demands that the frame under way ends here, and goes to the next.
  @inlinable public mutating func endFrame() throws(WireError) {
    if offset < frames.bodyFrame(index).count || index >= frames.bodyFrameCount { throw notAtEnd() }
    go(to: index + 1)
  }

  /// Goes to the beginning of a frame, whatever is left of the one under way: while it is only looked for which
  /// message this is.
  @inlinable public mutating func go(to frame: Int) {
    index = frame
    offset = 0
    excess = .wrongLength
  }

  /// Demands that the frame under way is there and empty.
  @inlinable public mutating func empty() throws(WireError) {
    let count = try current("").count
    if offset < count { throw fault(excess, "", at: offset, expected: "an empty frame") }
  }

  /// Whether there is a frame before the last `rest`, which are for something else.
  @inlinable public func hasFrame(before rest: Int) -> Bool { index < frames.bodyFrameCount - rest }

  /// Reads a frame for each element of a list, up to the last `rest` frames, which are for something else.
  @inlinable public mutating func readFrames<Element>(
    before rest: Int, _ read: (inout Self) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    var elements: [Element] = []
    while hasFrame(before: rest) {
      element = elements.count
      elements.append(try read(&self))
      try endFrame()
    }
    element = nil
    return elements
  }

  /// Reads one element of a list behind the other, to the end of the frame under way.
  @inlinable public mutating func readItems<Element>(
    _ read: (inout Self) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    var elements: [Element] = []
    let count = try current("").count
    while offset < count {
      let start = offset
      element = elements.count
      elements.append(try read(&self))
      // No element is without bytes; one that were would go on for ever.
      if offset == start { break }
    }
    element = nil
    return elements
  }

  /// The bytes of the frame under way.
  @inlinable @inline(__always)
  func current(_ name: StaticString) throws(WireError) -> UnsafeBufferPointer<UInt8> {
    guard index < frames.bodyFrameCount else { throw missing(name) }
    return frames.bodyFrame(index)
  }
}

// MARK: - Errors

extension BodyReader {
  /// The error for something at a byte of the frame under way; what is found there is the rest of the frame.
  @usableFromInline @inline(never)
  func fault(_ reason: WireError.Reason, _ name: StaticString, at offset: Int, expected: String) -> WireError {
    let frame = frames.bodyFrame(index)
    return fault(
      reason, name, at: offset, expected: expected,
      found: offset < frame.count
        ? Excerpt.quoted(UnsafeBufferPointer(rebasing: frame[offset...]).span) : "the end of the frame")
  }

  /// The error for a value that has been read and breaks a constraint.
  @inline(never)
  public func refusal(
    _ reason: WireError.Reason, _ name: StaticString, expected: StaticString, found: String
  ) -> WireError {
    fault(
      reason, name, at: start, expected: "\(expected)", found: Excerpt.printable(Array(found.utf8).span))
  }

  /// The same, where it is known what to say about what is there.
  @usableFromInline @inline(never)
  func fault(
    _ reason: WireError.Reason, _ name: StaticString, at offset: Int, expected: String, found: String
  ) -> WireError {
    WireError(
      reason, frame: frames.envelopeFrameCount + index, offset: offset, path: path(to: name), expected: expected,
      found: found)
  }

  /// `client`, `attachments[2]`
  @usableFromInline
  func path(to name: StaticString) -> String {
    guard name.utf8CodeUnitCount > 0, let element else { return "\(name)" }
    return "\(name)[\(element)]"
  }

  @usableFromInline @inline(never)
  func missing(_ name: StaticString) -> WireError {
    let what = name.utf8CodeUnitCount == 0 ? "another body frame" : "a body frame for \(path(to: name))"
    return WireError(
      frames.bodyFrameCount == 0 ? .emptyBody : .tooFewFrames, expected: what,
      found: BodyReader.frames(frames.bodyFrameCount))
  }

  @usableFromInline @inline(never)
  func wrongCount(_ expected: String, isTooFew: Bool) -> WireError {
    let count = frames.bodyFrameCount
    return WireError(
      count == 0 ? .emptyBody : isTooFew ? .tooFewFrames : .tooManyFrames,
      expected: "\(expected) body frame\(expected == "1" ? "" : "s")", found: BodyReader.frames(count))
  }

  private static func frames(_ count: Int) -> String { "\(count) body frame\(count == 1 ? "" : "s")" }

  @usableFromInline @inline(never)
  func notAtEnd() -> WireError {
    guard index < frames.bodyFrameCount else { return missing("") }
    return fault(excess, "", at: offset, expected: "the end of the frame")
  }
}
