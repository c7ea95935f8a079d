import SpecModel

/// What the two sockets of a step do to its frames, in a few words beside them.
///
/// Source: RFC 28; the frames themselves come from `ProtocolSpec.frames(of:)`.
struct FrameNotes {
  /// The step.
  let step: StepSpec
  /// Its frames.
  let frames: HopFrames
  /// The sending socket.
  let sender: SocketSpec
  /// The type of the receiving sockets.
  let receiver: SocketSpec?

  // MARK: Beside the name of the socket

  /// What the sender put into the frames, or takes out of them, beside IN.
  ///
  /// ```
  /// Station PUB      topic = "report."
  /// PingProc DEALER  delimiter: true
  /// Broker ROUTER    - client
  /// ```
  var sent: String {
    if let topic = step.topic ?? sender.topic { return "topic = \"\(topic.text)\"" }
    if sender.type == .router { return receiverTouchesFrames ? popped : "" }
    return frames.sent.first == .delimiter ? "delimiter: true" : ""
  }

  /// What happened on the way to the receiver, beside OUT.
  ///
  /// ```
  /// PongProc ROUTER  + ping_uuid
  /// Worker REP       keeps [client, '']
  /// PingProc DEALER  - ping_uuid
  /// ```
  ///
  /// It is the sending ROUTER that takes the routing id off. That stands beside the ROUTER where the receiver changes
  /// the frames too (drawing 3), and here where the receiver changes nothing, so that IN and OUT differ just by it
  /// (drawing 2).
  var received: String {
    guard let receiver else { return "" }
    if receiver.type == .router, let id = frames.received.first { return "+ \(id.notation)" }
    if receiver.type == .rep, !frames.kept.isEmpty { return "keeps \(frames.kept.notation)" }
    return sender.type == .router && !receiverTouchesFrames ? popped : ""
  }

  private var popped: String { frames.sent.first.map { "- \($0.notation)" } ?? "" }

  private var receiverTouchesFrames: Bool {
    switch receiver?.type {
    case .req, .rep, .router, .stream: true
    default: false
    }
  }

  // MARK: As sentences, about what travels

  /// What the sender does, beside NET: `REQ adds the delimiter`.
  var wire: String {
    switch sender.type {
    case .req: "REQ adds the delimiter"
    case .rep: "REP puts \(envelope(frames.wire.prefix { !isBody($0) })) back"
    case .router: frames.sent.first.map { "ROUTER removes \($0.notation)" } ?? ""
    default: ""
    }
  }

  /// What the receiver does, beside OUT where no socket is named: `REP keeps it for the reply`.
  var arrival: String {
    switch receiver?.type {
    case .req: return "REQ removes the delimiter"
    case .router: return frames.received.first.map { "ROUTER adds \($0.notation)" } ?? ""
    case .rep:
      let kept = sender.type == .req ? "it" : envelope(frames.kept[...])
      return frames.kept.isEmpty ? "" : "REP keeps \(kept) for the reply"
    default: return ""
    }
  }

  private func envelope(_ frames: ArraySlice<FrameSymbol>) -> String {
    frames.count == 1 ? "the delimiter" : Array(frames).notation
  }

  private func isBody(_ frame: FrameSymbol) -> Bool {
    if case .body = frame { true } else { false }
  }

  /// Why nothing arrives, in place of the frames: `nothing, because the delimiter is missing`.
  var loss: String? {
    guard let loss = frames.loss else { return nil }
    let reason =
      switch loss {
      case .missingDelimiter: "the delimiter is missing"
      case .emptyBody: "the body is empty"
      case .nothingBehindRoutingID: "nothing stands behind the routing id"
      case .wrongRequestID: "the number of the request is missing"
      case .noRequest: "there is no request to answer"
      case .cannotSend: "\(sender.type.rawValue) cannot send"
      case .cannotReceive: "\(receiver?.type.rawValue ?? "the receiver") cannot receive"
      }
    return "nothing, because \(reason)"
  }
}
