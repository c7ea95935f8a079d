import GeneratedProtocols
import Testing
import ZMQWire

@testable import SpecModel

/// Texts that Unicode holds for one and bytes do not, and numbers at the end of their range: the reader that interprets
/// layouts, for `zmqspec decode`, says what generated code says.
@Suite("Generated code and zmqspec decode tell bytes apart alike")
struct BytesTests {
  private static func agree(_ file: String, _ message: String, _ frames: [[UInt8]], _ isTaken: Bool) throws {
    let codecs = try #require(ProtocolCodecs.all.first { $0.file.hasSuffix("/\(file).yaml") })
    let spec = try codecs.spec()
    let declared = try #require(spec.messages.first { $0.name.text == message })
    let answer = try codecs.codec(of: declared).decode(frames)
    #expect((answer == .taken) == isTaken, "\(answer)")
    do throws(WireError) {
      _ = try declared.read(frames, in: spec)
      #expect(isTaken, "taken")
    } catch {
      #expect(!isTaken, "\(error)")
      guard case .refused(let other) = answer else { return }
      #expect(other.reason == error.reason || other.reason == .wrongType)
    }
  }

  private static func painted(_ state: String, _ before: String) -> [[UInt8]] {
    [Array("PAINT".utf8), Array(state.utf8), [UInt8(before.utf8.count)] + Array(before.utf8) + [1]]
  }

  @Test(
    "the case of an enum in a frame of its own",
    arguments: [("OK", "OK", true), ("wet", "OK", true), ("O\u{212A}", "OK", false), ("OK", "O\u{212A}", false)])
  func cases(state: String, before: String, isTaken: Bool) throws {
    try Self.agree("frames", "painted", Self.painted(state, before), isTaken)
  }

  /// A sample whose durations are all this one.
  private static func sample(_ file: String, _ name: String, _ seconds: String) throws -> [[UInt8]] {
    let codecs = try #require(ProtocolCodecs.all.first { $0.file.hasSuffix("/\(file).yaml") })
    let spec = try codecs.spec()
    var message = try #require(spec.messages.first { $0.name.text == name })
    var reader = JSONReader()
    let example = RandomBodies.example(try reader.readValue(in: Array(seconds.utf8).span), at: message.name.range)
    for index in message.args.indices where message.args[index].type == .duration {
      message.args[index].example = example
    }
    for index in message.kwargs.indices where message.kwargs[index].type == .duration {
      message.kwargs[index].example = example
    }
    return message.sampleFrames(in: spec).map(\.bytes)
  }

  @Test(
    "a duration, in JSON and MessagePack",
    arguments: [
      ("9223372036854775807", true), ("9223372036854775808", false), ("-9223372036854775808", true), ("1e300", false),
      ("-1.5", true),
    ])
  func durations(seconds: String, isTaken: Bool) throws {
    for (file, message) in [("kitchen-sink", "to"), ("rpc", "everything")] {
      try Self.agree(file, message, try Self.sample(file, message, seconds), isTaken)
    }
  }

  @Test(
    "a duration whose digits are more than a Double has, in JSON",
    arguments: [
      ("9223372036854775807.999999999999999999", true), ("9223372036854775807.5", true),
      ("9223372036854775296.0", true), ("-9223372036854775808.999999999999999999", true),
      ("9223372036854775808.0", false), ("-9223372036854775809.0", false), ("9.223372036854775807e18", true),
      ("9.223372036854775808e18", false), ("9223372036854775807.9999999999999999995", false),
    ])
  func longDurations(seconds: String, isTaken: Bool) throws {
    var frames = try Self.sample("kitchen-sink", "to", "0.5")
    let index = try #require(frames.firstIndex { $0.firstRange(of: Array("0.5".utf8)) != nil })
    frames[index].replace(Array("0.5".utf8), with: Array(seconds.utf8))
    try Self.agree("kitchen-sink", "to", frames, isTaken)
  }

  @Test(
    "a number that rounds to a Double midway between the largest Float and what would be the next",
    arguments: [
      ("3.40282356779733661637539395458142568447e38", true), ("3.40282356779733661637539395458142568448e38", false),
    ])
  func largestFloat(number: String, isTaken: Bool) throws {
    let frames = try Self.sample("kitchen-sink", "scalars", "0.5")
    let texts = try frames.map { try #require(String(validating: $0, as: UTF8.self)) }
    let index = try #require(texts.firstIndex { $0.contains(",1.5,1.5,") })
    var changed = frames
    changed[index] = Array(texts[index].replacing(",1.5,1.5,", with: ",1.5,\(number),").utf8)
    try Self.agree("kitchen-sink", "scalars", changed, isTaken)
  }

  @Test(
    "the bound of a duration, to the attosecond",
    arguments: [("60", true), ("60.000000000000000000", true), ("60.000000000000000001", false), ("6e1", true)])
  func boundedDurations(seconds: String, isTaken: Bool) throws {
    let frames = try Self.sample("frames", "limited", "1")
    let texts = try frames.map { try #require(String(validating: $0, as: UTF8.self)) }
    let index = try #require(texts.firstIndex { $0.contains(/"pause":[0-9.]+/) })
    var changed = frames
    changed[index] = Array(texts[index].replacing(/"pause":[0-9.]+/, with: "\"pause\":\(seconds)").utf8)
    try Self.agree("frames", "limited", changed, isTaken)
  }

  private static func text(_ text: String) -> [UInt8] { [0xA0 | UInt8(text.utf8.count)] + Array(text.utf8) }
  private static let nan: [UInt8] = [0xCB, 0x7F, 0xF8, 0, 0, 0, 0, 0, 0]
  private static let half: [UInt8] = [0xCB, 0x3F, 0xE0, 0, 0, 0, 0, 0, 0]

  @Test(
    "what MessagePack has and JSON has not",
    arguments: [
      ("everything", "duration", half, nan, false), ("everything", "duration", half, [5], true),
      // 2^63 and its neighbour below as floats of 32 bits, whose shortest texts are 9223372e12 and 9.2233715e18.
      ("everything", "duration", half, [0xCA, 0x5F, 0, 0, 0], true),
      ("everything", "duration", half, [0xCA, 0xDF, 0, 0, 0], true),
      ("everything", "duration", half, [0xCA, 0x5E, 0xFF, 0xFF, 0xFF], true),
      ("everything", "duration", half, [0xCB, 0x43, 0xE0, 0, 0, 0, 0, 0, 0], false),
      ("everything", "uuid", [0xD9, 36] + Array("123e4567-e89b-12d3-a456-426614174000".utf8), [0xC4, 1, 0], false),
      (
        "everything", "uuid", [0xD9, 36] + Array("123e4567-e89b-12d3-a456-426614174000".utf8),
        [0xC4, 16] + Array(repeating: 7, count: 16), true
      ),
      ("everything", "any", text("value"), nan, false), ("everything", "any", text("value"), [0xC4, 0], false),
      ("everything", "any", text("value"), [0x91, 5], true),
      ("draw", "radius", [0xCB, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0], nan, false),
    ])
  func packed(message: String, key: String, old: [UInt8], new: [UInt8], isTaken: Bool) throws {
    var frames = try Self.sample("rpc", message, "0.5")
    let place = try #require(frames[0].firstRange(of: Self.text(key) + old))
    frames[0].replaceSubrange(place, with: Self.text(key) + new)
    try Self.agree("rpc", message, frames, isTaken)
  }

  @Test("the keys of a map", arguments: [("e", "f", true), ("\u{E9}", "e\u{301}", false), ("K", "\u{212A}", false)])
  func keys(one: String, other: String, isTaken: Bool) throws {
    try Self.agree(
      "frames", "with-map", [Array("[\"open\",{\"type\":\"with-map\",\"scale\":1,\"\(one)\":1,\"\(other)\":2}]".utf8)],
      isTaken)
  }
}
