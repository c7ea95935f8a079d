import Foundation
import Programs
import Testing

@Suite("zmqspec vectors")
struct VectorsTests {
  @Test("One vector a line, with what is expected of a reader")
  func lines() async throws {
    let lines = try await Workspace().run("vectors", "protocols/ping-pong.yaml").output.split(separator: "\n")
      .map(String.init)
    #expect(lines[0] == #"{"protocol":"ping-pong","without":[],"vectors":["#)
    let head = #""message":"ping","chain":"sending-pings","step":"1","socket":"PongProc.pings","envelope":[],"frames":"#
    let right = #"[{"hex":"5b2270696e67222c315d","text":"[\"ping\",1]"}],"verdict":"accepted"},"#
    #expect(lines[1] == #"  {"name":"a sample","# + head + right)
    let wrong = #"[{"hex":"5b2270696e67222c2231225d","text":"[\"ping\",\"1\"]"}],"verdict":"refused","#
    let error = #""error":{"reason":"wrongType","frame":0,"path":"data","expected":"an integer","found":"\"1\""}},"#
    #expect(lines[2] == #"  {"name":"count = \"1\"","# + head + wrong + error)
    #expect(lines.last == "]}")
  }

  @Test("Python's json and msgpack read the right ones, and write the same bytes")
  func python() async throws {
    let workspace = try Workspace()
    for (file, codec) in [
      ("protocols/mosaik", "json"), ("protocols/weather", "json"), ("protocols/zerorpc", "msgpack"),
      ("Tests/SpecSwiftTests/Protocols/rpc", "msgpack"),
    ] {
      let source = Workspace.root.appending(path: "\(file).yaml")
      let vectors = workspace.folder.appending(path: "\(source.lastPathComponent).json")
      try await workspace.run("vectors", source.path).output
        .write(to: vectors, atomically: true, encoding: .utf8)
      let process = Process()
      process.executableURL = try Installation.python
      process.arguments = [
        Workspace.root.appending(path: "Tests/CommandLineTests/vectors.py").path, vectors.path, codec,
      ]
      try await process.runToItsEnd()
      #expect(process.terminationStatus == 0, "\(file): vectors.py says why above")
    }
  }
}
