import SpecDrawing
import SpecModel
import Testing

@Suite("The compact form is for sockets in a line")
struct CompactTests {
  @Test("A broker's two sockets share a box, one socket to both sides has its own")
  func line() {
    var sketch = SpecSketch()
    let client = sketch.socket(.req, of: "Client")
    let workers = sketch.socket(.dealer, of: "Broker")
    let clients = sketch.socket(.router, of: "Broker")
    let worker = sketch.socket(.router, of: "Worker", count: .many)
    let log = sketch.socket(.dealer, of: "Log")
    sketch.step(client, [clients], sketch.message("ask"))
    sketch.step(workers, [worker], sketch.message("work"))
    sketch.step(worker, [log], sketch.message("note"))
    sketch.step(worker, [workers], sketch.message("done"), answers: 1)
    sketch.step(clients, [client], sketch.message("answer"), answers: 0)
    #expect(
      Drawing.diagram(of: sketch.chain, in: sketch.spec).text == """
            Client        Broker                 Worker (n)        Log
            [REQ] ---1--> [ROUTER|DEALER] ---2--> [ROUTER] ---3--> [DEALER]
                  <--5---                 <--4---
        """)
  }

  @Test("An arrow grows on its right for a longer number")
  func numbers() {
    var sketch = SpecSketch()
    let a = sketch.socket(.pair, of: "A")
    let b = sketch.socket(.pair, of: "B")
    for number in 1...10 { sketch.step(number % 2 == 1 ? a : b, [number % 2 == 1 ? b : a], sketch.message("m")) }
    let lines = Drawing.diagram(of: sketch.chain, in: sketch.spec, options: DrawingOptions(style: .compact)).text
      .split(separator: "\n")
    #expect(lines[1] == "    [PAIR] ---1---> [PAIR]")
    #expect(lines[9] == "           ---9--->")
    #expect(lines[10] == "           <--10---")
  }

  @Test("More than two messages one way, or no line at all, make a ladder")
  func ladder() {
    var sketch = SpecSketch()
    let a = sketch.socket(.pair, of: "A")
    let b = sketch.socket(.pair, of: "B")
    let c = sketch.socket(.pair, of: "C")
    let message = sketch.message("m")
    for _ in 1...3 { sketch.step(a, [b], message) }
    #expect(Drawing.diagram(of: sketch.chain, in: sketch.spec).text.contains("|---3 m--->|"))
    sketch.step(a, [c], message)
    let forced = Drawing.diagram(of: sketch.chain, in: sketch.spec, options: DrawingOptions(style: .compact))
    #expect(forced.text.contains("|---4 m------"))
    #expect(
      forced.warnings == ["chain 'chain': it has no compact form, because its sockets do not form a line"])
  }

  @Test("A chain without steps is drawn as nothing")
  func empty() {
    let sketch = SpecSketch()
    #expect(Drawing.text(of: sketch.chain, in: sketch.spec).isEmpty)
    #expect(Drawing.frames(of: sketch.chain, in: sketch.spec).isEmpty)
  }
}
