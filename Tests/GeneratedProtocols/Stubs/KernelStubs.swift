// The handlers of kernel.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Console does with what its SUB `status` receives.
final class ConsoleStatus: Kernel.Console.StatusHandler {}

/// What Kernel does with what its ROUTER `shell` receives.
final class KernelShell: Kernel.Kernel.ShellHandler {
  /// The message `execute`.
  func execute(
    code: String, silent: Bool, session: UUIDValue, user: String, buffers: [[UInt8]], origin: Origin
  ) throws -> Kernel.ExecuteReply {
    throw Unwritten("execute")
  }

  /// The message `history`.
  nonisolated(nonsending) func history(
    n: Int, session: UUIDValue, user: String, buffers: [[UInt8]], origin: Origin, send: SendElement<Kernel.Entry>
  ) async throws -> Kernel.HistoryEnd {
    throw Unwritten("history")
  }

  /// Gets what is malformed, unknown or out of turn, and whatever another method has thrown for.
  func otherwise(frames: [[UInt8]], reason: any Error, origin: Origin) throws {
    throw reason
  }
}

/// What Kernel does with what its REP `audit` receives.
final class KernelAudit: Kernel.Kernel.AuditHandler {
  /// The message `audit`.
  func audit(lines: [String], owner: Kernel.Owner, origin: Origin) throws -> Kernel.AuditDone {
    throw Unwritten("audit")
  }
}
