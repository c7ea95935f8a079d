// The handlers of alternatives.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Oracle does with what its REP `answers` receives.
final class OracleAnswers: Alternatives.Oracle.AnswersHandler {
  /// The message `ask`.
  func ask(question: String, origin: Origin) throws -> Alternatives.AskAnswer {
    throw Unwritten("ask")
  }

  /// The message `ask-reply`.
  func askReply(text: String, origin: Origin) throws -> Alternatives.Answer {
    throw Unwritten("ask-reply")
  }
}
