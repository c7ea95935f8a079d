import Foundation
import Testing

extension InteropTests {
  /// A PongProc fails in mid-conversation; PingProc goes on with the next one at the same endpoint.
  @Suite struct RestartTests {
    static let variants = ["req-rep-pair", "req-router-triple", "dealer-rep-triple", "dealer-router-pair"]

    @Test("a Python PongProc dies, another takes its port", arguments: variants)
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

    @Test("a Swift PongProc is killed at work, another takes its port", arguments: variants)
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

    @Test("a Python PongProc never answers; the request after its deadline reaches another", arguments: variants)
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

    /// All pings were answered at last, and one or two of them not by the first who was asked.
    private func expectRecovery(of ping: Program, on stage: Stage) async throws {
      let report = try await ping.report()
      #expect(report.handled == 1000 && report.received == 1000 && report.refused.isEmpty, "\(stage)")
      #expect((1...2).contains(report.expired), "\(stage)")
      #expect(try await ping.end() == .exit(0), "\(stage)")
    }
  }
}
