import Foundation
import Testing

@Suite("zmqspec project")
struct ProjectTests {
  /// A protocol that the tests of generated code run.
  private static func file(_ name: String) -> String {
    Workspace.root.appending(path: "Tests/SpecSwiftTests/Protocols/\(name).yaml").path
  }

  @Test("One process: its sockets with what they send and receive, then the chains as it sees them")
  func process() async throws {
    let result = try await Workspace().run(
      "project", ProjectTests.file("render-farm"), "--process", "Renderer")
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(
      result.output == """
        Renderer
        ========

        jobs: REP, connects to tcp://127.0.0.1:5712 (Broker.workers)

            receives render(scene: string)
                OUT: ['render, [scene], {}']
              answers with one of
              - done(url: string)
                IN : ['done, [url], {}']
              - failed(reason: string)
                IN : ['failed, [reason], {}']
            drops anything else, and counts it

        progress: PUB, connects to tcp://127.0.0.1:5713 (Broker.inward)

            sends percent(scene: string, value: uint8)
                IN : [topic, 'percent, [scene, value], {}']

        Rendering a scene
        -----------------

            1b jobs receives render from Broker.workers
               rasterise()
               alt, decided here: the scene is drawn
            2a   jobs answers 1 with done
               else: the scene is broken
            3a   jobs answers 1 with failed

        How far it is
        -------------

            1a progress sends percent to Broker.inward

        """)
  }

  @Test("A stream with its last messages, signs of life, silence, and who a ROUTER speaks to")
  func shapes() async throws {
    let workspace = try Workspace()
    let stream = try await workspace.run(
      "project", ProjectTests.file("snapshot"), "--process", "Reader")
    #expect(
      stream.output.contains(
        """
            sends icanhaz(subtree: string)
                IN : ['icanhaz, [subtree], {}']
              is answered with any number of, each within 30s
              - kvsync(key: string, value: string)
                OUT: ['kvsync, [key, value], {}']
              and then one of
              - kthxbai(count: int)
                OUT: ['kthxbai, [count], {}']
              - too-many(limit: int)
                OUT: ['too-many, [limit], {}']
              or is refused with refused(reason: string)

        """))
    let presence = try await workspace.run(
      "project", ProjectTests.file("presence"), "--process", "Broker")
    for line in [
      "    sends task(number: int) to a peer that it names",
      "    sends heartbeat(load: float = 0.0) by itself every 100ms to each peer that has spoken",
      "    receives heartbeat(load: float = 0.0), a sign of life",
      "    acts when a peer has said nothing for 1s",
      "      break, decided here: after a second of silence",
    ] {
      #expect(presence.output.contains(line + "\n"), "\(line)")
    }
  }

  @Test("As JSON, every process in the order of the file")
  func json() async throws {
    let result = try await Workspace().run(
      "project", ProjectTests.file("nested-requests"), "--format", "json")
    #expect(result.code == 0)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let processes = try #require(value as? [[String: Any]])
    #expect(processes.map { $0["process"] as? String } == ["Manager", "Simulator"])
    let sockets = try #require(processes[1]["sockets"] as? [[String: Any]])
    let receives = try #require(sockets[0]["receives"] as? [[String: Any]])
    #expect(receives.count == 1)
    let answers = try #require(receives[0]["answers"] as? [String: [[String: Any]]])
    #expect(answers["replies"]?.map { $0["name"] as? String } == ["next-step", "failed"])
    #expect(answers["replies"]?[0]["frames"] as? [String] == ["'next-step, [time], {}'"])
    let sends = try #require(sockets[0]["sends"] as? [[String: Any]])
    #expect(
      sends.compactMap { ($0["message"] as? [String: Any])?["name"] as? String } == ["hello", "get-data", "note"])
  }

  @Test("A process that does not exist")
  func unknown() async throws {
    let result = try await Workspace().run("project", "protocols/ping-pong.yaml", "--process", "PongProk")
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.errors == "zmqspec: there is no process 'PongProk'; did you mean 'PongProc'?\n")
  }
}
