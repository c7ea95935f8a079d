import ZMQRuntime

/// Strikes every worker off the list that is answered with `disconnect`, whoever has found its mistake: the runtime, which
/// cannot read what it sends, or the foreman, who does not know it.
struct Doorkeeper: Interceptor {
  let roster: Roster

  func refused(_ message: IncomingMessage, because error: any Error) async {
    // The ids of clients are another socket's, and on no list.
    if message.origin.socket == "Broker.workers", let worker = message.origin.routingID {
      await roster.leave(worker)
    }
  }
}
