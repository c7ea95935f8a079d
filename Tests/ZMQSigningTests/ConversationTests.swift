import Foundation
import GeneratedProtocols
import Programs
import Testing
import ZMQRuntime
import ZMQSigning
import ZMQSockets
import ZMQWire

/// Generated processes with an `HMACSigner` in conversation with programs that sign by Python's hmac: Tests/Interop/signing.py.
@Suite(.timeLimit(.minutes(1)))
struct ConversationTests {
  private static let key = "a0436f6c-1916-498b-8eb9-e81ab9368e84"
  private static let session = UUIDValue(high: 1, low: 2)
  private static let owner = Kernel.Owner(name: "me", since: Kernel.Version())

  private struct Computer: Kernel.Kernel.ShellHandler, Kernel.Kernel.AuditHandler {
    func execute(
      code: String, silent: Bool, session: UUIDValue, user: String, buffers: [[UInt8]], origin: Origin
    ) -> Kernel.ExecuteReply { .executed(Kernel.Executed(count: code.count)) }

    func history(
      n: Int, session: UUIDValue, user: String, buffers: [[UInt8]], origin: Origin, send: SendElement<Kernel.Entry>
    ) -> Kernel.HistoryEnd { Kernel.HistoryEnd() }

    func otherwise(frames: [[UInt8]], reason: any Error, origin: Origin) {}

    func audit(lines: [String], owner: Kernel.Owner, origin: Origin) -> Kernel.AuditDone {
      Kernel.AuditDone(count: lines.count)
    }
  }

  private struct Watcher: Kernel.Console.StatusHandler {
    func status(state: String, session: UUIDValue, origin: Origin) {}
  }

  private func python(_ arguments: String...) throws -> Program {
    let script = Installation.root.appending(path: "Tests/Interop/signing.py").path
    return try Program(
      Installation.python, ["-W", "error", script] + arguments, in: FileManager.default.temporaryDirectory)
  }

  @Test("a kernel of ours answers a console in Python; what another key has signed is refused and counted")
  func kernel() async throws {
    var kernel = Kernel.Kernel(
      session: Self.session, owner: Self.owner, signer: HMACSigner(key: Self.key), handler: Computer())
    kernel.sockets.shell.bind = ["tcp://127.0.0.1:*"]
    kernel.sockets.status.bind = ["tcp://127.0.0.1:*"]
    kernel.sockets.audit.bind = ["tcp://127.0.0.1:*"]
    try await kernel.run(on: ZMQTransport()) { kernel in
      let endpoint = try #require(kernel.endpoints(of: .shell).first)
      let console = try python("console", endpoint, Self.key, "50")
      // What Python has checked with hmac.compare_digest.
      let outcome = try await console.line()
      #expect(outcome == #"{"answered": 50, "unanswered": 1, "forged": 0}"#, "\(console.transcript)")
      #expect(try await console.end() == .exit(0), "\(console.transcript)")
      let counters = await kernel.counters(of: .shell)
      #expect(counters.received == 51 && counters.answered == 50 && counters.sent == 50)
      #expect(counters.refused == [.badSignature: 1])
    }
  }

  private func console(_ key: String, at endpoint: String) -> Kernel.Console {
    var console = Kernel.Console(
      session: Self.session, user: "ada", owner: Self.owner, signer: HMACSigner(key: key), status: Watcher())
    console.sockets.shell.connect = [endpoint]
    console.sockets.status.connect = []
    console.sockets.audit.connect = []
    return console
  }

  @Test("a console of ours asks a kernel in Python; answers that another key has signed are refused and counted")
  func console() async throws {
    let program = try python("kernel", Self.key)
    let endpoint = try await program.line()
    let transport = ZMQTransport()
    try await console(Self.key, at: endpoint).run(on: transport) { console in
      for number in 0..<50 {
        let answer = try await console.shell.execute(code: String(repeating: "ü", count: number))
        guard case .executed(let done) = answer else { throw WrongReply() }
        #expect(done.count == number)
      }
      let counters = await console.counters(of: .shell)
      #expect(counters.received == 100 && counters.awaited == 50 && counters.refused == [.badSignature: 50])
    }
    // Python does not accept what another key of ours has signed.
    try await console(Self.key + "!", at: endpoint).run(on: transport) { console async throws -> Void in
      await #expect(throws: RequestError.self) {
        _ = try await console.shell.execute(code: "forged", within: .milliseconds(300))
      }
    }
    program.endInput()
    #expect(try await program.line() == #"{"accepted": 50, "refused": 1}"#, "\(program.transcript)")
    #expect(try await program.end() == .exit(0), "\(program.transcript)")
  }

  private struct WrongReply: Error {}
}
