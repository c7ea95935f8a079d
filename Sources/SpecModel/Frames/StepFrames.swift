import ZMQWire

/// The frames of one step, derived from the two socket types.
///
/// Several receivers of one published message see the same frames, so there is one `received`.
public struct StepFrames: Sendable, Hashable {
  /// IN: what the program passes to `send_multipart`.
  public var sent: [FrameSymbol]
  /// NET: what travels.
  public var wire: [FrameSymbol]
  /// OUT: what `recv_multipart` returns at the other side.
  public var received: [FrameSymbol]
  /// What a REP keeps of the message for its reply, delimiter included.
  public var kept: [FrameSymbol]
  /// Why the message does not arrive; `received` is empty then.
  public var loss: EnvelopeRule<FrameSymbol>.Loss?
}

extension ProtocolSpec {
  /// The frames of every step of a chain, in the order of its steps.
  public func frames(of chain: ChainSpec) -> [StepFrames] {
    var all: [StepFrames] = []
    for step in chain.steps {
      // A REP answers with the envelope of the request it answers.
      let kept = step.answers.flatMap { all.indices.contains($0) ? all[$0].kept : nil }
      all.append(frames(of: step, keptByReply: kept))
    }
    return all
  }

  private func frames(of step: StepSpec, keptByReply kept: [FrameSymbol]?) -> StepFrames {
    let sender = self[step.sender]
    var frames = StepFrames(
      sent: sentFrames(of: step, by: sender), wire: [], received: [], kept: [], loss: nil)
    switch EnvelopeRule.depart(frames.sent, from: sender.type, kept: kept) {
    case .wire(let wire), .addressed(to: _, let wire): frames.wire = wire
    case .refused(let loss):
      frames.loss = loss
      return frames
    }
    guard let receiver = step.receivers.first.map({ self[$0] }) else { return frames }
    switch EnvelopeRule.arrive(frames.wire, at: receiver.type, from: .routingID(sender.shownAs)) {
    case .received(let received, let kept):
      frames.received = received
      frames.kept = kept
    case .dropped(let loss): frames.loss = loss
    }
    return frames
  }

  /// The envelope that a generated program puts in front of the body, and the body.
  private func sentFrames(of step: StepSpec, by sender: SocketSpec) -> [FrameSymbol] {
    var frames: [FrameSymbol] = []
    if sender.type == .router, let receiver = step.receivers.first {
      frames.append(.routingID(self[receiver].shownAs))
    }
    if sender.delimiter { frames.append(.delimiter) }
    if step.topic ?? sender.topic != nil { frames.append(.topic) }
    frames.append(.body(self[step.message].bodyNotation(in: self)))
    return frames
  }
}
