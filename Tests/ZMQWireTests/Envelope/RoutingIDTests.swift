import Testing
import ZMQWire

@Suite
struct RoutingIDTests {
  @Test("an id of one's own has 1 to 255 bytes and does not begin with zero")
  func validity() {
    #expect(RoutingID([]) == nil)
    #expect(RoutingID([0, 1]) == nil)
    #expect(RoutingID([UInt8](repeating: 1, count: 256)) == nil)
    #expect(RoutingID([UInt8](repeating: 1, count: 255))?.bytes.count == 255)
  }

  @Test("it prints as text where it is one, else as hexadecimal digits")
  func description() {
    #expect(RoutingID(received: Array("worker-1".utf8)).description == "worker-1")
    #expect(RoutingID(received: [0, 0x6b, 0x8b, 0x45, 0x0a]).description == "0x006b8b450a")
    #expect(RoutingID(received: [0, 1, 2, 3, 4]).isAutomatic)
  }
}
