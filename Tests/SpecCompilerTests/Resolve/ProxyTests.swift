import SpecModel
import Testing

/// Steps through proxies: the sockets of each hop, and the way back.
@Suite struct ProxyTests {
  private func file(_ steps: String, proxies: String = "[ clients <-> workers ]") -> String {
    """
    zmqspec: 1
    protocol: t
    processes:
      Client: { shown_as: client, sockets: { broker: { type: REQ, connect: Broker.clients } } }
      Broker:
        sockets:
          clients: { type: ROUTER, bind: "tcp://*:1" }
          workers: { type: DEALER, bind: "tcp://*:2" }
          control: { type: REP, bind: "tcp://*:3" }
        proxies: \(proxies)
      Worker:
        sockets: { jobs: { type: REP, connect: Broker.workers }, control: { type: REQ, connect: Broker.control } }
    messages: { m: {}, r: {} }
    chains:
      c:
        steps:
    \(steps.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n"))

    """
  }

  private func way(_ step: StepSpec, in spec: ProtocolSpec) -> [String] {
    step.hops.map { "\(spec[$0.sender].name) -> \($0.receivers.map { spec[$0].name.text }.joined())" }
  }

  @Test(arguments: ["[ clients <-> workers ]", "workers <-> clients", "[ clients<->workers ]"])
  func `a request and its reply, whichever way the proxy is written`(proxies: String) throws {
    let spec = try Resolved.spec(
      file("- Client -> Broker -> Worker: m\n- Client <- Broker <- Worker: r", proxies: proxies))
    let steps = spec.chains[0].steps
    #expect(way(steps[0], in: spec) == ["broker -> clients", "workers -> jobs"])
    #expect(way(steps[1], in: spec) == ["jobs -> workers", "clients -> broker"])
    #expect(steps[0].label(ofHop: 1) == "1b")
    #expect(steps[1].answers == 0)
    let frames = spec.frames(of: spec.chains[0]).flatMap(\.hops)
    #expect(
      frames.map(\.sent.notation) == [
        "['m, [], {}']", "[client, '', 'm, [], {}']", "['r, [], {}']", "[client, '', 'r, [], {}']",
      ])
    #expect(
      frames.map(\.received.notation) == [
        "[client, '', 'm, [], {}']", "['m, [], {}']", "[client, '', 'r, [], {}']", "['r, [], {}']",
      ])
  }

  @Test func `who names the process alone means a socket that is not proxied`() throws {
    let spec = try Resolved.spec(file("- Worker -> Broker: m\n- Worker <- Broker: r"))
    #expect(way(spec.chains[0].steps[0], in: spec) == ["control -> control"])
  }

  @Test func `what is wrong with a way`() {
    #expect(Found.codes(file("- Client -> Worker -> Broker: m")) == ["ZS0152"])
    #expect(Found.codes(file("- Worker.control -> Broker -> Client: m")).contains("ZS0101"))
    #expect(Found.codes(file("- Client -> Broker.control -> Worker: m")) == ["ZS0152"])
    #expect(Found.codes(file("- Client -> Broker -> Worker: m\n- Client <- Worker: r")) == ["ZS0401"])
    #expect(Found.codes(file("- Client -> Broker -> Worker: m", proxies: "[ clients <-> wokers ]")) == ["ZS1002"])
  }
}
