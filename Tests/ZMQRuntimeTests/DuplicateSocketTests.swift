import Testing
import ZMQRuntime

@Suite(.timeLimit(.minutes(1)))
struct DuplicateSocketTests {
  @Test("a process with two sockets of one name does not run, and says so")
  func names() async {
    var settings = ProcessSettings(label: "Twins")
    settings.stopSignals = []
    let sockets = ["a", "b", "a"].map { ProcessPlan.Socket($0, SocketConfiguration(.pull, bind: ["memory://\($0)"])) }
    let plan = ProcessPlan(name: "Twins", settings: settings, sockets: sockets)
    let error = await #expect(throws: ProcessError.self) { try await plan.run(on: InMemoryTransport()) { _ in } }
    #expect(error?.description == "Twins has two sockets of one name")
  }
}
