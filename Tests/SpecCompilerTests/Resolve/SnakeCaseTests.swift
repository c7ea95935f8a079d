@testable import SpecCompiler
import Testing

/// Names in lower snake case.
@Suite struct SnakeCaseTests {
  @Test(arguments: [
    ("PingProc", "ping_proc"), ("Broker", "broker"), ("HTTPServer", "http_server"), ("ping-proc", "ping_proc"),
    ("Ping-Proc", "ping_proc"), ("Ping_Proc", "ping_proc"), ("pingProc2", "ping_proc2"), ("A", "a"), ("AB", "ab"),
    ("a--b", "a_b"),
  ])
  func `words`(name: String, snake: String) {
    #expect(SnakeCase.of(name) == snake)
  }
}
