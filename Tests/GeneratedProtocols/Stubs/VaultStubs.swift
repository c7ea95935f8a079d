// The handlers of vault.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Vault does with what its REP `door` receives.
final class VaultDoor: Vault.Vault.DoorHandler {
  /// The message `open`.
  func open(drawer: Int, origin: Origin) throws -> Vault.Opened {
    throw Unwritten("open")
  }
}

/// What Vault does with what its ROUTER `desk` receives.
final class VaultDesk: Vault.Vault.DeskHandler {
  /// The message `hours`.
  func hours(origin: Origin) throws -> Vault.HoursAre {
    throw Unwritten("hours")
  }
}
