import ZMQRuntime
import ZMQWire

/// A message of one socket, used again for the next one.
final class ZMQMessage: ZMQFrames, ReceivedMessage {
  private let socket: ZMQSocket

  init(of socket: ZMQSocket, frameLimit: Int) {
    self.socket = socket
    super.init(limit: frameLimit)
  }

  func receive() throws(TransportError) -> Bool { try socket.receive(into: self) }

  func hold(envelope: Int, body: borrowing FrameWriter) -> Bool { socket.hold(envelope, of: self, body) }

  var connection: Connection { socket.connection(of: self) }

  func reply(
    envelope: Int, body: borrowing FrameWriter, keepingEnvelope: Bool
  ) throws(TransportError) -> SendResult {
    try socket.reply(to: self, envelope: envelope, body: body, keepingEnvelope: keepingEnvelope)
  }
}
