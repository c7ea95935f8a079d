import Foundation
import Testing
import ZMQRuntime
import ZMQSockets

/// What an `ipc` endpoint leaves in the file system: nothing, when its socket was closed in order.
@Suite(.timeLimit(.minutes(1)))
struct SocketFileTests {
  /// A folder of the test's own, which is removed with all that is in it.
  private static func inFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zmqspec-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  private static func files(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private static let kinds = [TransportKind.best, .zmqPoll]

  @Test("a graceful stop leaves no file behind", arguments: kinds)
  func stopped(kind: TransportKind) async throws {
    try await Self.inFolder { folder async throws -> Void in
      let endpoint = "ipc://\(folder.path)/pings"
      // Again at the same name, too.
      for _ in 0..<3 {
        let plan = server(SocketConfiguration(.rep, bind: [endpoint]))
        try await withServerAndClient(kind, server: plan, client: .req) { server, client async throws -> Void in
          #expect(try Self.files(in: folder) == ["pings"] && server.endpoints(of: "in") == [endpoint])
          #expect(try await client.ask("x") == "x")
        }
        #expect(try Self.files(in: folder) == [])
      }
    }
  }

  @Test("an endpoint that is given free leaves none, those that are not keep theirs", arguments: kinds)
  func unbound(kind: TransportKind) async throws {
    try await Self.inFolder { folder async throws -> Void in
      let endpoints = ["a", "b"].map { "ipc://\(folder.path)/\($0)" }
      try await server(SocketConfiguration(.rep, bind: [endpoints[0]])).run(on: kind.make()) {
        server async throws -> Void in
        #expect(try await server.client("in").bind(to: endpoints[1]) == endpoints[1])
        #expect(try Self.files(in: folder) == ["a", "b"])
        try await server.client("in").unbind(from: endpoints[0])
        #expect(try Self.files(in: folder) == ["b"])
      }
      #expect(try Self.files(in: folder) == [])
    }
  }

  @Test("a process that does not start leaves none", arguments: kinds)
  func failed(kind: TransportKind) async throws {
    try await Self.inFolder { folder async throws -> Void in
      let bind = ["ipc://\(folder.path)/pings", "ipc://\(folder.path)/no/such/folder"]
      let error = await #expect(throws: TransportError.self) {
        try await server(SocketConfiguration(.rep, bind: bind)).run(on: kind.make()) { _ in }
      }
      #expect(error?.operation == "bind")
      #expect(try Self.files(in: folder) == [])
    }
  }

  @Test("the file of whoever has taken the name meanwhile stays, and so does what is no socket", arguments: kinds)
  func taken(kind: TransportKind) async throws {
    try await Self.inFolder { folder async throws -> Void in
      let endpoint = "ipc://\(folder.path)/pings"
      let transport = kind.make()
      try await server(SocketConfiguration(.rep, bind: [endpoint])).run(on: transport) { _ in
        // libzmq lets the later one have it.
        try await server(SocketConfiguration(.rep, bind: [endpoint])).run(on: transport) { later async throws -> Void in
          try await server(SocketConfiguration(.rep, bind: [endpoint])).run(on: transport) { _ in }
          #expect(try Self.files(in: folder) == [])
          try Data("not a socket".utf8).write(to: folder.appending(path: "pings"))
        }
        #expect(try Self.files(in: folder) == ["pings"])
      }
      #expect(try Data(contentsOf: folder.appending(path: "pings")) == Data("not a socket".utf8))
    }
  }

  @Test("a name that libzmq chooses leaves neither file nor folder", arguments: kinds)
  func wildcard(kind: TransportKind) async throws {
    let plan = server(SocketConfiguration(.rep, bind: ["ipc://*", "ipc://@zmqspec-\(UUID())"]))
    var paths: [String] = []
    try await withServerAndClient(kind, server: plan, client: .req) { server, client async throws -> Void in
      paths = server.endpoints(of: "in").map { String($0.dropFirst("ipc://".count)) }
      #expect(try await client.ask("x") == "x")
      #expect(FileManager.default.fileExists(atPath: paths[0]))
    }
    let folder = URL(filePath: paths[0]).deletingLastPathComponent()
    #expect(!FileManager.default.fileExists(atPath: folder.path) && paths[1].hasPrefix("@"))
  }

  @Test("a bare socket leaves none")
  func bare() async throws {
    try await Self.inFolder { folder async throws -> Void in
      do {
        let socket = try BareSocket(.pull, in: BareContext())
        _ = try socket.bind("ipc://\(folder.path)/bare")
        #expect(try Self.files(in: folder) == ["bare"])
      }
      #expect(try Self.files(in: folder) == [])
    }
  }
}
