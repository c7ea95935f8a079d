/// Stands in for the dispatcher of a socket that only asks: what comes to it and answers nothing is unexpected.
struct OnlyAsking: Dispatcher {
  let pending: PendingReplies

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    if pending.isEmpty {
      throw message.refusal(.outOfTurn, expected: "nothing: no request is open", found: "a message")
    }
    throw message.refusal(.notAMessage, expected: "an answer with the id of its request", found: "another message")
  }
}
