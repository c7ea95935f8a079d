import SpecModel
import Testing

@testable import SpecDrawing

@Suite("A hand-off leads from where a process received to where it sends")
struct HandOffTests {
  /// A broker between a client and a worker; `[CLIENTS, WORKERS]` are its lifelines 1 and 2.
  private struct Broker {
    var sketch = SpecSketch()
    let client: SocketID
    let clients: SocketID
    let workers: SocketID
    let worker: SocketID

    init() {
      client = sketch.socket(.req, of: "Client")
      clients = sketch.socket(.router, of: "Broker")
      workers = sketch.socket(.dealer, of: "Broker")
      worker = sketch.socket(.rep, of: "Worker")
    }

    mutating func step(_ sender: SocketID, _ receiver: SocketID, every: String? = nil) -> ChainItemSpec {
      sketch.newStep([HopSpec(sender: sender, receivers: [receiver])], sketch.message("m"), every: every)
    }

    /// What happens: messages by their numbers, hand-offs by their ends, work by its lifeline.
    mutating func story(_ items: [ChainItemSpec]) -> String {
      for item in items { sketch.add(item) }
      return Scene(sketch.chain, in: sketch.spec).events.map { event in
        switch event {
        case .message(let arrow): arrow.number
        case .handOff(let from, let to, let work): "\(from).\(work ?? "").\(to)"
        case .work(let lifeline, let text): "\(text)@\(lifeline)"
        case .pause: ":"
        case .note: "#"
        case .opening: "["
        case .separator: "|"
        case .closing: "]"
        }
      }.joined(separator: " ")
    }
  }

  @Test("There and back; not twice on the same side")
  func broker() {
    var broker = Broker()
    let items = [
      broker.step(broker.client, broker.clients), broker.step(broker.workers, broker.worker),
      broker.step(broker.worker, broker.workers), broker.step(broker.workers, broker.worker),
      broker.step(broker.worker, broker.workers), broker.step(broker.clients, broker.client),
    ]
    #expect(broker.story(items) == "1 1..2 2 3 4 5 2..1 6")
  }

  @Test("Each branch begins with what was received in front of the group, and what differs at its end is forgotten")
  func branches() {
    var broker = Broker()
    let ask = broker.step(broker.client, broker.clients)
    let served = [broker.step(broker.workers, broker.worker), broker.step(broker.worker, broker.workers)]
    let late = broker.step(broker.workers, broker.worker)
    let answer = broker.step(broker.clients, broker.client)
    let group = broker.sketch.group(.alt, ("a", served), ("b", [late]))
    #expect(broker.story([ask, group, answer]) == "1 [ 1..2 2 3 | 1..2 4 ] 5")
  }

  @Test("A break that does not happen changes nothing")
  func breaks() {
    var broker = Broker()
    let ask = broker.step(broker.client, broker.clients)
    let away = broker.step(broker.worker, broker.workers)
    let on = broker.step(broker.workers, broker.worker)
    let group = broker.sketch.group(.break, ("a", [away]))
    #expect(broker.story([ask, group, on]) == "1 [ 2 ] 1..2 3")
  }

  @Test("Nobody hands on what a pause or a clock sends off")
  func clocks() {
    var broker = Broker()
    let items = [
      broker.step(broker.client, broker.clients), broker.step(broker.workers, broker.worker, every: "1s"),
      broker.sketch.pause("3s"), broker.step(broker.workers, broker.worker),
    ]
    #expect(broker.story(items) == "1 2 : 3")
  }

  @Test("Work stands on the hand-off that follows it, otherwise at its socket")
  func work() {
    var broker = Broker()
    let items = [
      broker.sketch.work(broker.worker, "start"), broker.step(broker.client, broker.clients),
      broker.sketch.work(broker.clients, "check"), broker.sketch.work(broker.clients, "choose"),
      broker.step(broker.workers, broker.worker), broker.sketch.work(broker.worker, "draw"),
      broker.step(broker.worker, broker.workers),
    ]
    #expect(broker.story(items) == "start@3 1 check@1 1.choose.2 2 draw@3 3")
  }

  @Test("A process that only works has a lifeline")
  func workAlone() {
    var broker = Broker()
    let items = [broker.step(broker.client, broker.clients), broker.sketch.work(broker.worker, "sleep")]
    #expect(broker.story(items) == "1 sleep@2")
  }

  @Test("A proxy hands on hop by hop; what is lost is received by nobody")
  func hops() {
    var broker = Broker()
    let hops = [
      HopSpec(sender: broker.client, receivers: [broker.clients]),
      HopSpec(sender: broker.workers, receivers: [broker.worker]),
    ]
    let lost = broker.sketch.newStep(hops, broker.sketch.message("m"), isLost: true)
    let reply = broker.sketch.newStep(
      hops.reversed().map { HopSpec(sender: $0.receivers[0], receivers: [$0.sender]) }, broker.sketch.message("m"))
    #expect(broker.story([lost, reply]) == "1a 1..2 1b 2a 2..1 2b")
  }
}
