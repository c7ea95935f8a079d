import SpecModel
import Testing

/// Where a source shows a message with its values, the file has them as examples, and the sample is the source's, byte
/// by byte.
@Suite("Samples are the messages that the sources show")
struct SourceSamplesTests {
  /// A message as a source shows it.
  struct Sample: Sendable, CustomTestStringConvertible {
    var file: String
    var message: String
    /// Its frames without the envelope, `|` between them.
    var frames: String
    var testDescription: String { "\(file): \(message)" }

    init(_ file: String, _ message: String, _ frames: String) {
      self.file = file
      self.message = message
      self.frames = frames
    }
  }

  /// RFC 27, Example Exchanges.
  static let zap = [
    Sample("zap", "anonymous", "1.0|0001|test|192.168.55.1|BOB|NULL"),
    Sample("zap", "plain", "1.0|0001|test|192.168.55.1|BOB|PLAIN|admin|secret"),
    Sample("zap", "accepted", "1.0|0001|200|OK|joe|"),
  ]

  /// ZeroMQ Guide, chapter 3; RFC 6, RFC 10 and RFC 12.
  static let guide = [
    Sample("shared-queue", "request", "Hello"), Sample("shared-queue", "reply", "World"),
    Sample("paranoid-pirate", "ready", "\u{1}"), Sample("paranoid-pirate", "heartbeat", "\u{2}"),
    Sample("ironhouse", "hello", "Hello"),
    Sample("freelance", "ping", "PING"), Sample("freelance", "pong", "PONG"),
    Sample("clustered-hashmap", "hugz", "HUGZ|\0\0\0\0\0\0\0\0|||"),
    Sample("majordomo", "ready", "MDPW01|\u{1}|echo"), Sample("majordomo-2", "ready", "MDPW02|\u{1}|echo"),
  ]

  /// docs/mosaik-api/low-level.rst, the example of each call, with an id and without blanks.
  static let mosaik = [
    Sample("mosaik", "init", #"[0,1,["init",["PowerGridSim-0"],{"time_resolution":1.0,"step_size":60}]]"#),
    Sample("mosaik", "create", #"[0,1,["create",[1,"Grid"],{"topology_file":"data/grid.json"}]]"#),
    Sample("mosaik", "setup_done", #"[0,1,["setup_done",[],{}]]"#),
    Sample("mosaik", "get_data", #"[0,1,["get_data",[{"branch_0":["I"]}],{}]]"#),
    Sample("mosaik", "fetch_data", #"[0,1,["get_data",[{"grid_sim_0.branch_0":["I"]}],{}]]"#),
    Sample("mosaik", "set_event", #"[0,1,["set_event",[5],{}]]"#),
    Sample("mosaik", "next_step", "[1,1,120]"),
    Sample("mosaik", "data", #"[1,1,{"branch_0":{"I":42.5}}]"#),
    Sample("mosaik", "progress", "[1,1,23.42]"),
    Sample("mosaik", "done", "[1,1,null]"),
    Sample("mosaik", "failed", #"[2,1,"Error in your code line 23: ..."]"#),
  ]

  @Test("The bytes are the source's", arguments: zap + guide + mosaik)
  func bytes(sample: Sample) throws {
    let spec = try SourceFramesTests.spec(of: sample.file)
    let message = try #require(spec.messages.first { $0.name.text == sample.message })
    let frames = message.sampleFrames(in: spec).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(frames.joined(separator: "|") == sample.frames)
  }
}
