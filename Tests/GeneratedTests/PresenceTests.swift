import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Signs of life that the runtime sends and hears; a ROUTER that speaks first.
@Suite(.timeLimit(.minutes(1)))
struct PresenceTests {
  enum Event: Equatable, Sendable {
    case ready(RoutingID?)
    case silent(RoutingID?)
    case disconnected
  }

  struct Workers: Presence.Broker.WorkersHandler {
    let seen: Probe<Event>
    struct Unsettled: Error {}

    func ready(service: String, origin: Origin) { seen.note(.ready(origin.routingID)) }
    func silent(peer: RoutingID) throws {
      seen.note(.silent(peer))
      throw Unsettled()
    }
  }

  struct Work: Presence.Worker.BrokerHandler {
    let seen: Probe<Event>
    func task(number: Int, origin: Origin) -> Presence.Result { Presence.Result(number: number * number) }
    func disconnect(origin: Origin) { seen.note(.disconnected) }
    func silent() { seen.note(.silent(nil)) }
  }

  private func broker(_ endpoint: String, _ seen: Probe<Event>) -> Presence.Broker {
    var broker = Presence.Broker(workers: Workers(seen: seen))
    broker.sockets.workers.bind = [endpoint]
    return broker
  }

  private func worker(_ endpoint: String, _ seen: Probe<Event>, id: String) -> Presence.Worker {
    var worker = Presence.Worker(broker: Work(seen: seen))
    worker.sockets.broker.connect = [endpoint]
    worker.sockets.broker.routingID = RoutingID(text: id)
    return worker
  }

  @Test("nobody is silent while both run, although the programs say nothing", arguments: TestTransport.allCases)
  func alive(kind: TestTransport) async throws {
    let (transport, endpoint) = (kind.make(), kind.endpoint())
    let (atBroker, atWorker) = (Probe(of: Event.self), Probe(of: Event.self))
    try await broker(endpoint, atBroker).run(on: transport) { broker in
      try await worker(endpoint, atWorker, id: "w").run(on: transport) { worker in
        try await worker.broker.ready(service: "echo")
        // More than the one message that said `ready`: signs of life.
        try await eventually("no signs of life") {
          let (atBroker, atWorker) = (await broker.counters(of: .workers), await worker.counters(of: .broker))
          return atBroker.handled > 5 && atWorker.handled > 5
        }
        try await broker.workers.disconnect(to: RoutingID(text: "w"))
        #expect(await atBroker.next(1) == [.ready(RoutingID(text: "w"))])
        // Silence would have come first.
        #expect(await atWorker.next(1) == [.disconnected])
      }
    }
  }

  @Test("a worker that has gone is silent, once; so is a broker", arguments: TestTransport.allCases)
  func silence(kind: TestTransport) async throws {
    let (transport, endpoint) = (kind.make(), kind.endpoint())
    let (atBroker, atWorker) = (Probe(of: Event.self), Probe(of: Event.self))
    try await broker(endpoint, atBroker).run(on: transport) { broker in
      try await worker(endpoint, atWorker, id: "w").run(on: transport) { worker in
        try await worker.broker.ready(service: "echo")
        #expect(await atBroker.next(1) == [.ready(RoutingID(text: "w"))])
      }
      #expect(await atBroker.next(1) == [.silent(RoutingID(text: "w"))])
      // Who is silent gets no further sign, while others do.
      let unsent = await broker.counters(of: .workers).unsent
      try await worker(endpoint, Probe(), id: "other").run(on: transport) { other in
        try await other.broker.ready(service: "echo")
        try await eventually("no signs of life") { await other.counters(of: .broker).handled > 3 }
        #expect(await broker.counters(of: .workers).unsent == unsent)
      }
    }
    // Nobody has bound the endpoint any more.
    let alone = Probe(of: Event.self)
    try await worker(endpoint, alone, id: "alone").run(on: transport) { _ in
      #expect(await alone.next(1) == [.silent(nil)])
    }
  }

  @Test("the broker speaks first, to the worker that it names", arguments: TestTransport.allCases)
  func routerFirst(kind: TestTransport) async throws {
    let (transport, endpoint) = (kind.make(), kind.endpoint())
    let (seen, nobody) = (Probe(of: Event.self), Probe(of: Event.self))
    try await broker(endpoint, seen).run(on: transport) { broker in
      try await worker(endpoint, nobody, id: "a").run(on: transport) { a in
        try await worker(endpoint, nobody, id: "b").run(on: transport) { b in
          try await a.broker.ready(service: "square")
          try await b.broker.ready(service: "square")
          _ = await seen.next(2)
          try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
              group.addTask {
                let peer = RoutingID(text: number % 2 == 0 ? "a" : "b")
                return try await broker.workers.task(to: peer, number: number, within: patience).number
                  == number * number
              }
            }
            for try await isRight in group { #expect(isRight) }
          }
          let error = await #expect(throws: RequestError.self) {
            try await broker.workers.task(to: RoutingID(text: "c"), number: 1)
          }
          #expect(error?.reason == .unroutable)
        }
      }
    }
  }
}
