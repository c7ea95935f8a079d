import Foundation
import Programs
import Testing

extension InteropTests {
  /// A PongProc fails in mid-conversation; PingProc goes on with the next one at the same endpoint.
  @Suite struct RestartTests {
    @Test(
      "a Python PongProc dies, another takes its port",
      arguments: ["req-rep-pair", "req-router-triple", "dealer-rep-triple", "dealer-router-pair"])
    func crash(variant: String) async throws {
      try await Stage.run { stage in
        let first = try stage.python("failing", "crash", variant, "tcp://127.0.0.1:*", count: 500)
        let endpoint = try await first.line()
        let ping = try stage.peer("ping", variant, endpoint, 1000)
        #expect(try await first.end() == .signal(SIGKILL), "\(stage)")
        let second = try stage.python("blocking", "pong", variant, endpoint)
        #expect(try await second.line() == endpoint, "\(stage)")
        try await expectRecovery(of: ping, on: stage)
        #expect(try await second.end() == .exit(0), "\(stage)")
      }
    }

    @Test(
      "a Swift PongProc is killed at work, another takes its port",
      arguments: ["req-rep-pair", "dealer-router-pair"])
    func kill(variant: String) async throws {
      try await Stage.run { stage in
        let first = try stage.peer("hang", variant, "tcp://127.0.0.1:*", 500)
        let endpoint = try await first.line()
        let ping = try stage.peer("ping", variant, endpoint, 1000)
        #expect(try await first.line() == "hanging", "\(stage)")
        first.send(SIGKILL)
        #expect(try await first.end() == .signal(SIGKILL), "\(stage)")
        let second = try stage.peer("pong", variant, endpoint)
        #expect(try await second.line() == endpoint, "\(stage)")
        try await expectRecovery(of: ping, on: stage)
        #expect(try await second.end() == .exit(0), "\(stage)")
      }
    }

    @Test(
      "a Python PongProc never answers; a request after the deadline reaches another",
      arguments: ["req-router-triple", "dealer-rep-triple"])
    func mute(variant: String) async throws {
      try await Stage.run { stage in
        let first = try stage.python("failing", "mute", variant, "tcp://127.0.0.1:*", count: 10)
        let endpoint = try await first.line()
        let ping = try stage.peer("ping", variant, endpoint, 1000)
        let complaint = try await ping.complaint()
        #expect(complaint == "PingProc.pongs: no answer within 2.0 seconds", "\(stage)")
        first.send(SIGKILL)
        #expect(try await first.end() == .signal(SIGKILL), "\(stage)")
        let second = try stage.python("blocking", "pong", variant, endpoint)
        #expect(try await second.line() == endpoint, "\(stage)")
        try await expectRecovery(of: ping, on: stage)
        #expect(try await second.end() == .exit(0), "\(stage)")
      }
    }

    /// All pings were answered at last, one of them not by the first who was asked.
    private func expectRecovery(of ping: Program, on stage: Stage) async throws {
      let report = try await ping.report()
      #expect(report.handled == 1000 && report.received == 1000 && report.refused.isEmpty, "\(stage)")
      // More often only if it took the second more than a deadline to start.
      #expect(report.expired >= 1, "\(stage)")
      #expect(try await ping.end() == .exit(0), "\(stage)")
    }
  }
}
