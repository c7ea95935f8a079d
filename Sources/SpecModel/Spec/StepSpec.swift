import ZMQWire

/// One numbered arrow of a chain.
public struct StepSpec: Sendable, Hashable, Encodable {
  /// Whether a step starts something or answers.
  public enum Kind: Sendable, Hashable, Encodable {
    /// `A -> B: m`.
    case send
    /// `A <- B: r`, which answers the step at this index of the chain.
    case reply(to: Int)
  }

  /// The number in diagrams and frame lists, from 1.
  public var number: Int
  /// Whether it starts something or answers.
  public var kind: Kind
  /// The socket that the message leaves.
  public var sender: SocketID
  /// The sockets that the message reaches: one, or for PUB and XPUB one or more.
  public var receivers: [SocketID]
  /// What is said.
  public var message: MessageID
  /// On a reply: how long the one who asked waits for it.
  public var within: DurationSpec?
  /// The process that ends with this message.
  public var final: ProcessID?
  /// Frame 0 of this message, where it is not the socket's `topic`.
  public var topic: TemplateSpec?
  /// `about:`, Markdown.
  public var about: String?
  /// `in:`, the sent frames as the author believes them.
  public var assertedSent: FrameListSpec?
  /// `out:`, the received frames as the author believes them.
  public var assertedReceived: FrameListSpec?
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]
  /// Where the arrow is written.
  public var range: SourceRange

  /// A step.
  public init(
    number: Int, kind: Kind, sender: SocketID, receivers: [SocketID], message: MessageID,
    within: DurationSpec? = nil, final: ProcessID? = nil, topic: TemplateSpec? = nil, about: String? = nil,
    assertedSent: FrameListSpec? = nil, assertedReceived: FrameListSpec? = nil,
    extensions: [ExtensionSpec] = [], range: SourceRange
  ) {
    self.number = number
    self.kind = kind
    self.sender = sender
    self.receivers = receivers
    self.message = message
    self.within = within
    self.final = final
    self.topic = topic
    self.about = about
    self.assertedSent = assertedSent
    self.assertedReceived = assertedReceived
    self.extensions = extensions
    self.range = range
  }

  /// The index of the step it answers, or nil.
  public var answers: Int? { if case .reply(let index) = kind { index } else { nil } }
}

/// A span of time written in a protocol file.
public struct DurationSpec: Sendable, Hashable, Encodable {
  /// The span in microseconds.
  public var microseconds: Int64
  /// The text as written: `2s`, `250ms`.
  public var text: String
  /// Where it is written.
  public var range: SourceRange

  /// A span of time.
  public init(microseconds: Int64, text: String, range: SourceRange) {
    self.microseconds = microseconds
    self.text = text
    self.range = range
  }
}

/// Frames as the author wrote them, in the article's notation.
public struct FrameListSpec: Sendable, Hashable, Encodable {
  /// Each frame with its quotes, blanks normalised: `ping_uuid`, `''`, `'ping, count'`.
  public var frames: [String]
  /// Where each frame is written.
  public var ranges: [SourceRange]
  /// Where the list is written.
  public var range: SourceRange

  /// Frames as written.
  public init(frames: [String], ranges: [SourceRange], range: SourceRange) {
    self.frames = frames
    self.ranges = ranges
    self.range = range
  }
}
