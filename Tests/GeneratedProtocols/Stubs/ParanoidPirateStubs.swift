// The handlers of paranoid-pirate.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Queue does with what its ROUTER `clients` receives.
final class QueueClients: ParanoidPirate.Queue.ClientsHandler {
  /// A client wants something done.
  func request(body: [UInt8], more: [[UInt8]], origin: Origin) throws -> ParanoidPirate.Reply {
    throw Unwritten("request")
  }
}

/// What Queue does with what its ROUTER `workers` receives.
final class QueueWorkers: ParanoidPirate.Queue.WorkersHandler {
  /// A worker is free. The first message of every conversation.
  func ready(origin: Origin) throws {
    throw Unwritten("ready")
  }

  /// Nothing was heard for 3s.
  func silent(peer: RoutingID) throws {
    throw Unwritten("silence")
  }
}

/// What Worker does with what its DEALER `queue` receives.
final class WorkerQueue: ParanoidPirate.Worker.QueueHandler {
  /// What a client wants done. The RFC's REQUEST.
  func task(body: [UInt8], more: [[UInt8]], client: RoutingID, origin: Origin) throws -> ParanoidPirate.Result {
    throw Unwritten("task")
  }

  /// Nothing was heard for 3s.
  func silent() throws {
    throw Unwritten("silence")
  }
}
