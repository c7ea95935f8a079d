import ZMQWire

/// A socket of a process.
public struct SocketSpec: Sendable, Hashable, Encodable {
  /// What answers a message that is malformed, unknown or out of turn, or whose handler throws.
  public enum Otherwise: Sendable, Hashable, Encodable {
    /// It is counted, logged and dropped.
    case drop
    /// A method of the handler gets the frames and the reason.
    case handle
    /// The sender gets this message.
    case message(MessageID)
  }

  /// Which prefixes a SUB or XSUB subscribes to.
  public enum Subscription: Sendable, Hashable, Encodable {
    /// These, from the start.
    case prefixes([String])
    /// The program subscribes while it runs.
    case dynamic
  }

  /// Where the prefixes of a SUB or XSUB are written.
  public struct PrefixPlaces: Sendable, Hashable, Encodable {
    /// For each prefix, in their order, its places in the file: several where it is repeated. Empty where `subscribe:` is
    /// not written, or `dynamic`.
    public var ranges: [[SourceRange]]

    /// The places of some prefixes.
    public init(ranges: [[SourceRange]] = []) { self.ranges = ranges }
  }

  /// How its peers are known and what they read is hidden.
  public enum Security: String, Sendable, Hashable, Encodable, CaseIterable {
    /// Anybody may connect, everything is readable.
    case none
    /// A user name and a password, readable on the way.
    case plain
    /// Keys on both sides, everything is encrypted.
    case curve
  }

  /// The declared name.
  public var name: NameSpec
  /// `about:`, Markdown.
  public var about: String?
  /// The libzmq socket type.
  public var type: SocketType
  /// Where `type` is written.
  public var typeRange: SourceRange
  /// Endpoints it binds.
  public var bind: [EndpointSpec]
  /// Endpoints it connects to; those of the peer's `bind` where the file says `Process.socket` or nothing.
  public var connect: [EndpointSpec]
  /// The sockets that its chains, or its `connect`, put at the other side.
  public var peers: [SocketID]
  /// `routing_id:` of the socket, or else of its process.
  public var routingID: TemplateSpec?
  /// The name under which frame lists show its routing id: its own `shown_as`, or its process's.
  public var shownAs: String
  /// Whether an empty frame parts envelope and body in what the *program* sends and receives here.
  ///
  /// Always false where the socket type writes and strips it by itself or knows none.
  public var delimiter: Bool
  /// Where `delimiter:` is written; nil: inferred.
  public var delimiterRange: SourceRange?
  /// `topic:`, frame 0 of every message that a PUB or XPUB sends.
  public var topic: TemplateSpec?
  /// What a SUB or XSUB subscribes to; nil for other types.
  public var subscription: Subscription?
  /// Where the prefixes that `subscribe:` lists are written.
  public var prefixPlaces: PrefixPlaces
  /// `otherwise:`.
  public var otherwise: Otherwise
  /// Where `otherwise:` is written; nil: the default.
  public var otherwiseRange: SourceRange?
  /// `silence:`, after this long without a message from a peer, the process is told.
  public var silence: DurationSpec?
  /// `security:`
  public var security: Security
  /// Where `security:` is written; nil: `none` by default.
  public var securityRange: SourceRange?
  /// libzmq options by their own names.
  public var options: [OptionSpec]
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A socket from its resolved parts.
  public init(
    name: NameSpec, about: String? = nil, type: SocketType, typeRange: SourceRange, bind: [EndpointSpec] = [],
    connect: [EndpointSpec] = [], peers: [SocketID] = [], routingID: TemplateSpec? = nil, shownAs: String,
    delimiter: Bool = false, delimiterRange: SourceRange? = nil, topic: TemplateSpec? = nil,
    subscription: Subscription? = nil, prefixPlaces: PrefixPlaces = PrefixPlaces(), otherwise: Otherwise = .drop,
    otherwiseRange: SourceRange? = nil, silence: DurationSpec? = nil, security: Security = .none,
    securityRange: SourceRange? = nil, options: [OptionSpec] = [], extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.about = about
    self.type = type
    self.typeRange = typeRange
    self.bind = bind
    self.connect = connect
    self.peers = peers
    self.routingID = routingID
    self.shownAs = shownAs
    self.delimiter = delimiter
    self.delimiterRange = delimiterRange
    self.topic = topic
    self.subscription = subscription
    self.prefixPlaces = prefixPlaces
    self.otherwise = otherwise
    self.otherwiseRange = otherwiseRange
    self.silence = silence
    self.security = security
    self.securityRange = securityRange
    self.options = options
    self.extensions = extensions
  }
}
