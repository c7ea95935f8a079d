import GeneratedProtocols
import ZMQWire

/// Messages of several frames, packed ones among them: each byte 0xFE begins another frame, as each type is tried.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  let frames = input.split(separator: 0xFE, omittingEmptySubsequences: false).prefix(20).map { Array($0) }
  for type in types { attempt(type, frames) }
  return 0
}

private let types: [any FramedMessage.Type] = [
  Zre.Hello.self, Zre.Whisper.self, Zre.Shout.self, Zre.Join.self, Zre.Leave.self, Zre.Ping.self, Zre.PingOk.self,
  Frames.Plain.self, Frames.Scalars.self, Frames.OpenEnded.self, Frames.Packed.self, Frames.Move.self,
  Frames.Sum.self, Frames.Moved.self, Frames.Draw.self, Frames.Grow.self, Frames.WithMap.self, Frames.Letter.self,
  SocketMonitor.Connected.self, SocketMonitor.Accepted.self,
]

private func attempt<Message: FramedMessage>(_ type: Message.Type, _ frames: [[UInt8]]) {
  guard let message = decoded(type, frames) else { return }
  let written: [[UInt8]]
  do { written = try message.bodyFrames() } catch {
    check(false, "\(type): what was read cannot be written: \(error)")
    return
  }
  check(decoded(type, written) == message, "\(type): what is written is read otherwise: \(frames)")
}

private func decoded<Message: FramedMessage>(_ type: Message.Type, _ frames: [[UInt8]]) -> Message? {
  let stored = StoredFrames(frames)
  do throws(WireError) {
    return try type.decode(stored)
  } catch {
    check(!error.description.isEmpty, "an error without words")
    if let frame = error.frame { check(frame >= 0 && frame <= frames.count, "an error outside the frames") }
    return nil
  }
}
