// The handlers of snapshot.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Store does with what its ROUTER `readers` receives.
final class StoreReaders: Snapshot.Store.ReadersHandler {
  /// Give me all pairs below a subtree.
  nonisolated(nonsending) func icanhaz(
    subtree: String, origin: Origin, send: SendElement<Snapshot.Kvsync>
  ) async throws -> Snapshot.IcanhazReply {
    throw Unwritten("icanhaz")
  }

  /// Tell me what changes.
  nonisolated(nonsending) func watch(
    subtree: String, origin: Origin, send: SendElement<Snapshot.WatchElement>
  ) async throws {
    throw Unwritten("watch")
  }
}
