import GRPCCore
import GRPCNIOTransportHTTP2Posix
import GRPCProtobuf

/// Unary round trips of grpc-swift-2 over a Unix domain socket: serves, or asks and prints the seconds.
///
///     grpc-ping serve ipc://PATH
///     grpc-ping ask ipc://PATH REQUESTS
@main struct GRPCPing {
  private static let ping = MethodDescriptor(
    service: ServiceDescriptor(fullyQualifiedService: "bench.Pinger"), method: "Ping")

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let what = arguments.first, let path = arguments.dropFirst().first?.dropFirst("ipc://".count) else {
      return print("grpc-ping serve|ask ipc://PATH [REQUESTS]")
    }
    if what == "serve" {
      try await serve(at: String(path))
    } else {
      try await ask(at: String(path), requests: arguments.last.flatMap { Int($0) } ?? 1_000)
    }
  }

  private static func serve(at path: String) async throws {
    let transport = HTTP2ServerTransport.Posix(
      address: .unixDomainSocket(path: path), transportSecurity: .plaintext)
    var router = RPCRouter<HTTP2ServerTransport.Posix>()
    router.registerHandler(
      forMethod: ping, deserializer: ProtobufDeserializer<Bench_Ping>(), serializer: ProtobufSerializer<Bench_Ping>()
    ) { request, _ in
      let message = try await ServerRequest(stream: request).message
      return StreamingServerResponse(single: ServerResponse(message: message))
    }
    try await GRPCServer(transport: transport, router: router).serve()
  }

  private static func ask(at path: String, requests: Int) async throws {
    let transport = try HTTP2ClientTransport.Posix(
      target: .unixDomainSocket(path: path), transportSecurity: .plaintext)
    try await withGRPCClient(transport: transport) { client in
      func ask(_ count: Int) async throws -> Int64 {
        try await client.unary(
          request: ClientRequest(message: Bench_Ping.with { $0.count = Int64(count) }), descriptor: ping,
          serializer: ProtobufSerializer<Bench_Ping>(), deserializer: ProtobufDeserializer<Bench_Ping>(),
          options: .defaults
        ) { response in try response.message.count }
      }
      _ = try await ask(0)
      let start = ContinuousClock.now
      for count in 0..<requests where try await ask(count) != count { print("another answer") }
      print((ContinuousClock.now - start) / .seconds(1))
    }
  }
}
