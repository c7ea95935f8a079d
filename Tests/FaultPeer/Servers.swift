import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What runs on the runtime.
enum Servers {
  /// Answers every message with its body.
  struct Echo: Dispatcher {
    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      let body = message.frames.suffix(message.bodyFrameCount)
      message.reply { writer in for frame in body { writer.frame(frame) } }
      return .handled
    }
  }

  /// Runs until SIGTERM.
  static func serve(_ configuration: SocketConfiguration) async throws {
    let plan = ProcessPlan(
      name: "Server", settings: ProcessSettings(label: "server"),
      sockets: [ProcessPlan.Socket("requests", configuration, handler: HandlerSource(Echo()))])
    try await plan.run(on: ZMQTransport()) { process in
      Main.say(process.endpoints(of: "requests").first ?? "connected")
      await process.untilStopped()
      await process.stop()
      await Main.say(summary(of: process))
    }
  }

  /// Passes everything on until SIGTERM.
  static func broker(front: String, back: String) async throws {
    let plan = ProcessPlan(
      name: "Broker", settings: ProcessSettings(label: "broker"),
      sockets: [
        ProcessPlan.Socket("front", SocketConfiguration(.router, bind: [front])),
        ProcessPlan.Socket("back", SocketConfiguration(.dealer, bind: [back])),
      ], proxies: [ProcessPlan.Proxy("front", "back")])
    try await plan.run(on: ZMQTransport()) { process in
      Main.say((process.endpoints(of: "front") + process.endpoints(of: "back")).joined(separator: " "))
      await process.untilStopped()
      await process.stop()
      await Main.say(summary(of: process))
    }
  }

  /// `balanced received=12`
  private static func summary(of process: RunningProcess) async -> String {
    let ledger = await process.ledger()
    let received = ledger.sockets.map(\.counters.received).reduce(0, +)
    return "\(ledger.isBalanced ? "balanced" : "NOT balanced") received=\(received)"
  }

  /// Without file descriptors a process says so and does not end the program; with them it runs.
  static func exhaust() async throws {
    let transport = ZMQTransport()
    let plan = ProcessPlan(
      name: "Server", settings: ProcessSettings(label: "server"),
      sockets: (0..<64).map { number in
        ProcessPlan.Socket(
          "requests\(number)", SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]),
          handler: HandlerSource { _ in Echo() })
      })
    Main.limitFiles(to: 48)
    do {
      try await plan.run(on: transport) { _ in Main.say("runs") }
    } catch let error as TransportError {
      Main.say("refused: \(error)")
    }
    Main.limitFiles(to: 1024)
    try await plan.run(on: transport) { _ in Main.say("runs") }
  }
}
