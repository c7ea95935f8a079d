/// Stands in for the dispatcher of a socket that only asks: what comes to it and answers nothing is unexpected.
struct OnlyAsking: Dispatcher {
  unowned let driver: SocketDriver

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    if driver.pending.isEmpty {
      if driver.mustRenew {
        throw message.refusal(
          .lateAnswer, expected: "an answer that somebody waits for", found: "one to a request that was given up")
      }
      throw message.refusal(.outOfTurn, expected: "nothing: no request is open")
    }
    throw message.refusal(.notAMessage, expected: "an answer with the id of its request")
  }
}
