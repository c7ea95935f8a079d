import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// A process that is nothing but proxies: no line of Swift of the user's.
@Suite(.timeLimit(.minutes(1)))
struct RenderFarmTests {
  struct Jobs: RenderFarm.Renderer.JobsHandler {
    let name: String
    func render(scene: String, origin: Origin) -> RenderFarm.RenderReply {
      scene.isEmpty
        ? .failed(RenderFarm.Failed(reason: "an empty scene")) : .done(RenderFarm.Done(url: "\(name)/\(scene)"))
    }
  }

  struct Progress: RenderFarm.Client.ProgressHandler {
    let heard: Probe<UInt8>
    func percent(scene: String, value: UInt8, origin: Origin) {
      #expect(origin.topic == "progress.\(scene)")
      heard.note(value)
    }
  }

  private struct Endpoints {
    let clients, workers, inward, outward: String

    init(_ kind: TestTransport) {
      (clients, workers) = (kind.endpoint(), kind.endpoint())
      (inward, outward) = (kind.endpoint(), kind.endpoint())
    }

    var broker: RenderFarm.Broker {
      var broker = RenderFarm.Broker()
      broker.sockets.clients.bind = [clients]
      broker.sockets.workers.bind = [workers]
      broker.sockets.inward.bind = [inward]
      broker.sockets.outward.bind = [outward]
      return broker
    }

    func renderer(_ name: String) -> RenderFarm.Renderer {
      var renderer = RenderFarm.Renderer(jobs: Jobs(name: name))
      renderer.sockets.jobs.connect = [workers]
      renderer.sockets.progress.connect = [inward]
      return renderer
    }

    func client(_ heard: Probe<UInt8>) -> RenderFarm.Client {
      var client = RenderFarm.Client(progress: Progress(heard: heard))
      client.sockets.broker.connect = [clients]
      client.sockets.progress.connect = [outward]
      return client
    }
  }

  @Test("requests and answers go through, to both workers in turn", arguments: TestTransport.allCases)
  func requests(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoints = Endpoints(kind)
    try await endpoints.broker.run(on: transport) { broker in
      try await endpoints.renderer("a").run(on: transport) { _ in
        try await endpoints.renderer("b").run(on: transport) { _ in
          try await endpoints.client(Probe()).run(on: transport) { client in
            var urls: Set<String> = []
            for _ in 0..<20 {
              guard case .done(let done) = try await client.broker.render(scene: "x") else { continue }
              urls.insert(done.url)
            }
            #expect(urls == ["a/x", "b/x"])
            let broken = try await client.broker.render(scene: "")
            #expect(broken == .failed(RenderFarm.Failed(reason: "an empty scene")))
            let counters = await broker.counters(of: .clients)
            #expect(counters.received == 21 && counters.handled == 21 && counters.sent == 21)
          }
        }
      }
    }
  }

  @Test("subscriptions go up, what is published comes down", arguments: TestTransport.allCases)
  func published(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoints = Endpoints(kind)
    let heard = Probe(of: UInt8.self)
    try await endpoints.broker.run(on: transport) { broker in
      try await endpoints.renderer("a").run(on: transport) { renderer in
        try await endpoints.client(heard).run(on: transport) { _ in
          // The subscription has to travel first; what is published before is nobody's.
          try await renderer.progress.waitForSubscribers(to: "progress.cat", within: patience)
          for value in 1...3 { try await renderer.progress.percent(scene: "cat", value: UInt8(value)) }
          #expect(await heard.next(3) == [1, 2, 3])
          #expect(await broker.counters(of: .inward).received == 3)
        }
      }
    }
  }

  @Test("a request waits in the broker until there is a worker", arguments: TestTransport.allCases)
  func waiting(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoints = Endpoints(kind)
    try await endpoints.broker.run(on: transport) { broker in
      try await endpoints.client(Probe()).run(on: transport) { client in
        let asking = Task { try await client.broker.render(scene: "x", within: patience) }
        try await eventually("the request has not left") { await client.counters(of: .broker).sent == 1 }
        try await endpoints.renderer("late").run(on: transport) { _ in
          let reply = try await asking.value
          #expect(reply == .done(RenderFarm.Done(url: "late/x")))
        }
      }
    }
  }
}
