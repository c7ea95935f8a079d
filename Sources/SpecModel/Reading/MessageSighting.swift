/// A place at which a message can be seen: what a program passes to a socket, or what it gets from one.
public struct MessageSighting: Sendable, Hashable {
  /// Which side of a hop.
  public enum Side: String, Sendable, Hashable {
    /// IN: passed to `send_multipart`.
    case sent = "IN"
    /// OUT: returned by `recv_multipart`.
    case received = "OUT"
  }

  /// The place of the chain in `ProtocolSpec.chains`.
  public var chain: Int
  /// The place of the step in `ChainSpec.steps`.
  public var step: Int
  /// The place of the hop in `StepSpec.hops`.
  public var hop: Int
  /// Whether it is sent or received there.
  public var side: Side
  /// The socket.
  public var socket: SocketID
  /// The message.
  public var message: MessageID
  /// The frames in front of the body.
  public var envelope: [FrameSymbol]
  /// Frame 0, where it is a topic.
  var topic: TemplateSpec?
}

extension ProtocolSpec {
  /// Every place at which a message can be seen, in the order of the chains.
  public func sightings() -> [MessageSighting] {
    var found: [MessageSighting] = []
    for (index, chain) in chains.enumerated() {
      for (place, (step, frames)) in zip(chain.steps, self.frames(of: chain)).enumerated() {
        let length = self[step.message].bodyFrames(in: self).count
        for (hop, (way, frames)) in zip(step.hops, frames.hops).enumerated() {
          func add(_ side: MessageSighting.Side, _ socket: SocketID, _ frames: [FrameSymbol]) {
            if frames.count < length { return }
            found.append(
              MessageSighting(
                chain: index, step: place, hop: hop, side: side, socket: socket, message: step.message,
                envelope: Array(frames.dropLast(length)), topic: step.topic ?? self[step.sender].topic))
          }
          add(.sent, way.sender, frames.sent)
          if frames.loss == nil, !(step.isLost && hop == step.hops.count - 1) {
            for receiver in way.receivers { add(.received, receiver, frames.received) }
          }
        }
      }
    }
    return found
  }
}
