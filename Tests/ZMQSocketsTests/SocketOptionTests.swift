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
