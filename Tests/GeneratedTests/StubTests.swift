@testable import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// The handlers that a user begins with compile as they are, and say what they are.
@Suite
struct StubTests {
  @Test("a stub says which message nobody handles yet")
  func unwritten() {
    #expect(throws: Unwritten("ping")) { try PongProcPings().ping(count: 1, origin: Origin()) }
    #expect("\(Unwritten("ping"))" == "nobody has written what happens on 'ping' yet")
  }

  @Test("stubs are handlers of their processes")
  func handlers() {
    _ = Ventilator.Sink(results: SinkResults())
    _ = Weather.Display(reports: DisplayReports())
    _ = KitchenSink.Partner(partner: PartnerPartner())
  }
}
