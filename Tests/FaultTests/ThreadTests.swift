#if canImport(Glibc)
  import Programs
  import Testing

  extension FaultTests {
    // MARK: Threads

    @Test("a process that gets no threads says so, and runs when there are some")
    func noThreads() async throws {
      let program = try Self.start("threadless")
      // None for the loop, when its transport was made; then none for libzmq, on a transport that has its own.
      for _ in 0..<2 {
        let refusal = try await program.line()
        #expect(refusal.hasPrefix("refused: cannot start a thread: "), "\(program.transcript)")
        #expect(refusal.contains("; allow more threads"), "\(program.transcript)")
      }
      for _ in 0..<2 {
        try program.tell("there are some")
        let start = ContinuousClock.now
        let endpoint = try await program.line()
        let client = try await Caller.run(at: endpoint) { try await $0.ask("at last") }
        let time = ContinuousClock.now - start
        Self.note(.noThreads, time)
        #expect(time < Fault.noThreads.limit)
        #expect(client.account.offered == ["sent": 1])
        try program.tell("stop")
        #expect(try await program.line() == "balanced: 1 answered")
      }
      #expect(try await program.end() == .exit(0), "\(program.transcript)")
    }
  }
#endif
