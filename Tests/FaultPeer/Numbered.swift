import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A client of the runtime whose answers repeat the number of their request, as generated ones do where it is `fresh`.
enum Numbered {
  /// Asks once: a frame with the number, and the answer has it in front.
  static func ask(_ endpoint: String, as name: String) async throws {
    let configuration = SocketConfiguration(.dealer, connect: [endpoint], routingID: RoutingID(Array(name.utf8)))
    let socket = ProcessPlan.Socket(
      "desk", configuration, correlation: { message in CorrelationID(message.frames.first ?? []) })
    let plan = ProcessPlan(name: "Client", settings: ProcessSettings(label: "client"), sockets: [socket])
    try await plan.run(on: ZMQTransport()) { process in
      let number: UInt32 = FreshNumbers.nextID()
      let text = Array("\(number)".utf8)
      let answer = try await process.client("desk").request(
        correlation: CorrelationID(text), within: .seconds(60), { $0.frame(text) }, decode: { $0.frames.last })
      Main.say("got \(String(decoding: answer, as: UTF8.self))")
      await process.untilStopped()
      await process.stop()
      await Main.tell(process)
    }
  }
}
