// The handlers of subscriptions.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Listener does with what its XSUB `values` receives.
final class ListenerValues: Subscriptions.Listener.ValuesHandler {
  /// The topic and its value, now or when it last changed.
  func value(topic: String, value: [UInt8], origin: Origin) throws {
    throw Unwritten("value")
  }
}

/// What Cache does with what its XPUB `values` receives.
final class CacheValues: Subscriptions.Cache.ValuesHandler {
  /// From now on I want what begins with this.
  func subscribe(prefix: String, origin: Origin) throws {
    throw Unwritten("subscribe")
  }

  /// No longer.
  func unsubscribe(prefix: String, origin: Origin) throws {
    throw Unwritten("unsubscribe")
  }
}
