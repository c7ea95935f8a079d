import GeneratedProtocols
import Testing
import ZMQWire

/// A generated message type without its type, so that one test body serves them all.
struct PageCodec: Sendable {
  /// What generated code says to a body.
  enum Answer: Equatable {
    case taken
    case anotherMessage
    case refused(WireError)
  }

  /// Decodes a body, frame by frame, encodes what comes out, and checks that decoding that gives the same value.
  let recode: @Sendable ([[UInt8]]) throws -> [[UInt8]]
  /// Decodes a body.
  let decode: @Sendable ([[UInt8]]) -> Answer

  init<Message: FramedMessage>(_ type: Message.Type) {
    recode = { frames in
      let signer = PageSigner()
      let message = try #require(try Message.decode(TrustedFrames(frames)))
      let written = try message.bodyFrames(signer: signer)
      #expect(try Message.decode(StoredFrames(written, signer: signer)) == message)
      return written
    }
    decode = { frames in
      do throws(WireError) {
        var body = BodyReader(TrustedFrames(frames))
        _ = try Message(body: &body)
        return .taken
      } catch {
        return .refused(error)
      }
    }
  }

  init<Message: JSONMessage>(_ type: Message.Type) {
    recode = { frames in
      #expect(frames.count == 1)
      let body = try #require(frames.first)
      let message = try #require(try Message.decode(body.span))
      let written = try message.bodyFrames()
      #expect(written.count == 1)
      let again = try #require(written.first)
      #expect(try Message.decode(again.span) == message)
      return written
    }
    decode = { frames in
      guard frames.count == 1, let frame = frames.first else { return .anotherMessage }
      do throws(WireError) {
        return try Message.decode(frame.span) == nil ? .anotherMessage : .taken
      } catch {
        return .refused(error)
      }
    }
  }

  /// By the page's name and the message's; a test tells which one is missing.
  static let all: [String: [String: PageCodec]] = [
    "bitcoin": [
      "hashblock": PageCodec(Bitcoin.Hashblock.self),
      "hashtx": PageCodec(Bitcoin.Hashtx.self),
      "rawblock": PageCodec(Bitcoin.Rawblock.self),
      "rawtx": PageCodec(Bitcoin.Rawtx.self),
      "sequence": PageCodec(Bitcoin.Sequence.self),
    ],
    "clustered-hashmap": [
      "icanhaz": PageCodec(ClusteredHashmap.Icanhaz.self),
      "kvsync": PageCodec(ClusteredHashmap.Kvsync.self),
      "kthxbai": PageCodec(ClusteredHashmap.Kthxbai.self),
      "kvpub": PageCodec(ClusteredHashmap.Kvpub.self),
      "kvset": PageCodec(ClusteredHashmap.Kvset.self),
      "hugz": PageCodec(ClusteredHashmap.Hugz.self),
    ],
    "darkroom": [
      "render": PageCodec(Darkroom.Render.self),
      "done": PageCodec(Darkroom.Done.self),
      "failed": PageCodec(Darkroom.Failed.self),
      "refused": PageCodec(Darkroom.Refused.self),
      "ready": PageCodec(Darkroom.Ready.self),
      "heartbeat": PageCodec(Darkroom.Heartbeat.self),
      "disconnect": PageCodec(Darkroom.Disconnect.self),
      "preview": PageCodec(Darkroom.Preview.self),
      "picture": PageCodec(Darkroom.Picture.self),
      "complete": PageCodec(Darkroom.Complete.self),
      "progress": PageCodec(Darkroom.Progress.self),
      "rendered": PageCodec(Darkroom.Rendered.self),
      "deleted": PageCodec(Darkroom.Deleted.self),
    ],
    "freelance": [
      "ping": PageCodec(Freelance.Ping.self),
      "pong": PageCodec(Freelance.Pong.self),
      "request": PageCodec(Freelance.Request.self),
      "reply": PageCodec(Freelance.Reply.self),
    ],
    "ironhouse": [
      "hello": PageCodec(Ironhouse.Hello.self)
    ],
    "jupyter": [
      "kernel_info_request": PageCodec(Jupyter.KernelInfoRequest.self),
      "kernel_info_reply": PageCodec(Jupyter.KernelInfoReply.self),
      "execute_request": PageCodec(Jupyter.ExecuteRequest.self),
      "execute_reply": PageCodec(Jupyter.ExecuteReply.self),
      "execute_input": PageCodec(Jupyter.ExecuteInput.self),
      "stream": PageCodec(Jupyter.Stream.self),
      "status": PageCodec(Jupyter.Status.self),
      "input_request": PageCodec(Jupyter.InputRequest.self),
      "input_reply": PageCodec(Jupyter.InputReply.self),
      "shutdown_request": PageCodec(Jupyter.ShutdownRequest.self),
      "shutdown_reply": PageCodec(Jupyter.ShutdownReply.self),
      "ping": PageCodec(Jupyter.Ping.self),
      "pong": PageCodec(Jupyter.Pong.self),
    ],
    "majordomo-2-libmdp": [
      "request": PageCodec(Majordomo2Libmdp.Request.self),
      "reply": PageCodec(Majordomo2Libmdp.Reply.self),
      "ready": PageCodec(Majordomo2Libmdp.Ready.self),
      "worker-request": PageCodec(Majordomo2Libmdp.WorkerRequest.self),
      "worker-final": PageCodec(Majordomo2Libmdp.WorkerFinal.self),
      "heartbeat": PageCodec(Majordomo2Libmdp.Heartbeat.self),
      "disconnect": PageCodec(Majordomo2Libmdp.Disconnect.self),
    ],
    "majordomo-2-zproto": [
      "request": PageCodec(Majordomo2Zproto.Request.self),
      "partial": PageCodec(Majordomo2Zproto.Partial.self),
      "final": PageCodec(Majordomo2Zproto.Final.self),
      "ready": PageCodec(Majordomo2Zproto.Ready.self),
      "worker-request": PageCodec(Majordomo2Zproto.WorkerRequest.self),
      "worker-partial": PageCodec(Majordomo2Zproto.WorkerPartial.self),
      "worker-final": PageCodec(Majordomo2Zproto.WorkerFinal.self),
      "heartbeat": PageCodec(Majordomo2Zproto.Heartbeat.self),
      "disconnect": PageCodec(Majordomo2Zproto.Disconnect.self),
    ],
    "majordomo-2": [
      "request": PageCodec(Majordomo2.Request.self),
      "partial": PageCodec(Majordomo2.Partial.self),
      "final": PageCodec(Majordomo2.Final.self),
      "ready": PageCodec(Majordomo2.Ready.self),
      "worker-request": PageCodec(Majordomo2.WorkerRequest.self),
      "worker-partial": PageCodec(Majordomo2.WorkerPartial.self),
      "worker-final": PageCodec(Majordomo2.WorkerFinal.self),
      "heartbeat": PageCodec(Majordomo2.Heartbeat.self),
      "disconnect": PageCodec(Majordomo2.Disconnect.self),
    ],
    "majordomo": [
      "request": PageCodec(Majordomo.Request.self),
      "reply": PageCodec(Majordomo.Reply.self),
      "ready": PageCodec(Majordomo.Ready.self),
      "worker-request": PageCodec(Majordomo.WorkerRequest.self),
      "worker-reply": PageCodec(Majordomo.WorkerReply.self),
      "heartbeat": PageCodec(Majordomo.Heartbeat.self),
      "disconnect": PageCodec(Majordomo.Disconnect.self),
    ],
    "mosaik": [
      "init": PageCodec(Mosaik.Init.self),
      "create": PageCodec(Mosaik.Create.self),
      "setup_done": PageCodec(Mosaik.SetupDone.self),
      "step": PageCodec(Mosaik.Step.self),
      "get_data": PageCodec(Mosaik.GetData.self),
      "stop": PageCodec(Mosaik.Stop.self),
      "get_progress": PageCodec(Mosaik.GetProgress.self),
      "get_related_entities": PageCodec(Mosaik.GetRelatedEntities.self),
      "fetch_data": PageCodec(Mosaik.FetchData.self),
      "set_data": PageCodec(Mosaik.SetData.self),
      "set_event": PageCodec(Mosaik.SetEvent.self),
      "meta": PageCodec(Mosaik.Meta.self),
      "entities": PageCodec(Mosaik.Entities.self),
      "next_step": PageCodec(Mosaik.NextStep.self),
      "data": PageCodec(Mosaik.Data.self),
      "progress": PageCodec(Mosaik.Progress.self),
      "related_entities": PageCodec(Mosaik.RelatedEntities.self),
      "done": PageCodec(Mosaik.Done.self),
      "failed": PageCodec(Mosaik.Failed.self),
    ],
    "paranoid-pirate": [
      "request": PageCodec(ParanoidPirate.Request.self),
      "reply": PageCodec(ParanoidPirate.Reply.self),
      "ready": PageCodec(ParanoidPirate.Ready.self),
      "heartbeat": PageCodec(ParanoidPirate.Heartbeat.self),
      "task": PageCodec(ParanoidPirate.Task.self),
      "result": PageCodec(ParanoidPirate.Result.self),
    ],
    "ping-pong-router": [
      "ping": PageCodec(PingPongRouter.Ping.self),
      "pong": PageCodec(PingPongRouter.Pong.self),
      "plzdiekthxbye": PageCodec(PingPongRouter.Plzdiekthxbye.self),
    ],
    "ping-pong-triple": [
      "ping": PageCodec(PingPongTriple.Ping.self),
      "pong": PageCodec(PingPongTriple.Pong.self),
      "plzdiekthxbye": PageCodec(PingPongTriple.Plzdiekthxbye.self),
    ],
    "ping-pong": [
      "ping": PageCodec(PingPong.Ping.self),
      "pong": PageCodec(PingPong.Pong.self),
      "plzdiekthxbye": PageCodec(PingPong.Plzdiekthxbye.self),
    ],
    "seismograph": [
      "trace": PageCodec(Seismograph.Trace.self),
      "old-trace": PageCodec(Seismograph.OldTrace.self),
      "clock-lost": PageCodec(Seismograph.ClockLost.self),
      "settings": PageCodec(Seismograph.Settings.self),
      "listen": PageCodec(Seismograph.Listen.self),
    ],
    "shared-queue": [
      "request": PageCodec(SharedQueue.Request.self),
      "reply": PageCodec(SharedQueue.Reply.self),
    ],
    "socket-monitor": [
      "connected": PageCodec(SocketMonitor.Connected.self),
      "connect-delayed": PageCodec(SocketMonitor.ConnectDelayed.self),
      "connect-retried": PageCodec(SocketMonitor.ConnectRetried.self),
      "listening": PageCodec(SocketMonitor.Listening.self),
      "bind-failed": PageCodec(SocketMonitor.BindFailed.self),
      "accepted": PageCodec(SocketMonitor.Accepted.self),
      "accept-failed": PageCodec(SocketMonitor.AcceptFailed.self),
      "closed": PageCodec(SocketMonitor.Closed.self),
      "close-failed": PageCodec(SocketMonitor.CloseFailed.self),
      "disconnected": PageCodec(SocketMonitor.Disconnected.self),
      "monitor-stopped": PageCodec(SocketMonitor.MonitorStopped.self),
      "handshake-failed": PageCodec(SocketMonitor.HandshakeFailed.self),
      "handshake-succeeded": PageCodec(SocketMonitor.HandshakeSucceeded.self),
      "handshake-broken": PageCodec(SocketMonitor.HandshakeBroken.self),
      "handshake-denied": PageCodec(SocketMonitor.HandshakeDenied.self),
    ],
    "subscriptions": [
      "subscribe": PageCodec(Subscriptions.Subscribe.self),
      "unsubscribe": PageCodec(Subscriptions.Unsubscribe.self),
      "value": PageCodec(Subscriptions.Value.self),
    ],
    "ventilator": [
      "batch": PageCodec(Ventilator.Batch.self),
      "task": PageCodec(Ventilator.Task.self),
      "result": PageCodec(Ventilator.Result.self),
    ],
    "weather": [
      "report": PageCodec(Weather.Report.self)
    ],
    "zap": [
      "anonymous": PageCodec(Zap.Anonymous.self),
      "plain": PageCodec(Zap.Plain.self),
      "curve": PageCodec(Zap.Curve.self),
      "accepted": PageCodec(Zap.Accepted.self),
      "try-later": PageCodec(Zap.TryLater.self),
      "denied": PageCodec(Zap.Denied.self),
      "broken": PageCodec(Zap.Broken.self),
    ],
    "zerorpc": [
      "ping": PageCodec(Zerorpc.Ping.self),
      "inspect": PageCodec(Zerorpc.Inspect.self),
      "hello": PageCodec(Zerorpc.Hello.self),
      "streaming_range": PageCodec(Zerorpc.StreamingRange.self),
      "returned": PageCodec(Zerorpc.Returned.self),
      "raised": PageCodec(Zerorpc.Raised.self),
      "streamed": PageCodec(Zerorpc.Streamed.self),
      "stream-done": PageCodec(Zerorpc.StreamDone.self),
      "heartbeat": PageCodec(Zerorpc.Heartbeat.self),
      "more": PageCodec(Zerorpc.More.self),
    ],
    "zre": [
      "hello": PageCodec(Zre.Hello.self),
      "whisper": PageCodec(Zre.Whisper.self),
      "shout": PageCodec(Zre.Shout.self),
      "join": PageCodec(Zre.Join.self),
      "leave": PageCodec(Zre.Leave.self),
      "ping": PageCodec(Zre.Ping.self),
      "ping-ok": PageCodec(Zre.PingOk.self),
    ],
  ]
}

/// Frames of somebody who is believed whatever the signature.
struct TrustedFrames: BodyFrames {
  private let frames: StoredFrames

  init(_ frames: [[UInt8]]) { self.frames = StoredFrames(frames) }

  var bodyFrameCount: Int { frames.bodyFrameCount }
  var envelopeFrameCount: Int { 0 }
  func bodyFrame(_ index: Int) -> UnsafeBufferPointer<UInt8> { frames.bodyFrame(index) }
  func isSigned(as layout: SignatureLayout) -> Bool? { true }
}

/// Signs everything with the same bytes, in place of those that need a key.
struct PageSigner: Signer {
  /// What a page has where a signature should be, and what stands there then.
  static let (placeholder, digits) = (Array("signature".utf8), "5167")
  static let bytes: [UInt8] = [0x51, 0x67]

  func signature(of frames: borrowing SignedFrames) throws -> [UInt8] { Self.bytes }
}
