import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What runs on the runtime, until SIGTERM.
enum Servers {
  /// Answers every message with its body; one that has a name puts it behind, and takes its time.
  struct Echo: Dispatcher {
    var name: String?

    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      let body = message.frames.suffix(message.bodyFrameCount)
      if name != nil { try await Task.sleep(for: .milliseconds(1)) }
      message.reply { writer in
        for frame in body { writer.frame(frame) }
        if let name { writer.frame(name.utf8) }
      }
      return .handled
    }
  }

  /// Answers on one socket.
  static func serve(_ configuration: SocketConfiguration, as name: String? = nil) async throws {
    try await run([ProcessPlan.Socket("requests", configuration, handler: HandlerSource(Echo(name: name)))])
  }

  /// Answers with the routing id of who asks.
  static func whoami() async throws {
    struct Mirror: FrameHandler {
      func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? { [origin.routingID?.bytes ?? []] }
    }
    let configuration = SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])
    try await run([ProcessPlan.Socket("requests", configuration, handler: HandlerSource(frames: Mirror()))])
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

  #if canImport(Glibc)
    /// Without threads a process says so and does not end the program, be it its own that it lacks or libzmq's; with them it
    /// runs, on the same transports.
    static func threadless() async throws {
      await Main.warmUp()
      let served = ZMQTransport()
      Main.allowThreads(false)
      let time = VirtualTime()
      let unserved = ZMQTransport(time: time)
      // Whoever moves its time does not wait for what will not run.
      await time.advance(by: .seconds(1))
      let transports = [unserved, served]
      for transport in transports {
        do {
          try await plan([socket]).run(on: transport)
        } catch let error as TransportError {
          Main.say("refused: \(error)")
        }
      }
      _ = readLine()
      Main.allowThreads(true)
      for (index, transport) in transports.enumerated() {
        if index > 0 { _ = readLine() }
        let process = try await plan([socket]).run(on: transport) { process in
          Main.say(process.endpoints(of: "requests")[0])
          _ = readLine()
          return process
        }
        let ledger = await process.ledger()
        Main.say("\(ledger.isBalanced ? "" : "not ")balanced: \(ledger.sockets[0].counters.answered) answered")
      }
    }

    private static var socket: ProcessPlan.Socket {
      ProcessPlan.Socket(
        "requests", SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]), handler: HandlerSource { _ in Echo() })
    }
  #endif

  private static func plan(_ sockets: [ProcessPlan.Socket], proxies: [ProcessPlan.Proxy] = []) -> ProcessPlan {
    ProcessPlan(name: "Server", settings: ProcessSettings(label: "server"), sockets: sockets, proxies: proxies)
  }

  /// Runs a process; prints its endpoints when it runs, and its ledger at its end.
  private static func run(
    _ sockets: [ProcessPlan.Socket], proxies: [ProcessPlan.Proxy] = [], on transport: ZMQTransport = ZMQTransport()
  ) async throws {
    try await plan(sockets, proxies: proxies).run(on: transport) { process in
      let endpoints = sockets.flatMap { process.endpoints(of: $0.name) }
      Main.say(endpoints.isEmpty ? "connected" : endpoints.joined(separator: " "))
      await process.untilStopped()
      await process.stop()
      await Main.tell(process)
    }
  }
}
