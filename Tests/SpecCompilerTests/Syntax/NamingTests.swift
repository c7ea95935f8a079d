@testable import SpecCompiler
import Testing

/// The rule for names.
@Suite struct NamingTests {
  @Test(arguments: ["a", "PingProc", "sending-pings", "ping_2", "A-", "X-y"])
  func `names`(text: String) {
    #expect(Naming.flaw(of: text) == nil)
  }

  @Test(arguments: [
    ("", "it is empty", 0..<0), ("1st", "it begins with `1`", 0..<1), ("_a", "it begins with `_`", 0..<1),
    ("Größe", "it contains `ö`", 2..<3), ("a b", "it contains a blank", 1..<2), ("a\tb", "it contains a tab", 1..<2),
    ("a.b", "it contains `.`", 1..<2),
    ("a\u{A0}b", "it contains the character U+00A0", 1..<2),
    ("\u{FEFF}a", "it begins with the character U+FEFF", 0..<1),
    ("x-a", "names that begin with `x-` are kept for extensions", 0..<2),
  ])
  func `what is no name`(text: String, reason: String, scalars: Range<Int>) throws {
    let flaw = try #require(Naming.flaw(of: text))
    #expect(flaw == (reason, scalars))
  }

  @Test func `a name is reported at the character that is wrong`() {
    #expect(
      Found.all("zmqspec: 1\nprotocol: t\nprocesses: { \"Größe\": {}, \"a\\tb\": {} }\n") == [
        """
        3:17-3:18 ZS0023 'Größe' cannot be the name of a process: it contains `ö`
          help: a name begins with a letter from a to z, and goes on with such letters, digits, `_` and `-`
        """,
        """
        3:27-3:33 ZS0023 'a\tb' cannot be the name of a process: it contains a tab
          help: a name begins with a letter from a to z, and goes on with such letters, digits, `_` and `-`
        """,
      ])
  }
}
