import Foundation
import SpecModel
import Testing

/// Every message of every protocol, there and back.
@Suite
struct RoundTripTests {
  @Test("each message of the protocol is tried", arguments: ProtocolCodecs.all)
  func completeness(codecs: ProtocolCodecs) throws {
    #expect(codecs.codecs.map(\.wireType).sorted() == (try codecs.spec().messages.map(\.wireType).sorted()))
  }

  @Test(
    "the sample on the reference page decodes, and what is written by the book encodes to itself",
    arguments: ProtocolCodecs.all)
  func samples(codecs: ProtocolCodecs) throws {
    let spec = try codecs.spec()
    for message in spec.messages {
      let codec = try #require(codecs.codecs.first { $0.wireType == message.wireType })
      let sample = message.sampleBody(in: spec)
      let recoded = String(decoding: try codec.recode(Array(sample.utf8)), as: UTF8.self)
      // The kitchen sink's author left defaults of records out.
      if codecs.file.hasPrefix("protocols/") { #expect(recoded == sample) }
    }
  }

  @Test("random bodies decode, and encode to the same bytes", arguments: ProtocolCodecs.all)
  func random(codecs: ProtocolCodecs) throws {
    let spec = try codecs.spec()
    var bodies = RandomBodies(spec: spec, random: SeededGenerator(state: 1))
    for message in spec.messages {
      let codec = try #require(codecs.codecs.first { $0.wireType == message.wireType })
      for _ in 0..<100 {
        let body = bodies.body(of: message)
        let recoded = String(decoding: try codec.recode(Array(body.utf8)), as: UTF8.self)
        #expect(recoded == body)
      }
    }
  }

  /// The peers of today speak Python: what is canonical is what its encoder writes.
  @Test("the bytes are those of Python's json.dumps", .enabled(if: Python.isThere), arguments: ProtocolCodecs.all)
  func python(codecs: ProtocolCodecs) throws {
    let spec = try codecs.spec()
    var bodies = RandomBodies(spec: spec, random: SeededGenerator(state: 2))
    var encoded: [String] = []
    for message in spec.messages {
      let codec = try #require(codecs.codecs.first { $0.wireType == message.wireType })
      for _ in 0..<50 {
        encoded.append(String(decoding: try codec.recode(Array(bodies.body(of: message).utf8)), as: UTF8.self))
      }
    }
    let dumped = try Python.run(
      """
      import json, sys
      for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
          print(json.dumps(json.loads(line), separators=(",", ":"), ensure_ascii=False))
      """, input: encoded)
    #expect(dumped.count == encoded.count)
    for (ours, theirs) in zip(encoded, dumped) { #expect(ours == theirs) }
  }
}

/// The installed Python, without any package.
enum Python {
  static let path = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var isThere: Bool { path != nil }

  /// Runs a script that gets a file of lines as its argument, and returns the lines that it prints.
  static func run(_ script: String, input: [String]) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "zmqspec-\(UUID().uuidString).txt")
    try (input.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = ["-X", "utf8", "-c", script, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }
}
