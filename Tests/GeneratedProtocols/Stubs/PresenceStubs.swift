// The handlers of presence.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Broker does with what its ROUTER `workers` receives.
final class BrokerWorkers: Presence.Broker.WorkersHandler {
  /// I am here and free.
  func ready(service: String, origin: Origin) throws {
    throw Unwritten("ready")
  }

  /// Nothing was heard for 1s.
  func silent(peer: RoutingID) throws {
    throw Unwritten("silence")
  }
}

/// What Worker does with what its DEALER `broker` receives.
final class WorkerBroker: Presence.Worker.BrokerHandler {
  /// Do this.
  func task(number: Int, origin: Origin) throws -> Presence.Result {
    throw Unwritten("task")
  }

  /// You were silent for too long.
  func disconnect(origin: Origin) throws {
    throw Unwritten("disconnect")
  }

  /// Nothing was heard for 1s.
  func silent() throws {
    throw Unwritten("silence")
  }
}
