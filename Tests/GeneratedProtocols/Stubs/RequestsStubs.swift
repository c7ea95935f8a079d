// The handlers of requests.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Reader does with what its DEALER `desk` receives.
final class ReaderDesk: Requests.Reader.DeskHandler {
  /// The message `which-edition`.
  func whichEdition(title: String, origin: Origin) throws -> Requests.Edition {
    throw Unwritten("which-edition")
  }
}

/// What Library does with what its ROUTER `desk` receives.
final class LibraryDesk: Requests.Library.DeskHandler {
  /// The message `look-up`.
  func lookUp(title: String, origin: Origin) throws -> Requests.Found {
    throw Unwritten("look-up")
  }

  /// The message `browse`.
  nonisolated(nonsending) func browse(
    shelf: Int, origin: Origin, send: SendElement<Requests.Book>
  ) async throws -> Requests.ShelfEnd {
    throw Unwritten("browse")
  }
}

/// What Library does with what its ROUTER `archive` receives.
final class LibraryArchive: Requests.Library.ArchiveHandler {
  /// The message `order`.
  func order(title: String, origin: Origin) throws -> Requests.OrderReply {
    throw Unwritten("order")
  }
}
