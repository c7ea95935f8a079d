#if os(Linux)
  import Foundation
  import Programs
  import Testing

  extension InteropTests {
    /// A process that waits uses no CPU.
    @Suite struct IdleTests {
      @Test("a waiting PongProc with a connected peer and heartbeats uses no CPU")
      func idle() async throws {
        try await Stage.run { stage in
          let pong = try stage.peer("pong", "req-rep-pair", "tcp://127.0.0.1:*")
          // Long enough for our own heartbeat (5 s) and some of the peer's (1 s).
          let ping = try stage.python("waiting", "req-rep-pair", try await pong.line(), count: 6)
          #expect(try await ping.line() == "connected", "\(stage)")
          let before = try ticks(of: pong)
          #expect(try await ping.line() == "quiet", "\(stage)")
          let used = try ticks(of: pong) - before
          #expect(used <= 2, "\(used) clock ticks in 6 s")
          ping.endInput()
          #expect(try await pong.end() == .exit(0), "\(stage)")
        }
      }

      /// User and system time of a process in clock ticks, of which there are a hundred in a second: proc(5).
      private func ticks(of program: Program) throws -> Int {
        let stat = try String(contentsOfFile: "/proc/\(program.id)/stat", encoding: .utf8)
        // The second field is a name in parentheses that may hold spaces; utime and stime are 14 and 15.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        return try #require(Int(fields[12])) + #require(Int(fields[13]))
      }
    }
  }
#endif
