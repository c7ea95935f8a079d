import GeneratedProtocols
import SpecCompiler
import SpecModel
import Testing
import ZMQWire

/// The vectors of `zmqspec vectors`, which come from interpreted layouts, against the code that is generated from the same
/// files: two readers that share nothing but the protocol agree on what is right, and on which frame is wrong.
@Suite("Generated code takes the right vectors and refuses the wrong ones")
struct VectorTests {
  /// What generated code says to a body.
  enum Answer: Equatable {
    case taken
    case anotherMessage
    case refused(WireError)
  }

  /// A generated message type without its type.
  struct Decoder: Sendable {
    let name: String
    let decode: @Sendable ([[UInt8]]) -> Answer

    init<Message: JSONMessage>(json type: Message.Type) {
      name = "\(type)"
      decode = { frames in
        guard frames.count == 1, let frame = frames.first else { return .anotherMessage }
        do throws(WireError) {
          let message = try Message.decode(frame.span)
          return message == nil ? .anotherMessage : .taken
        } catch {
          return .refused(error)
        }
      }
    }

    init<Message: FramedMessage>(framed type: Message.Type) {
      name = "\(type)"
      decode = { frames in
        let stored = StoredFrames(frames)
        do throws(WireError) {
          var body = BodyReader(stored)
          _ = try Message(body: &body)
          return .taken
        } catch {
          return .refused(error)
        }
      }
    }
  }

  /// A protocol file and the types that were generated from it.
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let decoders: [Decoder]
    var testDescription: String { path }
  }

  @Test("both agree", arguments: files)
  func agreement(file: File) throws {
    let spec = try #require(Compiler.compile(try Repository.bytes(of: file.path), name: file.path).spec)
    var count = 0
    for vector in spec.vectors() {
      let name = SwiftName.type(spec[vector.message].name.text)
      guard let decoder = file.decoders.first(where: { $0.name == name }) else { continue }
      count += 1
      let answer = decoder.decode(vector.frames)
      let what = "\(spec[vector.message].name), \(vector.name): \(answer)"
      switch (vector.verdict, answer) {
      case (.accepted, _): #expect(answer == .taken, "\(what)")
      case (.refused, .taken): Issue.record("\(what), \(vector.verdict)")
      case (.refused, .anotherMessage): break
      case (.refused(let expected), .refused(let found)):
        if let frame = expected.frame, let other = found.frame {
          #expect(frame == other, "\(what), \(vector.verdict)")
        }
      }
    }
    #expect(count > 20)
  }

  static let files: [File] = [
    File(
      path: "protocols/majordomo.yaml",
      decoders: [
        Decoder(framed: Majordomo.Request.self), Decoder(framed: Majordomo.Reply.self),
        Decoder(framed: Majordomo.Ready.self), Decoder(framed: Majordomo.WorkerRequest.self),
        Decoder(framed: Majordomo.WorkerReply.self), Decoder(framed: Majordomo.Heartbeat.self),
        Decoder(framed: Majordomo.Disconnect.self),
      ]),
    File(
      path: "protocols/majordomo-2-zproto.yaml",
      decoders: [
        Decoder(framed: Majordomo2Zproto.Request.self), Decoder(framed: Majordomo2Zproto.Partial.self),
        Decoder(framed: Majordomo2Zproto.Final.self), Decoder(framed: Majordomo2Zproto.Ready.self),
        Decoder(framed: Majordomo2Zproto.WorkerRequest.self), Decoder(framed: Majordomo2Zproto.WorkerPartial.self),
        Decoder(framed: Majordomo2Zproto.WorkerFinal.self), Decoder(framed: Majordomo2Zproto.Heartbeat.self),
        Decoder(framed: Majordomo2Zproto.Disconnect.self),
      ]),
    File(
      path: "protocols/zap.yaml",
      decoders: [
        Decoder(framed: Zap.Anonymous.self), Decoder(framed: Zap.Plain.self), Decoder(framed: Zap.Curve.self),
        Decoder(framed: Zap.Accepted.self), Decoder(framed: Zap.TryLater.self), Decoder(framed: Zap.Denied.self),
        Decoder(framed: Zap.Broken.self),
      ]),
    File(
      path: "protocols/zre.yaml",
      decoders: [
        Decoder(framed: Zre.Hello.self), Decoder(framed: Zre.Whisper.self), Decoder(framed: Zre.Shout.self),
        Decoder(framed: Zre.Join.self), Decoder(framed: Zre.Leave.self), Decoder(framed: Zre.Ping.self),
        Decoder(framed: Zre.PingOk.self),
      ]),
    File(
      path: "protocols/mosaik.yaml",
      decoders: [
        Decoder(framed: Mosaik.Init.self), Decoder(framed: Mosaik.Create.self), Decoder(framed: Mosaik.SetupDone.self),
        Decoder(framed: Mosaik.Step.self), Decoder(framed: Mosaik.GetData.self), Decoder(framed: Mosaik.Stop.self),
        Decoder(framed: Mosaik.GetProgress.self), Decoder(framed: Mosaik.GetRelatedEntities.self),
        Decoder(framed: Mosaik.FetchData.self), Decoder(framed: Mosaik.SetData.self),
        Decoder(framed: Mosaik.SetEvent.self), Decoder(framed: Mosaik.Meta.self), Decoder(framed: Mosaik.Entities.self),
        Decoder(framed: Mosaik.NextStep.self), Decoder(framed: Mosaik.Data.self), Decoder(framed: Mosaik.Progress.self),
        Decoder(framed: Mosaik.RelatedEntities.self), Decoder(framed: Mosaik.Done.self),
        Decoder(framed: Mosaik.Failed.self),
      ]),
    File(
      path: "protocols/bitcoin.yaml",
      decoders: [
        Decoder(framed: Bitcoin.Hashblock.self), Decoder(framed: Bitcoin.Hashtx.self),
        Decoder(framed: Bitcoin.Rawblock.self), Decoder(framed: Bitcoin.Rawtx.self),
        Decoder(framed: Bitcoin.Sequence.self),
      ]),
    File(
      path: "protocols/clustered-hashmap.yaml",
      decoders: [
        Decoder(framed: ClusteredHashmap.Icanhaz.self), Decoder(framed: ClusteredHashmap.Kvsync.self),
        Decoder(framed: ClusteredHashmap.Kthxbai.self), Decoder(framed: ClusteredHashmap.Kvpub.self),
        Decoder(framed: ClusteredHashmap.Kvset.self), Decoder(framed: ClusteredHashmap.Hugz.self),
      ]),
    File(
      path: "protocols/seismograph.yaml",
      decoders: [
        Decoder(framed: Seismograph.Trace.self), Decoder(framed: Seismograph.OldTrace.self),
        Decoder(framed: Seismograph.ClockLost.self), Decoder(json: Seismograph.Settings.self),
        Decoder(json: Seismograph.Listen.self),
      ]),
    File(
      path: "protocols/darkroom.yaml",
      decoders: [
        Decoder(json: Darkroom.Render.self), Decoder(json: Darkroom.Done.self), Decoder(json: Darkroom.Failed.self),
        Decoder(json: Darkroom.Refused.self), Decoder(json: Darkroom.Ready.self),
        Decoder(json: Darkroom.Heartbeat.self), Decoder(json: Darkroom.Disconnect.self),
        Decoder(framed: Darkroom.Preview.self), Decoder(framed: Darkroom.Picture.self),
        Decoder(framed: Darkroom.Complete.self), Decoder(json: Darkroom.Progress.self),
        Decoder(framed: Darkroom.Rendered.self), Decoder(framed: Darkroom.Deleted.self),
      ]),
    File(
      path: "protocols/weather.yaml",
      decoders: [Decoder(json: Weather.Report.self)]),
    File(
      path: "protocols/ventilator.yaml",
      decoders: [
        Decoder(json: Ventilator.Batch.self), Decoder(json: Ventilator.Task.self),
        Decoder(json: Ventilator.Result.self),
      ]),
    File(
      path: "protocols/ping-pong.yaml",
      decoders: [
        Decoder(json: PingPong.Ping.self), Decoder(json: PingPong.Pong.self),
        Decoder(json: PingPong.Plzdiekthxbye.self),
      ]),
    File(
      path: "protocols/ping-pong-triple.yaml",
      decoders: [
        Decoder(json: PingPongTriple.Ping.self), Decoder(json: PingPongTriple.Pong.self),
        Decoder(json: PingPongTriple.Plzdiekthxbye.self),
      ]),
    File(
      path: "Tests/SpecSwiftTests/Protocols/frames.yaml",
      decoders: [
        Decoder(framed: Frames.Plain.self), Decoder(framed: Frames.Scalars.self),
        Decoder(framed: Frames.OpenEnded.self), Decoder(framed: Frames.Packed.self), Decoder(framed: Frames.Move.self),
        Decoder(framed: Frames.Sum.self), Decoder(framed: Frames.Moved.self), Decoder(framed: Frames.Draw.self),
        Decoder(framed: Frames.Clear.self), Decoder(framed: Frames.Grow.self), Decoder(framed: Frames.WithMap.self),
        Decoder(json: Frames.Limited.self), Decoder(framed: Frames.Letter.self), Decoder(framed: Frames.One.self),
        Decoder(framed: Frames.Two.self),
      ]),
    File(
      path: "Tests/SpecSwiftTests/Protocols/kitchen-sink.yaml",
      decoders: [
        Decoder(json: KitchenSink.Scalars.self), Decoder(json: KitchenSink.Containers.self),
        Decoder(json: KitchenSink.Defaults.self), Decoder(json: KitchenSink.TripleNone.self),
        Decoder(json: KitchenSink.TripleSome.self), Decoder(json: KitchenSink.PairNone.self),
        Decoder(json: KitchenSink.PairOne.self), Decoder(json: KitchenSink.PairMany.self),
        Decoder(json: KitchenSink.ListNone.self), Decoder(json: KitchenSink.ListSome.self),
        Decoder(json: KitchenSink.ListOpen.self), Decoder(json: KitchenSink.ObjectNone.self),
        Decoder(json: KitchenSink.ObjectSome.self), Decoder(json: KitchenSink.Keywords.self),
        Decoder(json: KitchenSink.OddType.self), Decoder(json: KitchenSink.Running.self),
        Decoder(json: KitchenSink.Message.self), Decoder(json: KitchenSink.Default.self),
        Decoder(json: KitchenSink.LastOne.self), Decoder(json: KitchenSink.Handler.self),
        Decoder(json: KitchenSink.To.self), Decoder(json: KitchenSink.Ask.self), Decoder(json: KitchenSink.Answer.self),
        Decoder(json: KitchenSink.Busy.self), Decoder(json: KitchenSink.Wtf.self),
        Decoder(json: KitchenSink.AskUrgently.self), Decoder(json: KitchenSink.Note.self),
        Decoder(json: KitchenSink.Job.self), Decoder(json: KitchenSink.Done.self),
        Decoder(json: KitchenSink.Hello.self), Decoder(json: KitchenSink.Welcome.self),
        Decoder(json: KitchenSink.News.self), Decoder(json: KitchenSink.Stop.self),
      ]),
    File(
      path: "protocols/zerorpc.yaml",
      decoders: [
        Decoder(framed: Zerorpc.Ping.self), Decoder(framed: Zerorpc.Inspect.self), Decoder(framed: Zerorpc.Hello.self),
        Decoder(framed: Zerorpc.StreamingRange.self), Decoder(framed: Zerorpc.Returned.self),
        Decoder(framed: Zerorpc.Raised.self), Decoder(framed: Zerorpc.Streamed.self),
        Decoder(framed: Zerorpc.StreamDone.self), Decoder(framed: Zerorpc.Heartbeat.self),
        Decoder(framed: Zerorpc.More.self),
      ]),
  ]
}
