import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Programs that name one peer behind a proxy: by the ids of a message that came the same way, or by ids that are set.
@Suite(.timeLimit(.minutes(1)))
struct AddressedTests {
  struct Clerk: Addressed.Clerk.WishesHandler {
    let wishes: Probe<(text: String, route: Route)>

    func wish(text: String, origin: Origin) { wishes.note((text, origin.route)) }
  }

  struct Guest: Addressed.Guest.DeskHandler {
    let name: String
    let tables: Probe<String>
    /// What must have happened before it says what it thinks.
    var patience: Probe<String>?

    func table(number: Int, origin: Origin) { tables.note("\(name) at \(number)") }

    nonisolated(nonsending) func taste(dish: String, origin: Origin) async -> Addressed.Opinion {
      _ = await patience?.next(1)
      return Addressed.Opinion(text: "\(name): \(dish)!")
    }
  }

  struct Agent: Addressed.Agent.RelayHandler, Addressed.Agent.BoxHandler {
    let name: String
    /// What must have happened before it has a result.
    var patience: Probe<Int>?

    nonisolated(nonsending) func task(number: Int, origin: Origin) async -> Addressed.Result {
      _ = await patience?.next(1)
      return Addressed.Result(text: "\(name) has done \(number)")
    }

    nonisolated(nonsending) func browse(
      upto: Int, origin: Origin, send: SendElement<Addressed.Item>
    ) async throws -> Addressed.End {
      for number in 1...upto { try await send(Addressed.Item(number: number)) }
      return Addressed.End()
    }

    func count(word: String, origin: Origin) -> Addressed.Counted { Addressed.Counted(letters: word.count) }
  }

  @Test("a DEALER calls back and asks whom a proxy's ROUTER knows", arguments: TestTransport.allCases)
  func desk(kind: TestTransport) async throws {
    let transport = kind.make()
    var desk = Addressed.Desk()
    desk.sockets.guests.bind = [kind.endpoint()]
    desk.sockets.clerks.bind = [kind.endpoint()]
    let (wishes, tables, gate) = (Probe(of: (text: String, route: Route).self), Probe<String>(), Probe<String>())
    var clerk = Addressed.Clerk(wishes: Clerk(wishes: wishes))
    clerk.sockets.wishes.connect = desk.sockets.clerks.bind
    var slow = Addressed.Guest(desk: Guest(name: "slow", tables: tables, patience: gate))
    slow.sockets.desk.connect = desk.sockets.guests.bind
    var quick = Addressed.Guest(desk: Guest(name: "quick", tables: tables))
    quick.sockets.desk.connect = desk.sockets.guests.bind
    let (runningClerk, runningSlow, runningQuick) = (clerk, slow, quick)
    try await desk.run(on: transport) { _ in
      try await runningClerk.run(on: transport) { clerk in
        try await runningSlow.run(on: transport) { slow in
          try await runningQuick.run(on: transport) { quick in
            try await slow.desk.wish(text: "window")
            try await quick.desk.wish(text: "door")
            let heard = await wishes.next(2)
            let routes = Dictionary(uniqueKeysWithValues: heard.map { ($0.text, $0.route) })
            let (window, door) = (try #require(routes["window"]), try #require(routes["door"]))
            #expect(window.routingIDs.count == 1 && door.routingIDs.count == 1 && window != door)

            try await clerk.wishes.table(to: window, number: 4)
            try await clerk.wishes.table(to: door, number: 7)
            #expect(Set(await tables.next(2)) == ["slow at 4", "quick at 7"])

            // Both are asked at a time, and the second answers first.
            async let late = clerk.wishes.taste(to: window, dish: "soup", within: patience)
            #expect(try await clerk.wishes.taste(to: door, dish: "pie").text == "quick: pie!")
            gate.note("now")
            #expect(try await late.text == "slow: soup!")

            await #expect(throws: UnencodableValue.self) { try await clerk.wishes.table(to: [], number: 1) }
            let counters = await clerk.counters(of: .wishes)
            #expect(counters.received == 4)
            #expect(counters.taken == 2)
            #expect(counters.awaited == 2)
            #expect(counters.refused == [:])
          }
        }
      }
    }
  }

  @Test(
    "a ROUTER and a DEALER write two ids and one, with and without delimiter", arguments: TestTransport.allCases)
  func relay(kind: TestTransport) async throws {
    let transport = kind.make()
    var manager = Addressed.Manager()
    manager.sockets.relay.bind = [kind.endpoint()]
    var relay = Addressed.Relay()
    relay.sockets.agents.bind = [kind.endpoint()]
    relay.sockets.counters.bind = [kind.endpoint()]
    relay.sockets.boxes.bind = [kind.endpoint()]
    relay.sockets.manager.connect = manager.sockets.relay.bind
    manager.sockets.counters.connect = relay.sockets.counters.bind
    let gate = Probe<Int>()
    var one = Addressed.Agent(name: "one", handler: Agent(name: "one", patience: gate))
    one.sockets.relay.connect = relay.sockets.agents.bind
    one.sockets.box.connect = relay.sockets.boxes.bind
    var two = Addressed.Agent(name: "two", handler: Agent(name: "two"))
    two.sockets.relay.connect = relay.sockets.agents.bind
    two.sockets.box.connect = relay.sockets.boxes.bind
    let (runningManager, runningRelay, runningOne, runningTwo) = (manager, relay, one, two)
    func way(to agent: String) -> Route { [RoutingID(text: "relay"), RoutingID(text: agent)] }
    try await runningManager.run(on: transport) { manager in
      try await runningRelay.run(on: transport) { _ in
        try await runningOne.run(on: transport) { _ in
          try await runningTwo.run(on: transport) { _ in
            // Until all are connected, the ROUTERs know nobody; what is asked too early is lost.
            var limit = Duration.milliseconds(50)
            try await eventually("all are connected") {
              limit *= 2
              let isThere = try? await manager.relay.browse(to: way(to: "agent-one"), upto: 1, within: limit)
              guard let isThere, (try? await isThere.last) != nil else { return false }
              return (try? await manager.relay.task(to: way(to: "agent-two"), number: 0, within: limit)) != nil
            }
            async let late = manager.relay.task(to: way(to: "agent-one"), number: 1, within: patience)
            #expect(try await manager.relay.task(to: way(to: "agent-two"), number: 2).text == "two has done 2")
            gate.note(1)
            #expect(try await late.text == "one has done 1")

            let items = try await manager.relay.browse(to: way(to: "agent-two"), upto: 9)
            var numbers: [Int] = []
            for try await item in items { numbers.append(item.number) }
            #expect(numbers == Array(1...9))
            _ = try await items.last

            for word in ["a", "bee", "sea"] {
              let counted = try await manager.counters.count(
                to: [RoutingID(text: word == "bee" ? "agent-one" : "agent-two")], word: word)
              #expect(counted.letters == word.count)
            }

            // Only the first ROUTER can say that it knows nobody of that name.
            await #expect(throws: RequestError.self) {
              try await manager.relay.task(
                to: [RoutingID(text: "nobody"), RoutingID(text: "agent-one")], number: 3, within: .seconds(5))
            }
            await #expect(throws: RequestError.self) {
              try await manager.relay.task(to: way(to: "nobody"), number: 3, within: .milliseconds(50))
            }
            await #expect(throws: UnencodableValue.self) {
              try await manager.relay.task(to: [RoutingID(text: "relay")], number: 3)
            }
            await #expect(throws: UnencodableValue.self) {
              try await manager.relay.task(to: [RoutingID(text: "relay"), RoutingID(received: [])], number: 3)
            }
          }
        }
      }
    }
  }
}
