import Testing

@Suite("zmqspec explain")
struct ExplainTests {
  @Test("Why, what is printed about the wrong file, and the right one; in any case of letters")
  func code() async throws {
    let workspace = try Workspace()
    let result = try await workspace.run("explain", "zs0203")
    #expect(result.output.hasPrefix("ZS0203  The delimiter reaches REP and REQ\n\n"))
    #expect(result.output.contains("\nWrong:\n\n    zmqspec: 1\n"))
    #expect(result.output.contains("\ndemo.yaml:15:9: error: REP drops this message"))
    #expect(result.output.contains("\nRight:\n\n    zmqspec: 1\n"))
    #expect(result.code == 0)
    #expect(try await workspace.run("explain", "ZS0203") == result)
  }

  @Test("Without a code, all of them")
  func all() async throws {
    let result = try await Workspace().run("explain")
    #expect(result.output.hasPrefix("YAML, keys and values\n  ZS0001  "))
    #expect(result.output.contains("\n\nLockstep\n  ZS0401  A reply answers a request\n"))
    #expect(result.code == 0)
  }

  @Test("An unknown code of a known family gets the family; any other, the families")
  func unknown() async throws {
    let workspace = try Workspace()
    let sibling = try await workspace.run("explain", "ZS0299")
    #expect(
      sibling.errors.hasPrefix(
        "zmqspec: there is no code 'ZS0299'; its family, Delimiters reach REQ and REP, has:\n  ZS02"), "\(sibling)")
    #expect(sibling.code == 64)
    let stranger = try await workspace.run("explain", "E0308")
    #expect(
      stranger.errors.hasPrefix(
        "zmqspec: there is no code 'E0308'; the families are:\n  ZS00..  YAML, keys and values\n  ZS01..  "),
      "\(stranger)")
    #expect(stranger.code == 64)
  }
}
