import ZMQWire

/// The frames of one step, hop by hop.
public struct StepFrames: Sendable, Hashable {
  /// One for each of the step's hops, in order.
  public var hops: [HopFrames]
}

/// The frames on the way from one socket to the next, derived from the two socket types.
///
/// Several receivers of one published message see the same frames, so there is one `received`.
public struct HopFrames: Sendable, Hashable {
  /// IN: what the program passes to `send_multipart`.
  public var sent: [FrameSymbol]
  /// NET: what travels.
  public var wire: [FrameSymbol]
  /// OUT: what `recv_multipart` returns at the other side.
  public var received: [FrameSymbol]
  /// What a REP keeps of the message for its reply, delimiter included.
  public var kept: [FrameSymbol]
  /// How many of the received frames stand in front of the body.
  public var envelopeLength: Int
  /// Why the message does not arrive; `received` is empty then.
  public var loss: EnvelopeRule<FrameSymbol>.Loss?
}

extension ProtocolSpec {
  /// The frames of every step of a chain, in the order of its steps.
  public func frames(of chain: ChainSpec) -> [StepFrames] {
    var all: [StepFrames] = []
    for step in chain.steps {
      let request = step.answers.flatMap { all.indices.contains($0) ? all[$0] : nil }
      all.append(frames(of: step, answering: request))
    }
    return all
  }

  private func frames(of step: StepSpec, answering request: StepFrames?) -> StepFrames {
    let body = self[step.message].bodyFrames(in: self)
    var frames = StepFrames(hops: [])
    var sent = envelope(of: step, answering: request) + body
    for hop in step.hops {
      // A REP answers with the envelope of the request it answers.
      let kept = hop == step.hops.first ? request?.hops.last?.kept : nil
      let passed = self.frames(of: hop, sent: sent, bodyLength: body.count, kept: kept)
      frames.hops.append(passed)
      // A proxy passes on what it received as it is.
      sent = passed.received
      if passed.loss != nil { break }
    }
    return frames
  }

  private func frames(of hop: HopSpec, sent: [FrameSymbol], bodyLength: Int, kept: [FrameSymbol]?) -> HopFrames {
    let sender = self[hop.sender]
    var frames = HopFrames(sent: sent, wire: [], received: [], kept: [], envelopeLength: 0, loss: nil)
    switch EnvelopeRule.depart(sent, from: sender.type, kept: kept, requestID: sender.requestID) {
    case .wire(let wire), .addressed(to: _, let wire): frames.wire = wire
    case .refused(let loss):
      frames.loss = loss
      return frames
    }
    guard let receiver = hop.receivers.first.map({ self[$0] }) else { return frames }
    switch EnvelopeRule.arrive(
      frames.wire, at: receiver.type, from: .routingID(sender.shownAs), requestID: receiver.requestID)
    {
    case .received(let received, let kept):
      frames.received = received
      frames.kept = kept
      frames.envelopeLength = max(0, received.count - bodyLength)
    case .dropped(let loss): frames.loss = loss
    }
    return frames
  }

  /// What a generated program puts in front of the body.
  private func envelope(of step: StepSpec, answering request: StepFrames?) -> [FrameSymbol] {
    let sender = self[step.sender]
    // The reply travels in the envelope its request came in; a REP puts it back by itself.
    if sender.type == .rep { return [] }
    if sender.type.choosesDelimiter, let arrived = request?.hops.last, arrived.loss == nil {
      return Array(arrived.received.prefix(arrived.envelopeLength))
    }
    var frames: [FrameSymbol] = []
    // Each ROUTER on the way takes the id of the next socket off the front.
    for hop in step.hops where self[hop.sender].type == .router {
      if let receiver = hop.receivers.first { frames.append(.routingID(self[receiver].shownAs)) }
    }
    if sender.delimiter { frames.append(.delimiter) }
    if step.topic ?? sender.topic != nil { frames.append(.topic) }
    return frames
  }
}

extension SocketSpec {
  /// The frame that a REQ puts in front of each request where its options say `req_correlate`.
  var requestID: FrameSymbol? {
    guard type == .req, options.contains(where: { $0.name.text == "req_correlate" && $0.value == .int(1) }) else {
      return nil
    }
    return .value("request_id")
  }
}
