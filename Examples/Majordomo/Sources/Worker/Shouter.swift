import MajordomoProtocol
import ZMQRuntime
import ZMQWire

/// A service that answers in capitals.
struct Shouter: Majordomo.Worker.BrokerHandler {
  let worker: Majordomo.Worker.Running

  /// Tells the broker what is offered here, and that somebody is free to do it.
  func offer() async throws { try await worker.broker.ready(service: "shout") }

  func workerRequest(body: [[UInt8]], client: RoutingID, origin: Origin) -> Majordomo.WorkerReply {
    Majordomo.WorkerReply(body: [[UInt8]](texts: body.texts.map { $0.uppercased() }))
  }

  /// The broker does not know this worker: it is another broker, or has taken the worker for dead.
  func disconnect(origin: Origin) async throws { try await offer() }

  /// The broker has not been heard for a while; this waits for it.
  func silent() async throws { try await offer() }
}
