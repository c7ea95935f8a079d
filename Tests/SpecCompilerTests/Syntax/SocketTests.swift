@testable import SpecCompiler
import SpecModel
import Testing
import ZMQWire

/// Sockets in both forms, their keys, their options.
@Suite struct SocketTests {
  /// The findings of parsing and resolving; what the rules say of a socket without chains does not matter here.
  private func found(_ socket: String) -> [String] {
    Found.lines(Sample.socket(socket)).filter { $0.contains(" ZS00") || $0.contains("ZS0801") }
  }

  private func socket(_ socket: String) throws -> SocketSpec {
    let text = Sample.socket(socket)
    let (root, _) = YAMLParser.parse(SourceText(name: "t", text: text), text: text)
    let (syntax, findings) = ProtocolSyntax.parse(try #require(root))
    let (spec, more) = Resolver.resolve(syntax)
    #expect(findings + more == [])
    return spec.processes[0].sockets[0]
  }

  @Test(arguments: SocketType.allCases) func `every stable type, in both forms`(type: SocketType) throws {
    #expect(try socket(type.rawValue).type == type)
    let long = try socket("{ type: \(type.rawValue) }")
    #expect(long.type == type)
    #expect(long.typeRange == SourceRange(line: 5, columns: 18..<18 + type.rawValue.count))
  }

  @Test func `all keys`() throws {
    let router = try socket(
      "{ type: ROUTER, about: x, bind: [ \"tcp://*:{port}\", \"ipc:///tmp/a\" ], connect: \"tcp://h:1\", "
        + "routing_id: \"w-{name}\", shown_as: w_id, delimiter: true, otherwise: handle, options: { sndhwm: 5 } }")
    #expect(router.about == "x")
    #expect(router.bind.map(\.address.text) == ["tcp://*:{port}", "ipc:///tmp/a"])
    #expect(router.bind[0].address.pieces == [.literal("tcp://*:"), .placeholder("port")])
    #expect(router.bind[0].address.range == SourceRange(line: 5, columns: 44..<60))
    #expect(router.connect.map(\.address.text) == ["tcp://h:1"])
    #expect(router.routingID?.pieces == [.literal("w-"), .placeholder("name")])
    #expect(router.shownAs == "w_id")
    #expect(router.delimiter)
    #expect(router.delimiterRange != nil)
    #expect(router.otherwise == .handle)
    #expect(router.options.map(\.value) == [.int(5)])
  }

  @Test(
    arguments: [
      ("linger: 0ms", .int(0)), ("linger: -1", .int(-1)), ("linger: 2.5s", .int(2500)), ("sndhwm: 10000", .int(10000)),
      ("maxmsgsize: 64MiB", .int(67_108_864)), ("maxmsgsize: -1", .int(-1)), ("rcvbuf: 10kB", .int(10_000)),
      ("rcvbuf: 4096", .int(4096)), ("ipv6: true", .int(1)), ("immediate: false", .int(0)), ("tos: 0x10", .int(16)),
      ("tcp_keepalive: -1", .int(-1)), ("tcp_keepalive_idle: 2min", .int(120)), ("bindtodevice: eth0", .string("eth0")),
    ] as [(String, OptionSpec.Value)])
  func `options in libzmq's own unit`(option: String, value: OptionSpec.Value) throws {
    #expect(try socket("{ type: DEALER, options: { \(option) } }").options.map(\.value) == [value])
  }

  @Test(arguments: [
    ("ZMQ_SNDHWM: 1", "5:37-5:47 ZS0034 libzmq has no stable option `ZMQ_SNDHWM`"),
    ("router_notify: 1", "5:37-5:50 ZS0034 libzmq has no stable option `router_notify`"),
    ("subscribe: a", "5:37-5:46 ZS0034 `subscribe` is not set under `options`"),
    ("req_relaxed: true", "5:37-5:48 ZS0035 a DEALER does not know the option `req_relaxed`"),
    ("linger: 3", "5:45-5:46 ZS0036 expected the value of `linger` as a time with its unit, found '3'"),
    ("linger: 1.5us", "5:45-5:50 ZS0036 expected the value of `linger` as a time with its unit, found '1.5us'"),
    (
      "linger: 1500us",
      "5:45-5:51 ZS0036 expected the value of `linger` as whole milliseconds up to 2147483647, found '1500us'"
    ),
    (
      "linger: 9999h",
      "5:45-5:50 ZS0036 expected the value of `linger` as whole milliseconds up to 2147483647, found '9999h'"
    ),
    ("handshake_ivl: -1", "5:52-5:54 ZS0036 expected the value of `handshake_ivl` as a time with its unit, found '-1'"),
    ("tos: 300", "5:42-5:45 ZS0036 expected the value of `tos` as a number from 0 to 255, found '300'"),
    ("tos: \"3\"", "5:42-5:45 ZS0036 expected the value of `tos` as a number from 0 to 255, found the text '3'"),
    ("sndbuf: 3x", "5:45-5:47 ZS0028 expected the value of `sndbuf` as a size, found '3x'"),
    ("conflate: yes", "5:47-5:50 ZS0022 expected the value of `conflate` as `true` or `false`, found 'yes'"),
    ("ipv6: 1", "5:43-5:44 ZS0022 expected the value of `ipv6` as `true` or `false`, found '1'"),
  ])
  func `what is wrong with an option`(option: String, finding: String) {
    #expect(found("{ type: DEALER, options: { \(option) } }") == [finding])
  }

  @Test func `options that are nearly right, or are set elsewhere`() {
    func help(_ option: String) -> String? {
      Found.all(Sample.socket("{ type: DEALER, options: { \(option): 1 } }")).first { $0.contains("ZS0034") }?
        .split(separator: "\n").last.map(String.init)
    }
    let name = "write libzmq's own name in lower case, without `ZMQ_`"
    #expect(help("ZMQ_SNDHWM") == "  help: did you mean `sndhwm`? \(name)")
    #expect(help("lingr") == "  help: did you mean `linger`? \(name)")
    #expect(help("identity") == "  help: write it as the key `routing_id` of the socket or its process")
    #expect(
      help("curve_server")
        == "  help: write the key `security` of the socket, and give the program the keys or passwords")
  }

  @Test(arguments: [
    ("REK", "5:10-5:13 ZS0026 expected a socket type, found 'REK'"),
    ("req", "5:10-5:13 ZS0026 expected a socket type, found 'req'"),
    ("SERVER", "5:10-5:16 ZS0026 SERVER is a draft socket type, which libzmq's stable releases do not have"),
    ("[]", "5:10-5:12 ZS0022 expected the type of the socket 's', found a list"),
    ("", "5:9-5:9 ZS0022 expected the type of the socket 's', found nothing"),
    ("{ type: SUB, topic: x }", "5:23-5:28 ZS0039 `topic` means nothing on a SUB"),
    ("{ type: REQ, delimiter: true }", "5:23-5:32 ZS0039 `delimiter` means nothing on a REQ"),
    ("{ type: PUB, subscribe: x }", "5:23-5:32 ZS0039 `subscribe` means nothing on a PUB"),
    ("{ type: PUSH, otherwise: drop }", "5:24-5:33 ZS0039 `otherwise` means nothing on a PUSH"),
    ("{ type: REP, delimiter: yes }", "5:23-5:32 ZS0039 `delimiter` means nothing on a REP"),
    (
      "{ type: REQ, bind: \"tcp://{\" }",
      "5:36-5:37 ZS0801 expected the endpoint with a name in each pair of braces, found a brace without its partner"
    ),
    (
      "{ type: REQ, bind: \"a{b c}\" }",
      "5:31-5:36 ZS0801 expected a name between the braces, found 'b c': it contains a blank"
    ),
    ("{ type: REQ, connect: Broker }", "5:32-5:38 ZS0043 expected an endpoint or `Process.socket`, found 'Broker'"),
    ("{ type: REQ, connect: [ \"\" ] }", "5:34-5:36 ZS0042 the endpoint is empty"),
    ("{ type: SUB, subscribe: \"a{b}\" }", "5:34-5:40 ZS0801 a prefix has no placeholders, found 'a{b}'"),
    (
      "{ type: REQ, shown_as: a b }",
      "5:34-5:35 ZS0023 'a b' cannot be the name of a routing id in frame lists: it contains a blank"
    ),
  ])
  func `what is wrong with a socket`(socket: String, finding: String) {
    #expect(found(socket).contains(finding))
  }

  @Test func `a misspelt type is told the nearest`() {
    #expect(
      Found.all(Sample.socket("DELER")) == [
        """
        5:10-5:15 ZS0026 expected a socket type, found 'DELER'
          help: did you mean DEALER? write one of PAIR, REQ, REP, DEALER, ROUTER, PUB, SUB, XPUB, XSUB, PUSH, PULL, STREAM
        """
      ])
  }
}
