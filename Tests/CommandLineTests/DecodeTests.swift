import Foundation
import Testing

@Suite("zmqspec decode")
struct DecodeTests {
  @Test("A message with its envelope: where it is seen, and what it says")
  func known() async throws {
    let result = try await Workspace().run(
      "decode", "protocols/ping-pong-router.yaml", input: #"["client", "", "[\"ping\",5]"]"# + "\n")
    #expect(
      result
        == Workspace.Result(
          output: """
            line 1: ping
              1 OUT at PongProc.pings (ROUTER), sending-pings
              ping_uuid = "client"
              ''
              count = 5

            """))
  }

  @Test("What it is not: the nearest messages, and which frame is wrong")
  func unknown() async throws {
    let result = try await Workspace().run(
      "decode", "protocols/ping-pong.yaml", input: #"["[\"ping\",\"x\"]"]"# + "\n")
    #expect(
      result
        == Workspace.Result(
          output: """
            line 1: nothing that ping-pong says
              no ping: frame 0, data: expected an integer, found "x"
                (as 1 IN at PingProc.pongs (REQ), sending-pings: ['ping, count'])
              no pong: frame 0, [0]: expected "pong", found "ping"
                (as 2 IN at PongProc.pings (REP), sending-pings: ['pong, count'])
              no plzdiekthxbye: frame 0, [0]: expected "plzdiekthxbye", found "ping"
                (as 1 IN at PingProc.pongs (REQ), stopping: ['plzdiekthxbye, null'])

            """, code: 1))
  }

  @Test("What is right but for its delimiter is the nearest, and a line that is no JSON is quoted")
  func delimiter() async throws {
    let result = try await Workspace().run(
      "decode", "protocols/ping-pong-router.yaml", input: #"["client", "[\"ping\",5]"]"# + "\nping\nnope\n")
    let lines = result.output.split(separator: "\n")
    let nearest = #"  no ping: frame 1: expected the empty frame, found "[\"ping\",5]""#
    #expect(lines.dropFirst().first.map(String.init) == nearest, "\(result)")
    #expect(
      lines.filter { $0.contains("no JSON") }.map { $0.prefix { $0 != ";" } } == [
        "line 2: no JSON: byte 0: expected a value, found ping", "line 3: no JSON: byte 0: expected null, found nope",
      ], "\(result)")
    #expect(result.code == 1)
  }

  @Test("Binary frames as hexadecimal digits, one socket only, as JSON")
  func json() async throws {
    let result = try await Workspace().run(
      "decode", "protocols/majordomo.yaml", "--socket", "Broker.workers", "--format", "json",
      input: #"[{"hex":"0102"},"","MDPW01",{"hex":"01"},"echo"]"# + "\n")
    #expect(
      result
        == Workspace.Result(
          output: #"{"line":1,"matches":[{"message":"ready","envelope":[{"frame":"worker_id","hex":"0102"},"#
            + #"{"frame":"''","hex":""}],"fields":{"service":"echo"},"places":[{"chain":"registering","step":"1","#
            + #""side":"OUT","socket":"Broker.workers"},{"chain":"returning","step":"3","side":"OUT","#
            + #""socket":"Broker.workers"}]}]}"# + "\n"))
  }

  @Test("Docs/Messages.md shows what happens")
  func page() async throws {
    let page = try String(contentsOf: Workspace.root.appending(path: "Docs/Messages.md"), encoding: .utf8)
    let messages = try #require(page.firstMatch(of: /```jsonl\n((?s).*?)```/)).1
    let shown = try #require(page.firstMatch(of: /```console\n\$ zmqspec ([^\n]*)\n((?s).*?)```/))
    let workspace = try Workspace()
    try workspace.write(String(messages), to: "messages.jsonl")
    let result = try await workspace.run(shown.1.split(separator: " ").map(String.init))
    #expect(result.output == String(shown.2))
    let vectors = try await workspace.run("vectors", "protocols/ping-pong-router.yaml").output
    let lines = vectors.split(separator: "\n").dropFirst().prefix(2).joined(separator: "\n")
    #expect(page.contains("```\n\(lines)\n```"))
  }

  @Test("Lines that are no messages, and wrong usage")
  func mistakes() async throws {
    let workspace = try Workspace()
    let result = try await workspace.run("decode", "protocols/ping-pong.yaml", input: "x\n\n[1]\n")
    #expect(result.code == 1)
    #expect(
      result.output == """
        line 1: no JSON: byte 0: expected a value, found x; \
        write the frames of a message as a list: `["id", "", {"hex":"5b5d"}]`
        line 3: frame 0: expected a text, `{"text": …}` or `{"hex": …}` with two digits for each byte

        """)
    #expect(try await workspace.run("decode", "-", input: "").code == 64)
    let wrong = try await workspace.run("decode", "protocols/ping-pong.yaml", "--socket", "PongProc.ping", input: "")
    #expect(wrong.code == 64 && wrong.errors.contains("did you mean 'PongProc.pings'?"))
  }

  @Test("Every vector of the gallery: the right ones are known, the wrong ones are not, at the same frame")
  func vectors() async throws {
    struct Document: Decodable {
      struct Vector: Decodable {
        var message: String
        var verdict: String
        var error: Fault?
      }
      struct Fault: Decodable {
        var frame: Int?
        var path: String
      }
      var vectors: [Vector]
    }
    struct Line: Decodable {
      struct Match: Decodable { var message: String }
      struct Miss: Decodable {
        var message: String
        var error: Document.Fault
      }
      var matches: [Match]
      var misses: [Miss]?
    }
    let workspace = try Workspace()
    for file in ["darkroom", "majordomo", "mosaik", "seismograph", "weather", "zap", "zerorpc", "zre"] {
      let text = try await workspace.run("vectors", "protocols/\(file).yaml").output
      #expect(try await workspace.run("vectors", "protocols/\(file).yaml").output == text)
      let vectors = try JSONDecoder().decode(Document.self, from: Data(text.utf8)).vectors
      #expect(vectors.count > 20)
      let input = text.split(separator: "\n").dropFirst().dropLast().map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
      let output = try await workspace.run(
        "decode", "protocols/\(file).yaml", "--body", "--format", "json", input: input.joined(separator: "\n") + "\n"
      ).output
      let lines = try output.split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
      #expect(lines.count == vectors.count)
      for (vector, line) in zip(vectors, lines) {
        if vector.verdict == "accepted" {
          #expect(line.matches.contains { $0.message == vector.message })
        } else {
          #expect(!line.matches.contains { $0.message == vector.message })
          // What is wrong as one message may be right as another.
          let miss = line.misses?.first { $0.message == vector.message }
          if let miss { #expect(miss.error.frame == vector.error?.frame && miss.error.path == vector.error?.path) }
        }
      }
    }
  }
}
