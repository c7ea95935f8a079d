import ZMQRuntime

/// Answers when the gate is open.
struct SlowEcho: Dispatcher {
  let arrived: AsyncStream<String>.Continuation
  let gate: Gate

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    let body = message.frames.last ?? []
    arrived.yield(String(decoding: body, as: UTF8.self))
    await gate.pass()
    message.reply { writer in writer.frame(body) }
    return .handled
  }
}

/// Closed until it is opened.
actor Gate {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func pass() async {
    if !isOpen { await withCheckedContinuation { waiting.append($0) } }
  }

  func open() {
    isOpen = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
