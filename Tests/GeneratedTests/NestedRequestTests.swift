import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Requests in both directions on one pair of sockets, one inside the other.
@Suite(.timeLimit(.minutes(1)))
struct NestedRequestTests {
  struct Manager: NestedRequests.Manager.SimulatorsHandler {
    let seen: Probe<String>
    func hello(origin: Origin) { seen.note("hello") }
    func getData(attribute: String, origin: Origin) -> NestedRequests.Data {
      NestedRequests.Data(value: Double(attribute.count))
    }
    func note(text: String, origin: Origin) { seen.note(text) }
  }

  /// Asks back as often as the time says.
  final class Simulator: NestedRequests.Simulator.ManagerHandler {
    let process: NestedRequests.Simulator.Running
    init(_ process: NestedRequests.Simulator.Running) { self.process = process }

    nonisolated(nonsending) func step(time: Int, origin: Origin) async throws -> NestedRequests.StepReply {
      guard time >= 0 else { return .failed(NestedRequests.Failed(trace: "time runs backwards")) }
      var sum = 0.0
      for index in 0..<time {
        sum += try await process.manager.getData(attribute: String(repeating: "x", count: index)).value
      }
      try await process.manager.note(text: "step \(time)")
      return .nextStep(NestedRequests.NextStep(time: Int(sum)))
    }
  }

  @Test("a handler asks the one who has asked it", arguments: TestTransport.allCases)
  func nested(kind: TestTransport) async throws {
    let (transport, endpoint) = (kind.make(), kind.endpoint())
    let seen = Probe(of: String.self)
    var manager = NestedRequests.Manager(simulators: Manager(seen: seen))
    manager.sockets.simulators.bind = [endpoint]
    var simulator = NestedRequests.Simulator(name: "grid", manager: { Simulator($0) })
    simulator.sockets.manager.connect = [endpoint]
    try await manager.run(on: transport) { manager in
      try await simulator.run(on: transport) { simulator in
        try await simulator.manager.hello()
        #expect(await seen.next(1) == ["hello"])
        let grid = RoutingID(text: "grid")
        for time in 0..<10 {
          let reply = try await manager.simulators.step(to: grid, time: time)
          #expect(reply == .nextStep(NestedRequests.NextStep(time: time * (time - 1) / 2)))
          #expect(await seen.next(1) == ["step \(time)"])
        }
        let failed = try await manager.simulators.step(to: grid, time: -1)
        #expect(failed == .failed(NestedRequests.Failed(trace: "time runs backwards")))
      }
    }
  }
}
