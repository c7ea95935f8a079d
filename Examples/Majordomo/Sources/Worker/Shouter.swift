import MajordomoProtocol
import ZMQRuntime
import ZMQWire

/// A service that answers in capitals.
struct Shouter: Majordomo.Worker.BrokerHandler {
  /// Is told when the conversation is over; the next one begins on a new socket.
  let parting: AsyncStream<Void>.Continuation

  func workerRequest(body: [[UInt8]], client: RoutingID, origin: Origin) -> Majordomo.WorkerReply {
    Majordomo.WorkerReply(body: [[UInt8]](texts: body.texts.map { $0.uppercased() }))
  }

  /// The broker does not know this worker: it is another broker, or has struck the worker off its list.
  func disconnect(origin: Origin) { parting.yield() }

  /// The broker has not been heard for a while.
  func silent() { parting.yield() }
}
