import SpecCompiler
import SpecModel
import Testing

@testable import SpecDocs

@Suite("What a page derives from the protocol")
struct SectionTests {
  static let protocolFile = """
    zmqspec: 1
    protocol: t
    version: 1.2.0
    processes:
      Hub:
        sockets:
          news: { type: PUB, bind: "tcp://*:5555", topic: "news" }
          asks: { type: ROUTER, bind: "tcp://*:5556", otherwise: refused }
      Reader: { count: many, sockets: { news: SUB, hub: { type: DEALER, connect: Hub.asks } } }
      Writer: { sockets: { hub: { type: DEALER, connect: Hub.asks } } }
    messages:
      item: { since: 1.1.0, args: { text: { type: string, default: x, since: 1.2.0 } } }
      ask: { args: { number: int } }
      tell: {}
      last: {}
      refused: { args: { reason: string } }
      gone: { deprecated: Use ask., args: { n: int } }
    chains:
      reading:
        steps:
          - Hub.news -> Reader.news: item
            every: 1s
      asking:
        steps:
          - Writer -> Hub.asks: ask
          - loop for each:
              - Writer <- Hub.asks: tell
                within: 2s
          - Writer <- Hub.asks: last
            within: 2s
      leaving:
        steps:
          - Reader.hub -> Hub.asks: gone
            final: Hub
    """

  @Test(
    "Who talks to whom, what starts first, each process, timing, versions, bytes",
    arguments: [
      "| from | to | messages |\n|---|---|---|\n| `Hub.news` | `Reader.news` | [`item`](#message-item) |\n"
        + "| `Writer` | `Hub.asks` | [`ask`](#message-ask) |\n"
        + "| `Hub.asks` | `Writer` | [`tell`](#message-tell), [`last`](#message-last), [`refused`](#message-refused) (otherwise) |\n",
      "**Start order.** `Hub`, then `Reader` and `Writer`; any other order will do, too: who connects waits for who binds."
        + " What `Hub.news` publishes before a subscriber is there, it never sees."
        + " What `Hub.asks` sends to a peer that is not there is dropped.\n",
      "### <a id=\"process-hub\"></a>`Hub`\n\n| socket | does | message | frames | then |\n|---|---|---|---|---|\n"
        + "| `news` PUB | sends | [`item`](#message-item) | `[topic, 'item, [text], {}']` | by itself every 1 s |\n"
        + "| `asks` ROUTER | receives | [`ask`](#message-ask) | `[writer_id, 'ask, [number], {}']` |"
        + " answers any number of [`tell`](#message-tell), then [`last`](#message-last) |\n"
        + "|  | receives | [`gone`](#message-gone) | `[reader_id, 'gone, [n], {}']` | ends |\n"
        + "|  | answers with | [`tell`](#message-tell) | `[writer_id, 'tell, [], {}']` | to [`ask`](#message-ask) |\n"
        + "|  | answers with | [`last`](#message-last) | `[writer_id, 'last, [], {}']` | to [`ask`](#message-ask) |\n"
        + "|  | receives | anything else |  | answers [`refused`](#message-refused) |\n"
        + "|  | answers with | [`refused`](#message-refused) | `[writer_id, 'refused, [reason], {}']` | to anything else |\n",
      "| `hub` DEALER | sends | [`ask`](#message-ask) | `['ask, [number], {}']` | waits for any number of"
        + " [`tell`](#message-tell), then [`last`](#message-last) within 2 s; may get [`refused`](#message-refused) instead |\n"
        + "|  | is answered with | [`tell`](#message-tell) | `['tell, [], {}']` | to [`ask`](#message-ask) |\n"
        + "|  | is answered with | [`last`](#message-last) | `['last, [], {}']` | to [`ask`](#message-ask) |\n"
        + "|  | is answered with | [`refused`](#message-refused) | `['refused, [reason], {}']` |"
        + " to [`ask`](#message-ask) that is refused |\n|  | receives | anything else |  | counts and drops it |\n",
      "**Timing.** `Writer` waits no longer than 2 s for 2 or 3.\n",
      "**Timing.** 1 is sent by itself every 1 s.\n",
      "## <a id=\"versions\"></a>Versions\n\n| version | what |\n|---|---|\n| 1.1.0 | [`item`](#message-item) |\n"
        + "| 1.2.0 | [`item`](#message-item): `text` |\n| no longer | [`gone`](#message-gone): Use ask. |\n",
      "```json\n[\"ask\",[1],{}]\n```\n\nFor example, byte by byte, without envelope:\n\n```\n"
        + "1  5B 22 61 73 6B 22 2C 5B 31 5D 2C 7B 7D 5D        [\"ask\",[1],{}]\n```\n",
    ])
  func part(_ text: String) throws {
    let result = Compiler.compile(Array(SectionTests.protocolFile.utf8), name: "p.yaml")
    let spec = try #require(result.spec, "\(result.diagnostics.map { "\($0.range) \($0.message)" })")
    let page = MarkdownPage.render(spec, sourceName: "p.yaml")
    #expect(page.contains(text), "\(page)")
  }

  @Test(
    "What a newcomer has to guess otherwise: usual deadlines, what only asks, encodings, envelopes",
    arguments: [
      "| `b` DEALER | sends | [`ask`](#message-ask) | `['', \"A1\", stamp]` |"
        + " waits for [`tell`](#message-tell) within 5 s, or what its program says |\n"
        + "|  | is answered with | [`tell`](#message-tell) | `['', <0xA1, size, name>, id]` | to [`ask`](#message-ask) |\n",
      "|  | answers with | [`tell`](#message-tell) | `[a_id, '', <0xA1, size, name>, id]` | to [`ask`](#message-ask) |\n",
      "**Timing.** `A` waits 5 s for 2, or what its program says.\n",
      "* `A` and `B` count it and drop it; who has asked waits in vain.\n"
        + "* `A` only asks: what is malformed or unknown there was meant as the answer. It is dropped, and the request has"
        + " failed at once.\n\n",
      "* `a_id` is the routing id of `A`, which ZeroMQ makes up for each connection.\n",
      "* `delimiter: true` at the right: this program writes the empty frame itself;",
      "* `packed`: one value behind the other in one frame, with nothing in between.\n"
        + "* `string8`: UTF-8 behind the number of bytes, `uint8`.\n",
      "* `uint16le` is an integer of so many bits, the lowest byte first.\n",
      "* `bytes` in an example: base64, for the bytes themselves.\n",
      "* `timestamp`: RFC 3339 in UTC, with microseconds.\n",
      "| 1 | `packed` | `0xA1` as `uint8`, `size` as `uint16le`, `name` as `string8` |\n| 2 | `bytes` | `id` |\n",
    ])
  func newcomer(_ text: String) throws {
    let file = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { b: { type: DEALER, delimiter: true } } }
        B: { sockets: { a: { type: ROUTER, bind: "tcp://*:5555" } } }
        C: { sockets: { b: { type: DEALER, delimiter: true } } }
      layouts:
        asked: [ text: A1, text: $stamp ]
        beat: [ text: B1 ]
        told: [ packed: [ uint8: 0xA1, uint16le: $size, string8: $name ], bytes: $id ]
      messages:
        beat: { layout: beat }
        ask: { layout: asked, args: { stamp: timestamp } }
        tell: { layout: told, args: { size: uint16, name: string, id: { type: bytes, example: "AAE=" } } }
      chains:
        c: { steps: [ { A -> B: ask }, { A <- B: tell } ] }
        d: { steps: [ { C -> B: beat }, { A -> B: ask }, { A <- B: tell } ] }
      """
    let result = Compiler.compile(Array(file.utf8), name: "p.yaml")
    let spec = try #require(result.spec, "\(result.diagnostics.map { "\($0.range) \($0.message)" })")
    let page = MarkdownPage.render(spec, sourceName: "p.yaml")
    #expect(page.contains(text), "\(page)")
  }

  @Test("Processes that connect to each other start together")
  func circle() throws {
    let file = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { a: { type: PAIR, bind: "tcp://*:5555" }, b: { type: PUSH, connect: B.b } } }
        B: { sockets: { a: { type: PAIR, connect: A.a }, b: { type: PULL, bind: "tcp://*:5556" } } }
      messages: { m: {} }
      chains: { c: { steps: [ { A.a -> B.a: m }, { A.b -> B.b: m } ] } }
      """
    let spec = try #require(Compiler.compile(Array(file.utf8), name: "p.yaml").spec)
    #expect(!MarkdownPage.render(spec, sourceName: "p.yaml").contains("Start order"))
  }
}
