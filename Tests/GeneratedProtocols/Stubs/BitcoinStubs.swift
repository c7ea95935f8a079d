// The handlers of bitcoin.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Listener does with what its SUB `notifications` receives.
final class ListenerNotifications: Bitcoin.Listener.NotificationsHandler {
  /// The chain has a new last block, with this hash.
  func hashblock(hash: [UInt8], origin: Origin) throws {
    throw Unwritten("hashblock")
  }

  /// The chain has a new last block.
  func rawblock(block: [UInt8], origin: Origin) throws {
    throw Unwritten("rawblock")
  }

  /// A block has come or gone, or a transaction has begun or ceased to wait.
  func sequence(event: [UInt8], origin: Origin) throws {
    throw Unwritten("sequence")
  }

  /// There is a transaction with this hash, waiting or in a block; so most come twice.
  func hashtx(hash: [UInt8], origin: Origin) throws {
    throw Unwritten("hashtx")
  }

  /// There is a transaction, waiting or in a block.
  func rawtx(transaction: [UInt8], origin: Origin) throws {
    throw Unwritten("rawtx")
  }
}
