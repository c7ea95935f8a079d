import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Answers and refusals that copy from the message they answer what is no field of its layout at a certain place.
@Suite(.timeLimit(.minutes(1)))
struct RefusedCauseTests {
  struct Agent: Helpdesk.Desk.CustomersHandler {
    func ask(topic: String, level: Int, who: Helpdesk.Who?, origin: Origin) throws -> Helpdesk.Answer {
      if topic == "closed" { throw Helpdesk.Declined(reason: "closed") }
      return Helpdesk.Answer(text: "\(topic) for \(who?.name ?? "nobody")")
    }

    func urge(topic: String, who: Helpdesk.Who?, origin: Origin) throws -> Helpdesk.Answer {
      try ask(topic: topic, level: 9, who: who, origin: origin)
    }

    func chat(topic: String, origin: Origin) throws -> Helpdesk.Told {
      if topic == "closed" { throw Helpdesk.Declined(reason: "closed") }
      return Helpdesk.Told(text: topic)
    }
  }

  private func desk(_ kind: TestTransport) -> Helpdesk.Desk {
    var desk = Helpdesk.Desk(customers: Agent())
    desk.sockets.customers.bind = [kind.endpoint()]
    return desk
  }

  @Test("what a client asks comes back with its answer and with its refusal", arguments: TestTransport.allCases)
  func copied(kind: TestTransport) async throws {
    let transport = kind.make()
    let desk = desk(kind)
    var customer = Helpdesk.Customer()
    customer.sockets.desk.connect = desk.sockets.customers.bind
    try await desk.run(on: transport) { _ in
      try await customer.run(on: transport) { customer in
        let who = Helpdesk.Who(name: "Ada")
        let asked = try await customer.desk.ask(topic: "heat", level: 2, who: who)
        #expect(asked == Helpdesk.Answer(text: "heat for Ada", level: 2, name: "Ada", topic: "heat"))
        let urged = try await customer.desk.urge(topic: "cold")
        #expect(urged == Helpdesk.Answer(text: "cold for nobody", level: 9, name: nil, topic: "cold"))
        let told = try await customer.desk.chat(topic: "rain")
        #expect(told == Helpdesk.Told(text: "rain"))

        await #expect(throws: Helpdesk.Declined(reason: "closed", level: 3, name: "Ada", topic: "closed")) {
          try await customer.desk.ask(topic: "closed", level: 3, who: who)
        }
        await #expect(throws: Helpdesk.Declined(reason: "closed", level: 9, name: nil, topic: "closed")) {
          try await customer.desk.urge(topic: "closed")
        }
        await #expect(throws: Helpdesk.Declined(reason: "closed", level: 0, name: nil, topic: "closed")) {
          try await customer.desk.chat(topic: "closed")
        }
      }
    }
  }

  @Test("of what is not understood comes back what can be read", arguments: TestTransport.allCases)
  func malformed(kind: TestTransport) async throws {
    let transport = kind.make()
    let desk = desk(kind)
    try await desk.run(on: transport) { desk in
      try await RefusalTests.withRawSocket(.dealer, to: desk.endpoints(of: .customers)[0], on: transport) { socket in
        // The level stands at a certain place, and is read although the message is none; the rest is in what is not
        // whole, or is that of another message.
        for (frames, level) in [
          ([#"["ask",4]"#, #"[{"name":"Ada"},[5],{}]"#], 4),
          ([#"["ask",4]"#, #"[{"name":"Ada"},["heat"],{}"#], 4),
          ([#"["unheard",5]"#, #"[null,["heat"],{}]"#], 5),
          ([#"["urge",8]"#, #"[null,[],{"topic":"heat"}]"#], 8),
          ([#"["chat",[6],{}]"#], 0),
          (["["], 0),
          ([#"["ask"]"#, "", "", ""], 0),
        ] {
          let refusal = try await socket.request(within: patience) { writer in
            for frame in frames { writer.frame(frame.utf8) }
          } decode: { incoming in
            try incoming.decode(Helpdesk.Declined.self)
          }
          #expect(refusal.level == level, "\(frames)")
          #expect(refusal.name == nil && refusal.topic == "", "\(frames)")
          #expect(!refusal.reason.isEmpty)
        }
      }
      let counters = await desk.counters(of: .customers)
      #expect(counters.refused.values.reduce(0, +) == 7 && counters.handled == 0 && counters.failed == 0, "\(counters)")
    }
  }
}
