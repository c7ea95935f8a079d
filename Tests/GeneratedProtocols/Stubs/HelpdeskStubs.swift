// The handlers of helpdesk.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Desk does with what its ROUTER `customers` receives.
final class DeskCustomers: Helpdesk.Desk.CustomersHandler {
  /// The message `ask`.
  func ask(topic: String, level: Int, who: Helpdesk.Who?, origin: Origin) throws -> Helpdesk.Answer {
    throw Unwritten("ask")
  }

  /// The message `urge`.
  func urge(topic: String, who: Helpdesk.Who?, origin: Origin) throws -> Helpdesk.Answer {
    throw Unwritten("urge")
  }

  /// The message `chat`.
  func chat(topic: String, origin: Origin) throws -> Helpdesk.Told {
    throw Unwritten("chat")
  }
}
