import GeneratedProtocols
import SpecModel
import Testing
import ZMQWire

/// The code by calls, which protocols of many messages have, against the code in line that all others have: both are
/// generated from the kitchen sink, and must say the same to every body.
@Suite("Code by calls takes, refuses and writes what code in line does")
struct ByCallsTests {
  private static let codecs: [String: PageCodec] = [
    "scalars": PageCodec(KitchenSinkByCalls.Scalars.self),
    "containers": PageCodec(KitchenSinkByCalls.Containers.self),
    "defaults": PageCodec(KitchenSinkByCalls.Defaults.self),
    "triple-none": PageCodec(KitchenSinkByCalls.TripleNone.self),
    "triple-some": PageCodec(KitchenSinkByCalls.TripleSome.self),
    "pair-none": PageCodec(KitchenSinkByCalls.PairNone.self),
    "pair-one": PageCodec(KitchenSinkByCalls.PairOne.self),
    "pair-many": PageCodec(KitchenSinkByCalls.PairMany.self),
    "list-none": PageCodec(KitchenSinkByCalls.ListNone.self),
    "list-some": PageCodec(KitchenSinkByCalls.ListSome.self),
    "list-open": PageCodec(KitchenSinkByCalls.ListOpen.self),
    "object-none": PageCodec(KitchenSinkByCalls.ObjectNone.self),
    "object-some": PageCodec(KitchenSinkByCalls.ObjectSome.self),
    "keywords": PageCodec(KitchenSinkByCalls.Keywords.self),
    "odd-type": PageCodec(KitchenSinkByCalls.OddType.self),
    "running": PageCodec(KitchenSinkByCalls.Running.self),
    "message": PageCodec(KitchenSinkByCalls.Message.self),
    "default": PageCodec(KitchenSinkByCalls.Default.self),
    "last-one": PageCodec(KitchenSinkByCalls.LastOne.self),
    "handler": PageCodec(KitchenSinkByCalls.Handler.self),
    "to": PageCodec(KitchenSinkByCalls.To.self),
    "ask": PageCodec(KitchenSinkByCalls.Ask.self),
    "answer": PageCodec(KitchenSinkByCalls.Answer.self),
    "busy": PageCodec(KitchenSinkByCalls.Busy.self),
    "wtf": PageCodec(KitchenSinkByCalls.Wtf.self),
    "ask-urgently": PageCodec(KitchenSinkByCalls.AskUrgently.self),
    "note": PageCodec(KitchenSinkByCalls.Note.self),
    "job": PageCodec(KitchenSinkByCalls.Job.self),
    "done": PageCodec(KitchenSinkByCalls.Done.self),
    "hello": PageCodec(KitchenSinkByCalls.Hello.self),
    "welcome": PageCodec(KitchenSinkByCalls.Welcome.self),
    "news": PageCodec(KitchenSinkByCalls.News.self),
    "stop": PageCodec(KitchenSinkByCalls.Stop.self),
  ]

  private static let file = "Tests/SpecSwiftTests/Protocols/kitchen-sink.yaml"

  private func sink() throws -> ProtocolCodecs {
    try #require(ProtocolCodecs.all.first { $0.file == Self.file })
  }

  @Test("each message is tried")
  func completeness() throws { #expect(Set(Self.codecs.keys) == Set(try sink().codecs.keys)) }

  @Test("what is right is taken, and written with the same bytes")
  func right() throws {
    let sink = try sink()
    let spec = try sink.spec()
    var bodies = RandomBodies(spec: spec, random: SeededGenerator(state: 3))
    for message in spec.messages {
      let byCalls = try #require(Self.codecs[message.name.text])
      for _ in 0..<100 {
        let body = bodies.frames(of: message)
        let recoded = try byCalls.recode(body)
        #expect(recoded == body, "\(message.name)")
      }
    }
  }

  @Test("of what is wrong both say the same, place and path too", .timeLimit(.minutes(1)))
  func wrong() throws {
    let sink = try sink()
    let spec = try sink.spec()
    var bodies = RandomBodies(spec: spec, random: SeededGenerator(state: 4))
    var random = SeededGenerator(state: 5)
    var refused = 0
    for message in spec.messages {
      let inLine = try sink.codec(of: message)
      let byCalls = try #require(Self.codecs[message.name.text])
      for _ in 0..<200 {
        let text = try #require(bodies.frames(of: message).first)
        for body in Self.spoilt(text, &random) {
          let answer = inLine.decode([body])
          #expect(byCalls.decode([body]) == answer, "\(message.name): \(String(decoding: body, as: UTF8.self))")
          if case .refused = answer { refused += 1 }
        }
      }
    }
    #expect(refused > 10_000)
  }

  @Test("the vectors, too, of which both take the same")
  func vectors() throws {
    let sink = try sink()
    let spec = try sink.spec()
    for vector in spec.vectors() {
      let message = spec[vector.message]
      let byCalls = try #require(Self.codecs[message.name.text])
      let answer = try sink.codec(of: message).decode(vector.frames)
      #expect(byCalls.decode(vector.frames) == answer, "\(message.name), \(vector.name)")
    }
  }

  /// A body that ends too early, and has a byte put in, taken away, changed; or a piece of itself once more, so that
  /// arguments and members are given twice, are too many, and are missing.
  private static func spoilt(_ body: [UInt8], _ random: inout SeededGenerator) -> [[UInt8]] {
    let marks = Array(" \n,:[]{}\"\\0-x".utf8)
    let place = Int.random(in: 0..<body.count, using: &random)
    let mark = marks[Int.random(in: 0..<marks.count, using: &random)]
    let commas = body.indices.filter { body[$0] == UInt8(ascii: ",") }
    let first = commas.isEmpty ? place : commas[Int.random(in: 0..<commas.count, using: &random)]
    let second = commas.isEmpty ? place : commas[Int.random(in: 0..<commas.count, using: &random)]
    let piece = min(first, second)..<max(first, second)
    let spoilt: [ArraySlice<UInt8>] = [
      body[..<place], body[..<place] + [mark] + body[place...], body[..<place] + body[(place + 1)...],
      body[..<place] + [mark] + body[(place + 1)...], body[..<piece.upperBound] + body[piece.lowerBound...],
      body[..<piece.lowerBound] + body[piece.upperBound...],
    ]
    return spoilt.map(Array.init)
  }
}
