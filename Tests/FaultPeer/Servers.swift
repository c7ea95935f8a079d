import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What runs on the runtime, until SIGTERM.
enum Servers {
  /// Answers every message with its body.
  struct Echo: Dispatcher {
    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      let body = message.frames.suffix(message.bodyFrameCount)
      message.reply { writer in for frame in body { writer.frame(frame) } }
      return .handled
    }
  }

  /// Answers on one socket.
  static func serve(_ configuration: SocketConfiguration) async throws {
    try await run([ProcessPlan.Socket("requests", configuration, handler: HandlerSource(Echo()))])
  }

  /// Passes everything on.
  static func broker(front: String, back: String) async throws {
    let sockets = [
      ProcessPlan.Socket("front", SocketConfiguration(.router, bind: [front])),
      ProcessPlan.Socket("back", SocketConfiguration(.dealer, bind: [back])),
    ]
    try await run(sockets, proxies: [ProcessPlan.Proxy("front", "back")])
  }

  /// Without file descriptors a process says so and does not end the program; with them it runs, on a transport that was
  /// made when there were none.
  static func exhaust(_ poller: PollerKind) async throws {
    // Dispatch takes some of its own as the program begins, and ends it where there are none.
    try await Task.sleep(for: .milliseconds(100))
    Main.limitFiles(to: 0)
    let transport = ZMQTransport(poller: poller)
    let sockets = (0..<64).map { number in
      ProcessPlan.Socket(
        "requests\(number)", SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]),
        handler: HandlerSource { _ in Echo() })
    }
    for files in [0, 48] {
      Main.limitFiles(to: files)
      do {
        try await run(sockets, on: transport)
      } catch let error as TransportError {
        Main.say("refused: \(error)")
      }
    }
    _ = readLine()
    Main.limitFiles(to: 1024)
    try await run(sockets, on: transport)
  }

  /// Runs a process; prints its endpoints when it runs, and its ledger at its end.
  private static func run(
    _ sockets: [ProcessPlan.Socket], proxies: [ProcessPlan.Proxy] = [], on transport: ZMQTransport = ZMQTransport()
  ) async throws {
    let plan = ProcessPlan(
      name: "Server", settings: ProcessSettings(label: "server"), sockets: sockets, proxies: proxies)
    try await plan.run(on: transport) { process in
      let endpoints = sockets.flatMap { process.endpoints(of: $0.name) }
      Main.say(endpoints.isEmpty ? "connected" : endpoints.joined(separator: " "))
      await process.untilStopped()
      await process.stop()
      await Main.tell(process)
    }
  }
}
