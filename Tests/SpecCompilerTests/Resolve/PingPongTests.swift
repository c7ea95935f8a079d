import SpecCompiler
import SpecModel
import Testing

/// The article's example, to the last fact.
@Suite struct PingPongTests {
  private func spec(_ text: String) throws -> ProtocolSpec {
    let compilation = Compiler.compile(Array(text.utf8), name: "ping-pong.yaml")
    #expect(compilation.diagnostics == [])
    return try #require(compilation.spec)
  }

  private func frames(_ spec: ProtocolSpec) -> [String] {
    spec.chains.flatMap { chain in
      zip(chain.steps, spec.frames(of: chain)).flatMap { step, frames in
        frames.hops.flatMap { hop in
          ["\(step.number) IN : \(hop.sent.notation)", "\(step.number) OUT: \(hop.received.notation)"]
        }
      }
    }
  }

  @Test func `every fact of the resolved protocol`() throws {
    let spec = try spec(Sample.pingPong)
    let (ping, pong) = (ProcessID(0), ProcessID(1))
    let (pongs, pings) = (SocketID(ping, 0), SocketID(pong, 0))
    #expect(spec.name == NameSpec("ping-pong", at: SourceRange(line: 2, columns: 11..<20)))
    #expect(spec.about == "Counts pings and pongs between two processes.")
    #expect((spec.version, spec.title) == (nil, nil))
    #expect(spec.layout == .pair)
    #expect(spec.extensions == [])
    #expect(spec.types == [])

    #expect(spec.processes.map(\.name.text) == ["PingProc", "PongProc"])
    #expect(spec.processes.map(\.shownAs) == ["ping_uuid", "pong_proc_id"])
    #expect(spec.processes.map(\.count) == [.one, .one])
    let address = TemplateSpec(
      text: "tcp://127.0.0.1:5678", pieces: [.literal("tcp://127.0.0.1:5678")],
      range: SourceRange(line: 8, columns: 52..<74))
    #expect(
      spec[pongs]
        == SocketSpec(
          name: NameSpec("pongs", at: SourceRange(line: 7, columns: 47..<52)), type: .req,
          typeRange: SourceRange(line: 7, columns: 54..<57), connect: [EndpointSpec(address, boundBy: pings)],
          peers: [pings], shownAs: "ping_uuid"))
    #expect(
      spec[pings]
        == SocketSpec(
          name: NameSpec("pings", at: SourceRange(line: 8, columns: 26..<31)), type: .rep,
          typeRange: SourceRange(line: 8, columns: 41..<44), bind: [EndpointSpec(address)], peers: [pongs],
          shownAs: "pong_proc_id"))

    #expect(spec.messages.map(\.name.text) == ["ping", "pong", "plzdiekthxbye"])
    #expect(spec.messages.map(\.wireType) == ["ping", "pong", "plzdiekthxbye"])
    #expect(spec.messages.allSatisfy { $0.layout == .pair })
    #expect(
      spec.messages[0].args == [
        FieldSpec(
          name: NameSpec("count", at: SourceRange(line: 11, columns: 19..<24)), type: .int,
          typeRange: SourceRange(line: 11, columns: 26..<29))
      ])
    #expect(spec.messages[2].fields == [])

    #expect(spec.chains.map(\.heading) == ["Sending pings", "Stopping"])
    #expect(
      spec.chains[0].steps == [
        StepSpec(
          number: 1, kind: .send, hops: [HopSpec(sender: pongs, receivers: [pings])], message: MessageID(0),
          range: SourceRange(line: 21, columns: 9..<29)),
        StepSpec(
          number: 2, kind: .reply(to: 0), hops: [HopSpec(sender: pings, receivers: [pongs])], message: MessageID(1),
          within: DurationSpec(
            microseconds: 2_000_000, text: "2s", range: SourceRange(line: 23, columns: 17..<19)),
          range: SourceRange(line: 22, columns: 9..<29)),
      ])
    #expect(spec.chains[1].steps.map(\.final) == [pong])
    #expect(spec.chains[0].about?.hasPrefix("* If the ping process sends a *ping*") == true)
  }

  @Test func `the article's frames`() throws {
    #expect(
      frames(try spec(Sample.pingPong)) == [
        "1 IN : ['ping, count']", "1 OUT: ['ping, count']", "2 IN : ['pong, count']", "2 OUT: ['pong, count']",
        "1 IN : ['plzdiekthxbye, null']", "1 OUT: ['plzdiekthxbye, null']",
      ])
  }

  @Test func `ROUTER for REP, and nothing else in the file changes`() throws {
    let spec = try spec(Sample.pingPong.replacing("REP", with: "ROUTER"))
    #expect(spec.socketIDs.map { spec[$0].delimiter } == [false, true])
    #expect(
      frames(spec).prefix(4) == [
        "1 IN : ['ping, count']", "1 OUT: [ping_uuid, '', 'ping, count']",
        "2 IN : [ping_uuid, '', 'pong, count']", "2 OUT: ['pong, count']",
      ])
  }

  @Test func `DEALER for REQ puts the delimiter into its own hands`() throws {
    let spec = try spec(Sample.pingPong.replacing("REQ", with: "DEALER"))
    #expect(spec.socketIDs.map { spec[$0].delimiter } == [true, false])
    #expect(
      frames(spec).prefix(4) == [
        "1 IN : ['', 'ping, count']", "1 OUT: ['ping, count']", "2 IN : ['pong, count']", "2 OUT: ['', 'pong, count']",
      ])
  }
}
