import SpecCompiler
import SpecDocs
import Testing

@Suite("A page says everything that the protocol says")
struct PageTests {
  static let protocolFile = """
    zmqspec: 1
    protocol: rendering
    version: 1.2.0
    title: Rendering <scenes> at | home
    about: |
      Text with <b>HTML</b> of the author.
    processes:
      Client:
        count: many
        routing_id: "client-{name}"
        sockets: { broker: { type: DEALER, connect: Broker.clients } }
      Broker:
        about: |
          First line.

          Second | paragraph.
        sockets:
          clients: { type: ROUTER, bind: "tcp://*:{client_port}", otherwise: failed }
          log: { type: PUSH, bind: "tcp://*:5556", about: Says what it did. }
      Log: { sockets: { lines: { type: PULL, otherwise: handle } } }
    types:
      Mode: { about: How., enum: [ fast, slow ] }
      Scene: { record: { name: string, size: { type: int, default: 3, about: "In | cm." } } }
    messages:
      render:
        args: { scenes: list<Scene>, mode: Mode = fast }
        kwargs: { note: optional<string> }
      done: { wire: finished }
      line: { args: { text: { type: string, example: "a|b" } } }
      failed: { about: It did not work., args: { reason: string } }
    chains:
      draw:
        title: Drawing
        steps:
          - Client -> Broker: render
          - Broker -> Log: line
            about: |
              So that one can read it later.
          - Client <- Broker: done
            within: 2.5s
      end:
        steps:
          - Broker -> Log: line
            final: Log
    """

  @Test(
    "Title, marker, contents, processes, steps, messages, types",
    arguments: [
      "<!-- Generated from p.yaml: change that file, not this one, and run\n"
        + "     zmqspec render p.yaml --format markdown -o Docs/Protocols/p.md -->\n\n"
        + ##"# Rendering \<scenes\> at \| home"## + "\n\nVersion 1.2.0\n\nText with <b>HTML</b> of the author.\n\n",
      "`client_id` is the routing id of `Client`, which its program sets.\n",
      "* [Drawing](#chain-draw): `render`, `line`, `done`\n* [End](#chain-end): `line`\n",
      "| `Client` (any number) | `broker` | DEALER | connects to `Broker.clients` | `Broker.clients` |\n",
      "| `Broker` | `clients` | ROUTER | binds `tcp://*:{client_port}` | `Client.broker` |\n|  | `log` | PUSH |",
      "* `Client`: Its routing id is `client-{name}`.\n* `Broker`: First line.\n\n  Second | paragraph.\n"
        + "* `Broker.log`: Says what it did.\n* `{client_port}` and `{name}`: The program says what stands here.\n",
      "## <a id=\"chain-draw\"></a>Drawing\n\n```\n",
      "1. <a id=\"chain-draw.render\"></a>`Client` sends [`render`](#message-render) to `Broker.clients`.\n"
        + "2. <a id=\"chain-draw.line\"></a>`Broker.log` sends [`line`](#message-line) to `Log`.\n"
        + "   So that one can read it later.\n"
        + "3. <a id=\"chain-draw.done\"></a>`Broker.clients` answers 1 with [`done`](#message-done).\n\n"
        + "**Timing.** `Client` waits no longer than 2.5 s for 3.\n",
      "[If a message is wrong](#when-a-message-is-wrong), `Broker.clients` answers with [`failed`](#message-failed); `Log` hands it to its handler;"
        + " `Client` counts and drops it.",
      "| `scenes` | [`list<Scene>`](#type-scene) |  |  |\n| `mode` | [`Mode`](#type-mode) | `\"fast\"` |  |\n",
      "[\"render\",[[{\"name\":\"name\",\"size\":3}],\"fast\"],{\"note\":\"note\"}]",
      "On the wire it is called `finished`.\n\nIt has no fields.\n\n```json\n[\"finished\",[],{}]\n```",
      ##"| `text` | `string` |  | For example `"a\|b"`. |"##,
      "## <a id=\"chain-end\"></a>End\n\n```\n",
      "</a>`Broker.log` sends [`line`](#message-line) to `Log`. `Log` ends with it.",
      "## <a id=\"other-messages\"></a>Other messages\n\n### <a id=\"message-failed\"></a>`failed`\n\nIt did not work.\n",
      "### <a id=\"type-mode\"></a>`Mode`\n\nHow.\n\nOne of `fast`, `slow`.\n",
      ##"| `size` | `int` | `3` | In \| cm. |"##,
    ])
  func part(_ text: String) throws {
    let result = Compiler.compile(Array(PageTests.protocolFile.utf8), name: "p.yaml")
    let spec = try #require(result.spec, "\(result.diagnostics)")
    let page = MarkdownPage.render(spec, sourceName: "/somewhere/p.yaml")
    #expect(page.contains(text), "\(page)")
  }
}
