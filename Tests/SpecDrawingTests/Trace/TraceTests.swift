import SpecDrawing
import SpecModel
import Testing

@Suite("How a chain went is drawn as the chain is")
struct TraceTests {
  @Test("Steps keep their numbers, as often as they happened; then what was lost, and how it ended")
  func trace() {
    var sketch = SpecSketch()
    let client = sketch.socket(.req, of: "Client")
    let server = sketch.socket(.rep, of: "Server")
    let idle = sketch.socket(.sub, of: "Idle")
    let get = sketch.newStep([HopSpec(sender: client, receivers: [server])], sketch.message("get"))
    let value = sketch.newStep([HopSpec(sender: server, receivers: [client])], sketch.message("value"), answers: 0)
    sketch.add(sketch.group(.loop, ("3 times", [get, value])))
    sketch.step(server, [idle], sketch.message("never sent"))
    let trace = ChainTrace(
      chain: 0,
      events: [
        .step(0), .step(1), .pause(DurationSpec(microseconds: 1, text: "2s", range: .beginning)), .step(0),
        .note("Server restarts"), .lost(1),
      ], fatal: "Client waits for ever")
    #expect(
      Drawing.diagram(of: trace, in: sketch.spec, options: DrawingOptions(style: .compact)).text == """
            Client         Server
             [REQ]          [REP]
               |---1 get----->|
               |<--2 value----|
               :              :  2 s
               |---1 get----->|
               |              |  Server restarts
               | x-2 value----|
               |              |  Client waits for ever
        """)
    #expect(Drawing.diagram(of: ChainTrace(chain: 1, events: [], fatal: "x"), in: sketch.spec).text.isEmpty)
  }
}
