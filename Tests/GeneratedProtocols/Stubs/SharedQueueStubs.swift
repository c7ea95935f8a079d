// The handlers of shared-queue.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Service does with what its REP `requests` receives.
final class ServiceRequests: SharedQueue.Service.RequestsHandler {
  /// The text is the whole message.
  func request(text: String, origin: Origin) throws -> SharedQueue.Reply {
    throw Unwritten("request")
  }
}
