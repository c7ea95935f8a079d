// The handlers of routed.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Expert does with what its ROUTER `questions` receives.
final class ExpertQuestions: Routed.Expert.QuestionsHandler {
  /// The message `ask`.
  func ask(question: String, origin: Origin) throws -> Routed.Answer {
    throw Unwritten("ask")
  }
}

/// What Archive does with what its DEALER `requests` receives.
final class ArchiveRequests: Routed.Archive.RequestsHandler {
  /// The message `look-up`.
  nonisolated(nonsending) func lookUp(
    title: String, origin: Origin, send: SendElement<Routed.Page>
  ) async throws -> Routed.End {
    throw Unwritten("look-up")
  }
}
