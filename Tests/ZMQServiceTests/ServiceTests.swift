import Foundation
import Logging
import ServiceLifecycle
import Testing
import UnixSignals
import ZMQRuntime
import ZMQService
import ZMQSockets
import ZMQWire

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Processes in a real group of services.
///
/// Serialized, and with signals that no other test of the bundle listens to: a signal goes to the whole program.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct ServiceTests {
  /// Answers every message with itself, once `gate` lets it.
  struct Echo: Dispatcher {
    let arrived: AsyncStream<Void>.Continuation
    let gate: Gate

    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      arrived.yield()
      await gate.pass()
      let body = message.frames.last ?? []
      message.reply { writer in writer.frame(body) }
      return body == Array("end".utf8) ? .final : .handled
    }
  }

  /// Closed until it is opened.
  actor Gate {
    private var isOpen: Bool
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(isOpen: Bool) { self.isOpen = isOpen }

    func pass() async {
      if !isOpen { await withCheckedContinuation { waiting.append($0) } }
    }

    func open() {
      isOpen = true
      for continuation in waiting { continuation.resume() }
      waiting = []
    }
  }

  private func plan(_ name: String, _ socket: ProcessPlan.Socket, stopLimit: Duration = .seconds(5)) -> ProcessPlan {
    var settings = ProcessSettings(label: name)
    settings.stopSignals = []
    settings.stopLimit = stopLimit
    return ProcessPlan(name: name, settings: settings, sockets: [socket])
  }

  private func echo(
    on transport: any Transport, at endpoint: String, gate: Gate, arrived: AsyncStream<Void>.Continuation,
    deadline: Duration = .seconds(10), stopLimit: Duration = .seconds(5)
  ) -> ZMQService {
    ZMQService("Echo", deadline: deadline) { untilShutdown in
      let plan = self.plan(
        "Echo",
        ProcessPlan.Socket(
          "requests", SocketConfiguration(.rep, bind: [endpoint]),
          handler: HandlerSource(Echo(arrived: arrived, gate: gate))), stopLimit: stopLimit)
      try await plan.run(on: transport) { process in await untilShutdown(process) }
    }
  }

  private func ask(_ text: String, at endpoint: String, on transport: any Transport) async throws -> [UInt8] {
    let plan = self.plan("Client", ProcessPlan.Socket("server", SocketConfiguration(.req, connect: [endpoint])))
    return try await plan.run(on: transport) { process in
      try await process.client("server").request(within: .seconds(5)) { writer in
        writer.frame(text.utf8)
      } decode: { message in
        message.frames.last
      }
    }
  }

  private func group(_ service: ZMQService, signal: UnixSignal) -> ServiceGroup {
    ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
        gracefulShutdownSignals: [signal], logger: Logger(label: "test")))
  }

  @Test("a signal ends the group when the handler at work has answered")
  func signal() async throws {
    let transport = InMemoryTransport()
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    let gate = Gate(isOpen: false)
    let service = echo(on: transport, at: "memory://signal", gate: gate, arrived: arrived)
    let group = group(service, signal: .sigusr1)
    async let running: Void = group.run()
    async let answer = ask("hello", at: "memory://signal", on: transport)
    var iterator = arrivals.makeAsyncIterator()
    _ = await iterator.next()
    // The group listens before its services run.
    #expect(kill(getpid(), SIGUSR1) == 0)
    await gate.open()
    #expect(try await answer == Array("hello".utf8))
    try await running
  }

  @Test("a final message ends the service, and so the group")
  func final() async throws {
    let transport = InMemoryTransport()
    let service = echo(
      on: transport, at: "memory://final", gate: Gate(isOpen: true), arrived: AsyncStream.makeStream(of: Void.self).1)
    async let running: Void = group(service, signal: .sigusr1).run()
    #expect(try await ask("end", at: "memory://final", on: transport) == Array("end".utf8))
    try await running
  }

  @Test("a handler that does not end is named when the deadline has passed")
  func overdue() async throws {
    let transport = InMemoryTransport()
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    let gate = Gate(isOpen: false)
    let service = echo(
      on: transport, at: "memory://overdue", gate: gate, arrived: arrived, deadline: .milliseconds(50),
      stopLimit: .seconds(30))
    let group = group(service, signal: .sigusr1)
    let running = Task { try await group.run() }
    let asking = Task { try await ask("hello", at: "memory://overdue", on: transport) }
    var iterator = arrivals.makeAsyncIterator()
    _ = await iterator.next()
    let start = ContinuousClock.now
    await group.triggerGracefulShutdown()
    let error = await #expect(throws: ShutdownOverdue.self) { try await running.value }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(error?.description.contains("1 in hand") == true)
    await gate.open()
    _ = try await asking.value
  }
}
