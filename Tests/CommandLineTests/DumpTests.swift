import Foundation
import Testing

@Suite("zmqspec dump")
struct DumpTests {
  @Test("JSON with sorted members, every part of the protocol in it")
  func dump() async throws {
    let result = try await Workspace().run("dump", "protocols/weather.yaml")
    #expect(result.code == 0)
    #expect(result.errors == "")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let spec = try #require(value as? [String: Any])
    #expect(
      spec.keys.sorted() == [
        "about", "chains", "extensions", "layout", "layouts", "messages", "name", "processes", "types",
      ])
    #expect((spec["processes"] as? [Any])?.count == 3)
    #expect((spec["types"] as? [Any])?.count == 2)
  }

  @Test("Nothing is lost: what is written in a protocol file is in its dump")
  func nothingLost() async throws {
    let result = try await Workspace().run(
      "dump", "-",
      input: """
        zmqspec: 1
        protocol: everything
        version: 1.2.3
        title: The title
        about: The about
        x-team: { name: The team, size: 4 }
        processes:
          Client: { about: The client, routing_id: the-id, shown_as: the_shown, sockets: { server: DEALER } }
          Server:
            sockets:
              clients: { type: ROUTER, bind: "tcp://*:{the_port}", otherwise: broken, options: { linger: 20ms } }
        types:
          Colour: { enum: [ the_red, the_green ] }
        messages:
          ask: { args: { colour: Colour, level: { type: int8, example: -17, about: The level } }, wire: THEWIRE }
          answer: {}
          broken: {}
        chains:
          asking:
            steps:
              - Client -> Server: ask
              - Client <- Server: answer
                within: 1234ms
        """)
    for part in [
      "everything", "1.2.3", "The title", "The about", "x-team", "The team", "The client", "the-id", "the_shown",
      "the_port", "broken", "linger", "the_red", "the_green", "-17", "The level", "THEWIRE", "asking",
    ] {
      #expect(result.output.contains(part), "\(part) is not in the dump: \(result.errors)")
    }
  }
}
