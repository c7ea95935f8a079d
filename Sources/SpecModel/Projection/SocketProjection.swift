/// What one socket sends and receives, gathered from all chains: the source of handler protocols,
/// clients, reference pages and `zmqspec project`.
public struct SocketProjection: Sendable, Hashable {
  /// A step that uses a message: the chain's index and the step's.
  public struct Use: Sendable, Hashable {
    /// The index in `ProtocolSpec.chains`.
    public var chain: Int
    /// The index in `ChainSpec.steps`.
    public var step: Int

    /// The use in this step.
    public init(chain: Int, step: Int) {
      self.chain = chain
      self.step = step
    }
  }

  /// What answers a message, over all chains and all branches.
  ///
  /// ```
  /// elements   replies
  /// none       none       nothing: the message asks nothing
  /// none       one        a message
  /// none       several    one of several: the branches of an `alt`, or what different chains say
  /// some       some       a stream of elements, then the one that closes it
  /// some       none       a stream that has no last one
  /// ```
  public struct Answers: Sendable, Hashable {
    /// Replies inside a loop that the request is outside of, in the order of first use.
    public var elements: [MessageID]
    /// Replies that close the request, in the order of first use.
    public var replies: [MessageID]

    /// Answers; without any, of a message that asks nothing.
    public init(elements: [MessageID] = [], replies: [MessageID] = []) {
      self.elements = elements
      self.replies = replies
    }

    /// Whether the message asks nothing.
    public var isEmpty: Bool { elements.isEmpty && replies.isEmpty }
    /// Whether any number of messages may come before the last one.
    public var isStream: Bool { !elements.isEmpty }
    /// Elements and replies.
    public var all: [MessageID] { elements + replies.filter { !elements.contains($0) } }

    /// Adds what else answers the message.
    public mutating func formUnion(_ other: Answers) {
      elements.appendNew(other.elements)
      replies.appendNew(other.replies)
    }

    mutating func add(_ step: StepSpec) {
      if step.isStreamElement { elements.appendNew([step.message]) } else { replies.appendNew([step.message]) }
    }
  }

  /// A message that is received and is not an answer: a method of the handler.
  public struct Reception: Sendable, Hashable {
    /// What is received.
    public var message: MessageID
    /// What it is answered with.
    public var answers: Answers
    /// Whether the receiving process ends with it.
    public var isFinal: Bool
    /// Whether it is only sent by the runtime of its sender, again and again (`every`): a sign of life.
    public var isPeriodic: Bool
    /// Where, in the order of the file.
    public var uses: [Use]

    /// Whether it says no more than that its sender is there: a handler need do nothing.
    public var isSignOfLife: Bool { isPeriodic && answers.isEmpty }
    /// The replies that close it; empty for a message that asks nothing.
    public var replies: [MessageID] { answers.replies }
  }

  /// A message that is sent and is not an answer: a method of the client, or a task of the runtime.
  public struct Emission: Sendable, Hashable {
    /// What is sent.
    public var message: MessageID
    /// What answers it.
    public var answers: Answers
    /// How long the client waits for each answer; the longest that the chains say.
    public var within: DurationSpec?
    /// How often the runtime sends it by itself; the shortest that the chains say.
    public var every: DurationSpec?
    /// Whether the program sends it as well, or alone: some step says it without `every`.
    public var isSpoken: Bool
    /// How many routing ids the sender writes in front of it, on one way or another, the fewest first: one for each
    /// ROUTER that sends it on, its own included.
    public var routeLengths: [Int]
    /// The topic it is published under.
    public var topic: TemplateSpec?
    /// What the other side's `otherwise` may answer instead.
    public var refusals: [MessageID]
    /// Where, in the order of the file.
    public var uses: [Use]

    /// The replies that close it; empty for a message that asks nothing.
    public var replies: [MessageID] { answers.replies }
    /// How long the client waits for each answer, also where no chain says it.
    public var wait: DurationSpec { within ?? .usualWait }
  }

  /// What it receives, in the order of first use.
  public var receptions: [Reception]
  /// What it sends, in the order of first use.
  public var emissions: [Emission]
  /// The socket on whose other side everything is passed on, where a proxy of its process does that.
  public var proxied: SocketID?
}

extension [MessageID] {
  mutating func appendNew(_ messages: [MessageID]) {
    for message in messages where !contains(message) { append(message) }
  }
}
