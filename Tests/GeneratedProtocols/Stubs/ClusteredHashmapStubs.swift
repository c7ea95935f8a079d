// The handlers of clustered-hashmap.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Server does with what its ROUTER `snapshots` receives.
final class ServerSnapshots: ClusteredHashmap.Server.SnapshotsHandler {
  /// May I have this part of the table?
  nonisolated(nonsending) func icanhaz(
    subtree: String, origin: Origin, send: SendElement<ClusteredHashmap.Kvsync>
  ) async throws -> ClusteredHashmap.Kthxbai {
    throw Unwritten("icanhaz")
  }
}

/// What Server does with what its SUB `collector` receives.
final class ServerCollector: ClusteredHashmap.Server.CollectorHandler {
  /// I change this pair.
  func kvset(key: String, sequence: UInt64, uuid: [UInt8], properties: String, value: [UInt8], origin: Origin) throws {
    throw Unwritten("kvset")
  }
}

/// What Client does with what its SUB `updates` receives.
final class ClientUpdates: ClusteredHashmap.Client.UpdatesHandler {
  /// A pair has changed.
  func kvpub(key: String, sequence: UInt64, uuid: [UInt8], properties: String, value: [UInt8], origin: Origin) throws {
    throw Unwritten("kvpub")
  }

  /// Nothing was heard for 5s.
  func silent() throws {
    throw Unwritten("silence")
  }
}
