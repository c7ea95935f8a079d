// The handlers of ventilator.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Worker does with what its PULL `tasks` receives.
final class WorkerTasks: Ventilator.Worker.TasksHandler {
  /// Something that takes a while.
  func task(id: UInt32, workload: Duration, origin: Origin) throws {
    throw Unwritten("task")
  }
}

/// What Sink does with what its PULL `results` receives.
final class SinkResults: Ventilator.Sink.ResultsHandler {
  /// A batch of tasks begins now, so the sink looks at its clock.
  func batch(tasks: UInt32, origin: Origin) throws {
    throw Unwritten("batch")
  }

  /// A task is done.
  func result(id: UInt32, origin: Origin) throws {
    throw Unwritten("result")
  }
}
