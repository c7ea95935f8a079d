import GeneratedProtocols
import Testing
import ZMQWire

/// A value of the wrong type is broken as well where the socket's limits say so, and not where the default ones would.
@Suite("An error knows what its reader accepts")
struct LimitsInErrorTests {
  static let limits = CodecLimits(depth: 512, duplicateKeys: .lastWins)

  struct Frames: BodyFrames {
    let stored: StoredFrames
    let limits: CodecLimits
    var bodyFrameCount: Int { stored.bodyFrameCount }
    var envelopeFrameCount: Int { 0 }
    func bodyFrame(_ index: Int) -> UnsafeBufferPointer<UInt8> { stored.bodyFrame(index) }
  }

  private static func reason(_ body: String, _ limits: CodecLimits) -> WireError.Reason? {
    #expect(throws: WireError.self) {
      try KitchenSink.PairOne.decode(Array(body.utf8).span, limits: limits)
    }?.reason
  }

  @Test("in JSON")
  func json() {
    let deep = "[\"pair-one\"," + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "]"
    #expect(Self.reason(deep, Self.limits) == .wrongType)
    #expect(Self.reason(deep, .default) == .tooDeep)
    let twice = #"["pair-one",{"a":1,"a":2}]"#
    #expect(Self.reason(twice, Self.limits) == .wrongType)
    #expect(Self.reason(twice, .default) == .duplicateKey)
  }

  private static func packedReason(_ type: [UInt8], _ limits: CodecLimits) -> WireError.Reason? {
    // [0, id, "draw", [shape]]
    let frame: [UInt8] = [0x94, 0, 1, 0xA4] + Array("draw".utf8) + [0x92] + type + [1]
    return #expect(throws: WireError.self) {
      try Rpc.Draw.decode(Frames(stored: StoredFrames([frame]), limits: limits))
    }?.reason
  }

  @Test("in MessagePack")
  func packed() {
    let deep = Array(repeating: 0x91 as UInt8, count: 100) + [1]
    #expect(Self.packedReason(deep, Self.limits) == .wrongType)
    #expect(Self.packedReason(deep, .default) == .tooDeep)
    let twice: [UInt8] = [0x91, 0x82, 0xA1, 0x61, 1, 0xA1, 0x61, 2]
    #expect(Self.packedReason(twice, Self.limits) == .wrongType)
    #expect(Self.packedReason(twice, .default) == .duplicateKey)
  }
}
