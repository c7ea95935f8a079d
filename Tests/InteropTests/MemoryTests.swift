#if os(Linux)
  import Foundation
  import Programs
  import Testing

  extension InteropTests {
    /// What a hostile peer can cost.
    @Suite struct MemoryTests {
      @Test("a message of 100 MB is in memory once, and no longer than it takes to refuse it")
      func tooLarge() async throws {
        try await Stage.run { stage in
          let (pong, before, finish) = try await attack(with: "100 MB", on: stage)
          let (peak, after) = (try megabytes("VmHWM", of: pong), try megabytes("VmRSS", of: pong))
          #expect(peak - before < 150 && after - before < 10, "before \(before), at most \(peak), after \(after) MB")
          #expect(try await finish() == ["notJSON": 1, "tooLarge": 3], "\(stage)")
        }
      }

      @Test("a million keys cost a multiple of their bytes, and the same the next time")
      func manyKeys() async throws {
        try await Stage.run { stage in
          let (pong, before, finish) = try await attack(with: "a million keys", on: stage)
          // The message has 11 MB; each key is copied once, to find the one that is given twice.
          let peak = try megabytes("VmHWM", of: pong)
          #expect(peak - before < 250, "before \(before), at most \(peak) MB")
          #expect(try await finish() == ["notJSON": 1, "wrongType": 3], "\(stage)")
        }
      }

      /// Lets a hostile peer say something small, and then three times what is tried.
      ///
      /// - Returns: The peer of ours that has heard it, how many megabytes it had before, and how to end both and have what
      ///   it has refused.
      private func attack(
        with message: String, on stage: Stage
      ) async throws -> (pong: Program, before: Int, finish: () async throws -> [String: Int]) {
        let pong = try stage.peer("pong", "dealer-rep-pair", "tcp://127.0.0.1:*")
        let hostile = try stage.python("hostile", "dealer-rep-pair", try await pong.line())
        try hostile.tell("not JSON")
        _ = try await hostile.line()
        let before = try megabytes("VmRSS", of: pong)
        for _ in 0..<3 {
          try hostile.tell(message)
          _ = try await hostile.line()
        }
        return (
          pong, before,
          {
            hostile.endInput()
            return try await pong.report().refused
          }
        )
      }

      /// A line of `/proc/PID/status`: proc(5).
      private func megabytes(_ key: String, of program: Program) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(program.id)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(key + ":") })
        return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1])) / 1000
      }
    }
  }
#endif
