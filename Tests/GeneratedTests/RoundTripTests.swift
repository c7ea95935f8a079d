import Foundation
import SpecModel
import Testing

/// Every message of every protocol, there and back.
@Suite
struct RoundTripTests {
  @Test("each protocol that is generated is tried")
  func files() throws {
    #expect(Set(ProtocolCodecs.all.map(\.file)) == Set(try ProtocolCodecs.files()))
  }

  @Test("each message of the protocol is tried", arguments: ProtocolCodecs.all)
  func completeness(codecs: ProtocolCodecs) throws {
    #expect(Set(codecs.codecs.keys) == Set(try codecs.spec().messages.map(\.name.text)))
  }

  @Test(
    "the sample on the reference page decodes, and what is written by the book encodes to itself",
    arguments: ProtocolCodecs.all)
  func samples(codecs: ProtocolCodecs) throws {
    let spec = try codecs.spec()
    for message in spec.messages {
      let sample = RandomBodies.sample(of: message, in: spec)
      let recoded = try codecs.codec(of: message).recode(sample)
      // The authors of those for tests left defaults of records out.
      if codecs.file.hasPrefix("protocols/") { #expect(recoded == sample, "\(message.name)") }
    }
  }

  @Test("random bodies decode, and encode to the same bytes", arguments: ProtocolCodecs.all)
  func random(codecs: ProtocolCodecs) throws {
    let spec = try codecs.spec()
    var bodies = RandomBodies(spec: spec, random: SeededGenerator(state: 1))
    for message in spec.messages {
      let codec = try codecs.codec(of: message)
      for _ in 0..<100 {
        let body = bodies.frames(of: message)
        let recoded = try codec.recode(body)
        #expect(recoded == body, "\(message.name)")
      }
    }
  }

  @Test(
    "a frame that ends too early is an error or another message, and never a crash", .timeLimit(.minutes(1)),
    arguments: ProtocolCodecs.all)
  func prefixes(codecs: ProtocolCodecs) throws {
    let spec = try codecs.spec()
    for message in spec.messages {
      let codec = try codecs.codec(of: message)
      let frames = RandomBodies.sample(of: message, in: spec)
      for (index, frame) in frames.enumerated() {
        for length in 0..<frame.count {
          var cut = frames
          cut[index] = Array(frame.prefix(length))
          // Text, bytes and lists that reach to the end of a frame may end anywhere.
          guard case .refused(let error) = codec.decode(cut) else { continue }
          #expect((error.offset ?? 0) <= length || error.frame != index, "\(message.name): \(error)")
        }
      }
    }
  }

  /// The peers of today speak Python: what is canonical is what its encoder writes.
  @Test("the bytes are those of Python's json.dumps", arguments: ProtocolCodecs.all)
  func python(codecs: ProtocolCodecs) async throws {
    let spec = try codecs.spec()
    var bodies = RandomBodies(spec: spec, random: SeededGenerator(state: 2))
    var encoded: [String] = []
    for message in spec.messages where message.layout.declared == nil {
      let codec = try codecs.codec(of: message)
      for _ in 0..<50 {
        encoded += try codec.recode(bodies.frames(of: message)).map { String(decoding: $0, as: UTF8.self) }
      }
    }
    if encoded.isEmpty { return }
    let dumped = try await Python.withFile { file in
      try Data((encoded.joined(separator: "\n") + "\n").utf8).write(to: file)
      return try await Python.run(["-c", Self.dumpsAgain, file.path])
    }
    #expect(dumped.count == encoded.count)
    for (ours, theirs) in zip(encoded, dumped) { #expect(ours == theirs) }
  }

  private static let dumpsAgain = """
    import json, sys
    for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
        print(json.dumps(json.loads(line), separators=(",", ":"), ensure_ascii=False))
    """
}
