import SpecModel

/// The frames of all steps of a page's protocol, as the programs at both ends see them.
struct PageFrames {
  private let spec: ProtocolSpec
  private let steps: [[StepFrames]]
  private let answers: AnswerPlaces

  /// The frames of a protocol.
  init(_ spec: ProtocolSpec) {
    self.spec = spec
    steps = spec.chains.map { spec.frames(of: $0) }
    answers = AnswerPlaces(spec)
  }

  /// What the sender's program writes, where the message is first used.
  func sent(_ uses: [SocketProjection.Use]) -> [FrameSymbol]? { first(uses)?.hops.first?.sent }

  /// What the receiver's program sees, where the message is first used.
  func received(_ uses: [SocketProjection.Use]) -> [FrameSymbol]? { first(uses)?.hops.last?.received }

  /// The first step in which a message answers one of some requests.
  func answer(_ message: MessageID, to requests: [SocketProjection.Use]) -> SocketProjection.Use? {
    answers.use(of: message, to: requests, in: spec)
  }

  /// What the program writes that refuses what it has received: it goes back in the envelope in which that came.
  func refusal(_ message: MessageID, sentFor received: [SocketProjection.Use]) -> [FrameSymbol]? {
    first(received)?.hops.last.map { $0.received.prefix($0.envelopeLength) + spec[message].bodyFrames(in: spec) }
  }

  /// What the program sees whose request is refused: it comes in the envelope in which an answer would.
  func refusal(_ message: MessageID, receivedFor requests: [SocketProjection.Use]) -> [FrameSymbol]? {
    answers.first(to: requests).flatMap { refusal(message, sentFor: [$0]) }
  }

  private func first(_ uses: [SocketProjection.Use]) -> StepFrames? { uses.first.map { steps[$0.chain][$0.step] } }
}
