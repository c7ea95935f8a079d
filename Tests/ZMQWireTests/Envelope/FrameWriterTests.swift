import Testing
import ZMQWire

@Suite struct FrameWriterTests {
  @Test("Any number of frames is kept apart, in a writer that is used again", arguments: 0...9)
  func frames(count: Int) {
    var writer = FrameWriter()
    for _ in 0..<2 {
      writer.removeAll()
      for frame in 0..<count { writer.frame([UInt8](repeating: UInt8(frame), count: frame)) }
      #expect(writer.frameCount == count)
      #expect(writer.frames == (0..<count).map { [UInt8](repeating: UInt8($0), count: $0) })
      for frame in 0..<count { #expect(writer.withFrame(frame) { $0.count } == frame) }
    }
  }

  @Test("The frames of another writer are added behind those that are there")
  func otherFrames() {
    var first = FrameWriter()
    first.frame([1])
    var second = FrameWriter()
    for frame in 0..<6 { second.frame([UInt8](repeating: 2, count: frame)) }
    first.frames(of: second)
    #expect(first.frames == [[1], [], [2], [2, 2], [2, 2, 2], [2, 2, 2, 2], [2, 2, 2, 2, 2]])
  }
}
