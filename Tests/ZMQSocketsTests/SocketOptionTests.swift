import SpecModel
import Testing
import ZMQRuntime

@testable import ZMQSockets

@Suite
struct SocketOptionTests {
  @Test("every option that the language knows can be set")
  func languageOptions() {
    let names = Set(SocketOptions.names)
    for option in OptionKey.all { #expect(names.contains(option.name), "\(option.name)") }
  }

  @Test("an option that libzmq refuses is an error that names it")
  func refused() async {
    let cases: [(String, SocketOption, String)] = [
      ("sndhwm", -5, "cannot set option sndhwm: Invalid argument"),
      ("sndhwm", "many", "cannot set option sndhwm: its value is a number"),
      ("plain_username", 5, "cannot set option plain_username: its value is a text"),
      ("speed", 5, "cannot set option speed: this library knows no such option"),
    ]
    for (name, value, message) in cases {
      let configuration = SocketConfiguration(.push, options: [name: value])
      let error = await #expect(throws: TransportError.self) {
        try await client(configuration).run(on: ZMQTransport()) { _ in }
      }
      #expect(error?.description == message)
    }
  }

  @Test("what libzmq would take and what then goes wrong in silence is an error that names the limit")
  func beyond() async {
    let cases: [(String, SocketOption, String)] = [
      ("heartbeat_ttl", 65_600, "cannot set option heartbeat_ttl to 65600: a peer counts steps of 100 ms, up to 65500"),
      ("heartbeat_ttl", 50, "cannot set option heartbeat_ttl to 50: a peer counts steps of 100 ms, up to 65500"),
      (
        "heartbeat_ttl", 7_200_000,
        "cannot set option heartbeat_ttl to 7200000: a peer counts steps of 100 ms, up to 65500"
      ),
      (
        "tcp_keepalive_cnt", 0,
        "cannot set option tcp_keepalive_cnt to 0: the system takes 1 to 127, and -1 for its own"
      ),
      (
        "tcp_keepalive_idle", 40_000,
        "cannot set option tcp_keepalive_idle to 40000: the system takes 1 to 32767, and -1 for its own"
      ),
    ]
    for (name, value, message) in cases {
      let configuration = SocketConfiguration(.push, options: [name: value])
      let error = await #expect(throws: TransportError.self) {
        try await client(configuration).run(on: ZMQTransport()) { _ in }
      }
      #expect(error?.description == message)
    }
  }

  @Test("the runtime takes the largest value that the language takes, and of those with a limit of their own no larger")
  func languageBounds() async {
    for option in OptionKey.all {
      let largest: Int
      switch option.kind {
      case .milliseconds(_, let maximum, _), .seconds(let maximum): largest = maximum
      case .number(let bounds, _): largest = bounds.upperBound
      case .bytes(_, let maximum): largest = maximum
      case .flag, .text: continue
      }
      for value in option.beyond == nil ? [largest] : [largest, largest + 1] {
        let configuration = SocketConfiguration(.push, options: [option.name: .int(value)])
        let refusal: TransportError?
        do {
          try await client(configuration).run(on: ZMQTransport()) { _ in }
          refusal = nil
        } catch {
          refusal = error as? TransportError
        }
        #expect((refusal == nil) == (value == largest), "\(option.name): \(value): \(String(describing: refusal))")
      }
    }
  }

  @Test("a tcp connection stands with the largest values that Linux takes, and a peer keeps the longest time to live")
  func largest() async throws {
    let plan = server(SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]))
    try await plan.run(on: ZMQTransport()) { server async throws -> Void in
      let options: [String: SocketOption] = [
        "tcp_keepalive": 1, "tcp_keepalive_cnt": 127, "tcp_keepalive_idle": 32_767, "tcp_keepalive_intvl": 32_767,
        "heartbeat_ttl": 65_500, "heartbeat_ivl": 20,
      ]
      let configuration = SocketConfiguration(.req, connect: server.endpoints(of: "in"), options: options)
      try await client(configuration).run(on: ZMQTransport()) { client async throws -> Void in
        #expect(try await client.ask("at once") == "at once")
      }
    }
  }

  @Test("an endpoint that cannot be is an error that says what to write")
  func endpoints() async {
    let cases: [(SocketConfiguration, String)] = [
      (
        SocketConfiguration(.push, bind: ["nonsense"]),
        "cannot bind nonsense: Invalid argument; write transport://address, such as tcp://127.0.0.1:5678; only bind may use `*`"
      ),
      (
        SocketConfiguration(.push, connect: ["carrier-pigeon://loft"]),
        "cannot connect carrier-pigeon://loft: Protocol not supported; use tcp, ipc or inproc"
      ),
    ]
    for (configuration, message) in cases {
      let error = await #expect(throws: TransportError.self) {
        try await client(configuration).run(on: ZMQTransport()) { _ in }
      }
      #expect(error?.description == message)
    }
  }
}
