import Testing

@Suite("zmqspec doctor")
struct DoctorTests {
  @Test("an endpoint that nobody binds is told, with what to do")
  func nobodyBinds() async throws {
    // Port 1 is for root, and nobody's.
    let result = try await Workspace().run("doctor", "tcp://127.0.0.1:1", "--as", "req", "--within", "0.5")
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("nobody binds tcp://127.0.0.1:1"), "\(result)")
    #expect(result.output.contains("\n  = help: start the side that binds"))
    #expect(!result.output.contains("has an address here"))
  }

  @Test("a host that nobody knows looks like one on which nobody binds, so the name is asked about")
  func unknownHost() async throws {
    let result = try await Workspace().run("doctor", "tcp://nobody.invalid:5678", "--as", "REQ", "--within", "0.5")
    #expect(result.code == 1)
    #expect(result.output.contains("; see that 'nobody.invalid' has an address here"), "\(result)")
  }

  @Test("what is no endpoint is wrong usage")
  func wrongUsage() async throws {
    let result = try await Workspace().run("doctor", "inproc://here", "--as", "REQ")
    #expect(result.code == 64)
  }
}
