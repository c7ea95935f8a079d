import GeneratedProtocols
import SpecCompiler
import SpecModel
import Testing
import ZMQWire

/// A generated message type without its type, so that one test body serves them all.
struct Codec: Sendable {
  /// The message type on the wire.
  let wireType: String
  /// Decodes a body, encodes what comes out, and checks that decoding that gives the same value.
  let recode: @Sendable ([UInt8]) throws -> [UInt8]

  init<Message: JSONMessage>(_ type: Message.Type) {
    wireType = "\(Message.wireType)"
    recode = { bytes in
      let message = try #require(try Message.decode(bytes.span))
      let frames = try message.bodyFrames()
      #expect(frames.count == 1)
      let frame = try #require(frames.first)
      #expect(try Message.decode(frame.span) == message)
      return frame
    }
  }
}

/// A protocol file with the codecs that were generated from it.
struct ProtocolCodecs: Sendable, CustomTestStringConvertible {
  let file: String
  let codecs: [Codec]

  var testDescription: String { file }

  func spec() throws -> ProtocolSpec {
    let compilation = Compiler.compile(try Repository.bytes(of: file), name: file)
    return try #require(compilation.spec)
  }

  static let all = [
    ProtocolCodecs(
      file: "protocols/ping-pong.yaml",
      codecs: [Codec(PingPong.Ping.self), Codec(PingPong.Pong.self), Codec(PingPong.Plzdiekthxbye.self)]),
    ProtocolCodecs(
      file: "protocols/ping-pong-router.yaml",
      codecs: [
        Codec(PingPongRouter.Ping.self), Codec(PingPongRouter.Pong.self), Codec(PingPongRouter.Plzdiekthxbye.self),
      ]),
    ProtocolCodecs(
      file: "protocols/ping-pong-triple.yaml",
      codecs: [
        Codec(PingPongTriple.Ping.self), Codec(PingPongTriple.Pong.self), Codec(PingPongTriple.Plzdiekthxbye.self),
      ]),
    ProtocolCodecs(file: "protocols/weather.yaml", codecs: [Codec(Weather.Report.self)]),
    ProtocolCodecs(
      file: "protocols/ventilator.yaml",
      codecs: [Codec(Ventilator.Batch.self), Codec(Ventilator.Task.self), Codec(Ventilator.Result.self)]),
    ProtocolCodecs(file: "Tests/SpecSwiftTests/Protocols/kitchen-sink.yaml", codecs: kitchenSink),
  ]

  private static let kitchenSink = [
    Codec(KitchenSink.Scalars.self), Codec(KitchenSink.Containers.self), Codec(KitchenSink.Defaults.self),
    Codec(KitchenSink.TripleNone.self), Codec(KitchenSink.TripleSome.self), Codec(KitchenSink.PairNone.self),
    Codec(KitchenSink.PairOne.self), Codec(KitchenSink.PairMany.self), Codec(KitchenSink.ListNone.self),
    Codec(KitchenSink.ListSome.self), Codec(KitchenSink.ListOpen.self), Codec(KitchenSink.ObjectNone.self),
    Codec(KitchenSink.ObjectSome.self), Codec(KitchenSink.Keywords.self), Codec(KitchenSink.OddType.self),
    Codec(KitchenSink.Running.self), Codec(KitchenSink.Message.self), Codec(KitchenSink.Default.self),
    Codec(KitchenSink.LastOne.self), Codec(KitchenSink.Handler.self), Codec(KitchenSink.To.self),
    Codec(KitchenSink.Ask.self), Codec(KitchenSink.Answer.self), Codec(KitchenSink.AskUrgently.self),
    Codec(KitchenSink.Busy.self), Codec(KitchenSink.Wtf.self), Codec(KitchenSink.Note.self),
    Codec(KitchenSink.Job.self), Codec(KitchenSink.Done.self), Codec(KitchenSink.Hello.self),
    Codec(KitchenSink.Welcome.self), Codec(KitchenSink.News.self), Codec(KitchenSink.Stop.self),
  ]
}
