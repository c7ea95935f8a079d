import SpecCompiler
import SpecDocs
import SpecModel
import Testing

@Suite("A page tells what the whole language can say")
struct FullLanguagePageTests {
  static let protocolFile = """
    zmqspec: 1
    protocol: farm
    processes:
      Client: { shown_as: client, sockets: { broker: DEALER } }
      Broker:
        sockets:
          clients: { type: ROUTER, bind: "tcp://*:5555", options: { linger: 250ms, router_mandatory: true } }
          workers: { type: DEALER, bind: "tcp://*:5556" }
          presence: { type: ROUTER, bind: "tcp://*:5557", silence: 3s }
        proxies: [ clients <-> workers ]
      Worker:
        sockets:
          jobs: { type: ROUTER, connect: Broker.workers }
          presence: { type: DEALER, connect: Broker.presence }
    layouts:
      beat:
        about: One frame after the other.
        fields: { id: int = fresh }
        frames: [ text: B1, uint8: $type, int64: $id, $args... ]
    types:
      Circle: { record: { radius: { type: float, minimum: 0 } } }
      Square: { record: { side: float }, unknown: keep }
      Shape: { union: { circle: Circle, square: Square }, tag: kind }
    messages:
      render:
        args:
          shape: Shape
          name: { type: string, length: 1..8, pattern: "[a-z]+", since: 1.1.0 }
          rest...: string
      done: { deprecated: Use nothing., args: { percent: { type: uint8, minimum: 1, maximum: 100 } } }
      finished: {}
      heartbeat: { wire: 0x01, layout: beat }
      status: { wire: 0x02, layout: beat, args: { load: uint16, parts...: bytes } }
    chains:
      drawing:
        steps:
          - Client -> Broker -> Worker: render
          - Worker: rasterise()
          - loop for each percent:
              - Client <- Broker <- Worker: done
                within: 2min
          - note: It is *done*.
          - Client <- Broker <- Worker: finished
      presence:
        steps:
          - Worker.presence -> Broker.presence: heartbeat
          - par:
              - [ { Broker.presence -> Worker.presence: heartbeat, every: 1s } ]
              - [ { Worker.presence -> Broker.presence: heartbeat, every: 1s } ]
          - break nobody answers:
              - Worker.presence -> Broker.presence: status
                lost: true
              - pause: 2.5s
    """

  @Test(
    "Proxies, options, hops, groups, layouts, constraints, unions",
    arguments: [
      "* `Broker`: It passes on, as it is, what arrives at `clients` to `workers` and the other way.\n",
      "* `Broker.clients`: Options: `linger` 250 ms, `router_mandatory` on.\n",
      "* `Broker.presence`: A peer that has spoken and then says nothing at all for 3 s is taken for gone.\n",
      "1. <a id=\"chain-drawing.render\"></a>`Client` sends [`render`](#message-render) through `Broker` to `Worker.jobs`.\n\n"
        + "* `Worker` works: `rasterise()`\n\n* Again and again, or not at all: *for each percent*\n\n"
        + "  2. <a id=\"chain-drawing.done\"></a>`Worker.jobs` sends [`done`](#message-done) through `Broker`, one of any number"
        + " of answers to 1.\n\n* It is \\*done\\*.\n\n"
        + "3. <a id=\"chain-drawing.finished\"></a>`Worker.jobs` answers 1 with [`finished`](#message-finished) through"
        + " `Broker`.\n\n**Timing.** `Client` waits no longer than 2 min for 2 or 3.\n",
      "* At the same time:\n\n  2. <a id=\"chain-presence.heartbeat-2\"></a>`Broker.presence` sends"
        + " [`heartbeat`](#message-heartbeat) to `Worker.presence`, by itself every 1 s.\n"
        + "  3. <a id=\"chain-presence.heartbeat-3\"></a>`Worker.presence`",
      "**Timing.** 2 and 3 are sent by themselves every 1 s."
        + " `Broker.presence` takes a peer from which nothing has come for 3 s for gone.\n",
      "* This may happen, and ends the chain: *nobody answers*\n\n  4. <a id=\"chain-presence.status\"></a>`Worker.presence` sends"
        + " [`status`](#message-status) to `Broker.presence`. It does not arrive.\n\n  * 2.5 s pass.\n",
      "A message that a proxy passes on keeps its number and gets a letter for each hop: `1a`, `1b`.\n"
        + "* Dots are a hand-off inside a process, from one of its sockets to another.\n"
        + "* An arrow that ends in `x` does not arrive.\n* Where lifelines are colons, time passes.\n"
        + "* What stands in a frame happens under the condition in its title.\n",
      "`id` is a frame that holds the value of that name.\n* `parts...` is any number of frames, also none.\n"
        + "* `\"B1\"` is a frame that is always the same; the quotation marks are not part of it.\n",
      "* `0x01` is a frame that is always this number, in the codec that its message says.\n",
      "* `text` is UTF-8.\n* JSON is UTF-8, too, and written without blanks.\n"
        + "* `uint8`, `uint16` and `int64` are integers of so many bits, the highest byte first.\n",
      "* `+ client` at the right: this ROUTER has put the routing id of the sender in front.\n"
        + "* `- broker_id` at the right: a ROUTER takes this frame off, which says to whom it sends.\n",
      "| `name` | `string` |  | Its length is 1 to 8. All of it matches `[a-z]+`. Since version 1.1.0. |\n"
        + "| `rest...` | `string` |  | Any number of them, also none. |\n",
      "### <a id=\"message-done\"></a>`done`\n\n**Deprecated:** Use nothing.\n",
      "| `percent` | `uint8` |  | From `1` to `100`. |",
      "Its body frames, in the layout [`beat`](#layout-beat):\n\n| frame | codec | what it is |\n|---|---|---|\n"
        + "| 1 | `text` | `\"B1\"` |\n| 2 | `uint8` | `0x02` |\n| 3 | `int64` | `id` |\n",
      "## <a id=\"layouts\"></a>Layouts\n\n### <a id=\"layout-beat\"></a>`beat`\n\nOne frame after the other.\n\n"
        + "Used by [`heartbeat`](#message-heartbeat) and [`status`](#message-status).\n\n"
        + "| field | type | default | meaning |\n|---|---|---|---|\n| `id` | `int` |  | A new one for every message. |\n",
      "| `radius` | `float` |  | At least `0`. |", "Members that are not listed are kept and written again.\n",
      "An object whose member `kind` says which of these it is:\n\n* `circle`: [`Circle`](#type-circle)\n"
        + "* `square`: [`Square`](#type-square)\n\nThe record's own members stand beside `kind`.",
    ])
  func part(_ text: String) throws {
    let result = Compiler.compile(Array(FullLanguagePageTests.protocolFile.utf8), name: "p.yaml")
    let spec = try #require(result.spec, "\(result.diagnostics.map { "\($0.range) \($0.code) \($0.message)" })")
    #expect(MarkdownPage.render(spec, sourceName: "p.yaml").contains(text))
  }

  @Test("What does not occur is not explained")
  func nothingMore() throws {
    let plain = """
      zmqspec: 1
      protocol: plain
      processes:
        A: { sockets: { b: REQ } }
        B: { sockets: { a: { type: REP, bind: "tcp://*:5555" } } }
      messages: { ask: {}, tell: {} }
      chains: { c: { steps: [ { A -> B: ask }, { A <- B: tell, within: 1s } ] } }
      """
    let spec = try #require(Compiler.compile(Array(plain.utf8), name: "p.yaml").spec)
    let page = MarkdownPage.render(spec, sourceName: "p.yaml")
    for word in [
      "hop", "Dots", "`x`", "colons", "stands in a frame", "any number", "always the same", "Layouts", "UTF-8.",
    ] {
      #expect(!page.contains(word), "\(word)")
    }
  }
}
