// The handlers of addressed.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Guest does with what its DEALER `desk` receives.
final class GuestDesk: Addressed.Guest.DeskHandler {
  /// The message `table`.
  func table(number: Int, origin: Origin) throws {
    throw Unwritten("table")
  }

  /// The message `taste`.
  func taste(dish: String, origin: Origin) throws -> Addressed.Opinion {
    throw Unwritten("taste")
  }
}

/// What Clerk does with what its DEALER `wishes` receives.
final class ClerkWishes: Addressed.Clerk.WishesHandler {
  /// The message `wish`.
  func wish(text: String, origin: Origin) throws {
    throw Unwritten("wish")
  }
}

/// What Agent does with what its DEALER `relay` receives.
final class AgentRelay: Addressed.Agent.RelayHandler {
  /// The message `task`.
  func task(number: Int, origin: Origin) throws -> Addressed.Result {
    throw Unwritten("task")
  }

  /// The message `browse`.
  nonisolated(nonsending) func browse(
    upto: Int, origin: Origin, send: SendElement<Addressed.Item>
  ) async throws -> Addressed.End {
    throw Unwritten("browse")
  }
}

/// What Agent does with what its DEALER `box` receives.
final class AgentBox: Addressed.Agent.BoxHandler {
  /// The message `count`.
  func count(word: String, origin: Origin) throws -> Addressed.Counted {
    throw Unwritten("count")
  }
}
