import Foundation
import Programs
import Testing

extension InteropTests {
  /// Signals stop a process in good order, and a second one at once.
  @Suite struct SignalTests {
    static let signals = [SIGINT, SIGTERM]

    @Test("a waiting PongProc closes its sockets and ends with 0", arguments: signals)
    func waiting(signal: Int32) async throws {
      try await Stage.run { stage in
        let pong = try stage.peer("pong", "req-rep-pair", "ipc://*")
        let endpoint = try await pong.line()
        let file = URL(filePath: String(endpoint.dropFirst("ipc://".count)), relativeTo: stage.folder).path
        let ping = try stage.python("waiting", "req-rep-pair", endpoint, count: 60)
        #expect(try await ping.line() == "connected", "\(stage)")
        #expect(FileManager.default.fileExists(atPath: file), "\(stage)")
        pong.send(signal)
        #expect(try await pong.report() == Report(received: 1, handled: 1, sent: 1), "\(stage)")
        #expect(try await pong.end() == .exit(0), "\(stage)")
        // libzmq takes a file that it has named away when the socket is closed, not when the process just ends.
        #expect(!FileManager.default.fileExists(atPath: file), "\(stage)")
      }
    }

    @Test("a process that is run again in the same program is stopped as well", arguments: signals)
    func again(signal: Int32) async throws {
      try await Stage.run { stage in
        let pong = try stage.peer("again", "req-rep-pair", "ipc://*")
        let ping = try stage.python("waiting", "req-rep-pair", try await pong.line(), count: 60)
        #expect(try await ping.line() == "connected", "\(stage)")
        pong.send(signal)
        #expect(try await pong.report() == Report(received: 1, handled: 1, sent: 1), "\(stage)")
        #expect(try await pong.end() == .exit(0), "\(stage)")
      }
    }

    @Test("a PingProc that waits for an answer ends with 0", arguments: signals)
    func asking(signal: Int32) async throws {
      try await Stage.run { stage in
        let pong = try stage.python("failing", "mute", "dealer-router-pair", "tcp://127.0.0.1:*", count: 3)
        let ping = try stage.peer("ping", "dealer-router-pair", try await pong.line(), 10)
        // One request has expired, the next one is waiting.
        _ = try await ping.complaint()
        ping.send(signal)
        #expect(try await ping.complaint() == "PingProc.pongs: the process has been stopped", "\(stage)")
        #expect(try await ping.report().handled == 3, "\(stage)")
        #expect(try await ping.end() == .exit(0), "\(stage)")
      }
    }

    @Test(
      "a second signal ends a PongProc whose handler hangs",
      arguments: [(SIGINT, SIGINT), (SIGTERM, SIGTERM), (SIGINT, SIGTERM)])
    func hanging(first: Int32, second: Int32) async throws {
      try await Stage.run { stage in
        let pong = try stage.peer("hang", "req-router-pair", "tcp://127.0.0.1:*", 0)
        let ping = try stage.peer("ping", "req-router-pair", try await pong.line(), 1)
        #expect(try await pong.line() == "hanging", "\(stage)")
        pong.send(first)
        #expect(try await pong.line() == "signals are the system's again", "\(stage)")
        pong.send(second)
        #expect(try await pong.end() == .signal(second), "\(stage)")
        ping.send(SIGTERM)
        #expect(try await ping.end() == .exit(0), "\(stage)")
      }
    }
  }
}
