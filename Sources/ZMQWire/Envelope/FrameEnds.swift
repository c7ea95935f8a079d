/// Where the frames of a message end in the buffer that holds them all.
///
/// The first four lie in the value itself: most messages have no more, and pay for no array.
@usableFromInline struct FrameEnds: Sendable {
  /// How many there are.
  @usableFromInline var count = 0
  @usableFromInline var first = 0
  @usableFromInline var second = 0
  @usableFromInline var third = 0
  @usableFromInline var fourth = 0
  @usableFromInline var others: [Int] = []

  @inlinable init() {}

  /// Adds one.
  @inlinable @inline(__always)
  mutating func append(_ end: Int) {
    switch count {
    case 0: first = end
    case 1: second = end
    case 2: third = end
    case 3: fourth = end
    default: appendFurther(end)
    }
    count += 1
  }

  @usableFromInline @inline(never)
  mutating func appendFurther(_ end: Int) { others.append(end) }

  /// Forgets all.
  @inlinable @inline(__always)
  mutating func removeAll() {
    if count > 4 { forgetFurther() }
    count = 0
  }

  @usableFromInline @inline(never)
  mutating func forgetFurther() { others.removeAll(keepingCapacity: true) }

  /// The end of a frame that there is.
  @inlinable subscript(index: Int) -> Int {
    precondition(index < count, "no such frame")
    return switch index {
    case 0: first
    case 1: second
    case 2: third
    case 3: fourth
    default: others[index - 4]
    }
  }

  /// Moves the end of a frame and of those behind it.
  mutating func move(from start: Int, by difference: Int) {
    let ends = (0..<count).map { self[$0] + ($0 < start ? 0 : difference) }
    removeAll()
    for end in ends { append(end) }
  }
}
