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
        + "| `Hub.asks` | `Writer` | [`tell`](#message-tell), [`last`](#message-last) |\n",
      "**Start order.** `Hub`, then `Reader` and `Writer`; any other order will do, too: who connects waits for who binds."
        + " What `Hub.news` publishes before a subscriber is there, it never sees."
        + " What `Hub.asks` sends to a peer that is not there is dropped.\n",
      "### <a id=\"process-hub\"></a>`Hub`\n\n| socket | does | message | frames | then |\n|---|---|---|---|---|\n"
        + "| `news` PUB | sends | [`item`](#message-item) | `[topic, 'item, [text], {}']` | by itself every 1 s |\n"
        + "| `asks` ROUTER | receives | [`ask`](#message-ask) | `[writer_id, 'ask, [number], {}']` |"
        + " answers any number of [`tell`](#message-tell), then [`last`](#message-last) |\n"
        + "|  | receives | [`gone`](#message-gone) | `[reader_id, 'gone, [n], {}']` | ends |\n"
        + "|  | receives | anything else |  | answers [`refused`](#message-refused) |\n",
      "| `hub` DEALER | sends | [`ask`](#message-ask) | `['ask, [number], {}']` | waits for any number of"
        + " [`tell`](#message-tell), then [`last`](#message-last) within 2 s; may get [`refused`](#message-refused) instead |\n",
      "**Timing.** `Writer` waits no longer than 2 s for 2. `Writer` waits no longer than 2 s for 3.\n",
      "**Timing.** 1 is sent by itself every 1 s.\n",
      "## Versions\n\n| version | what |\n|---|---|\n| 1.1.0 | [`item`](#message-item) |\n"
        + "| 1.2.0 | [`item`](#message-item): `text` |\n| no longer | [`gone`](#message-gone): Use ask. |\n",
      "```json\n[\"ask\",[1],{}]\n```\n\nFor example, byte by byte:\n\n```\n"
        + "1  5B 22 61 73 6B 22 2C 5B 31 5D 2C 7B 7D 5D        [\"ask\",[1],{}]\n```\n",
    ])
  func part(_ text: String) throws {
    let result = Compiler.compile(Array(SectionTests.protocolFile.utf8), name: "p.yaml")
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
