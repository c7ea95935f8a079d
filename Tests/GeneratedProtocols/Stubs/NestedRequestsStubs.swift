// The handlers of nested-requests.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Manager does with what its ROUTER `simulators` receives.
final class ManagerSimulators: NestedRequests.Manager.SimulatorsHandler {
  /// I am there.
  func hello(origin: Origin) throws {
    throw Unwritten("hello")
  }

  /// What is its value?
  func getData(attribute: String, origin: Origin) throws -> NestedRequests.Data {
    throw Unwritten("get-data")
  }

  /// For the log.
  func note(text: String, origin: Origin) throws {
    throw Unwritten("note")
  }
}

/// What Simulator does with what its DEALER `manager` receives.
final class SimulatorManager: NestedRequests.Simulator.ManagerHandler {
  /// Compute your next step.
  func step(time: Int, origin: Origin) throws -> NestedRequests.StepReply {
    throw Unwritten("step")
  }
}
