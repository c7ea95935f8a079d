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
  /// Its way from socket to socket: one hop, or through proxies several. Never empty.
  public var hops: [HopSpec]
  /// What is said.
  public var message: MessageID
  /// Whether it is a reply inside a `loop` that its request is outside of: one element of a stream. Any other reply
  /// closes its request.
  public var isStreamElement: Bool
  /// On a reply: how long the one who asked waits for it.
  public var within: DurationSpec?
  /// `every:`, the runtime of the sender sends the message by itself, this often.
  public var every: DurationSpec?
  /// `lost: true`: the message does not arrive; through proxies, it is lost on the last hop.
  public var isLost: Bool
  /// The process that ends with this message.
  public var final: ProcessID?
  /// Frame 0 of this message, where it is not the socket's `topic`.
  public var topic: TemplateSpec?
  /// `about:`, Markdown.
  public var about: String?
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]
  /// Where the arrow is written.
  public var range: SourceRange

  /// A step.
  public init(
    number: Int, kind: Kind, hops: [HopSpec], message: MessageID, isStreamElement: Bool = false,
    within: DurationSpec? = nil, every: DurationSpec? = nil, isLost: Bool = false, final: ProcessID? = nil,
    topic: TemplateSpec? = nil, about: String? = nil, extensions: [ExtensionSpec] = [], range: SourceRange
  ) {
    self.number = number
    self.kind = kind
    self.hops = hops
    self.message = message
    self.isStreamElement = isStreamElement
    self.within = within
    self.every = every
    self.isLost = isLost
    self.final = final
    self.topic = topic
    self.about = about
    self.extensions = extensions
    self.range = range
  }

  /// The socket that the message first leaves.
  public var sender: SocketID { hops[0].sender }
  /// The sockets that the message reaches in the end: one, or for PUB and XPUB one or more.
  public var receivers: [SocketID] { hops[hops.count - 1].receivers }

  /// The label of a hop in diagrams and frame lists: `1`, or where there are several `1a`, `1b`.
  public func label(ofHop hop: Int) -> String {
    hops.count == 1 ? "\(number)" : "\(number)\(StepSpec.letters(hop))"
  }

  /// `a` … `z`, `aa`, …
  private static func letters(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    guard index >= alphabet.count else { return String(alphabet[max(0, index)]) }
    return letters(index / alphabet.count - 1) + String(alphabet[index % alphabet.count])
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

  /// How long a client waits for an answer where the file says nothing about it.
  public static let usualWait = DurationSpec(microseconds: 5_000_000, text: "5s", range: .beginning)

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
