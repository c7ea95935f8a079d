import ZMQWire

/// Everything about a socket that is decided before it is opened.
///
/// Generated code fills it from the protocol file; a program changes what differs where it runs:
///
/// ```swift
/// var pong = PingPong.PongProc(pings: PongLogic())
/// pong.sockets.pings.bind = ["tcp://127.0.0.1:*"]
/// ```
public struct SocketConfiguration: Sendable {
  /// The socket type that the protocol names.
  public let type: SocketType
  /// The endpoints to bind.
  public var bind: [String]
  /// The endpoints to connect to.
  public var connect: [String]
  /// The id by which ROUTERs know this socket; nil: libzmq makes one up at each connection.
  public var routingID: RoutingID?
  /// Whether an empty frame parts envelope and body in what is sent and received here.
  public let delimiter: Bool
  /// How many routing ids stand in front of the body where a message comes through proxies and no delimiter ends its
  /// envelope: one for each ROUTER on the way; nil: as the socket type has it.
  public let envelopeFrames: Int?
  /// Whether frame 0 is a topic.
  public let hasTopic: Bool
  /// What a SUB receives: messages whose first frame begins with one of these.
  public var subscriptions: [[UInt8]]
  /// libzmq options by their own names, in lower case and without `ZMQ_`, in libzmq's units.
  public var options: [String: SocketOption]
  /// A longer body, in bytes over all its frames, is refused, counted and answered by `otherwise`, and so is a longer
  /// envelope.
  public var maximumMessageSize: Int
  /// A message with more frames, envelope included, is refused, counted and answered by `otherwise`.
  public var maximumFrameCount = 1024
  /// What the codecs accept of a peer: how deep, and whether a key may stand twice.
  public var limits = CodecLimits.default
  /// What is kept when libzmq takes nothing more, and what becomes of the rest.
  public var outbound = OutboundQueue.none
  /// How many of its peers' subscriptions a PUB counts.
  public var subscriptionLimits = SubscriptionLimits()
  /// So long an element of a stream waits for a peer that takes nothing; then its handler is told (`RequestError.timedOut`):
  /// whoever asks for streams and reads none would keep every handler.
  public var elementLimit: Duration = .seconds(30)
  /// How it proves who it is, and whom it lets in; memory, which nobody else reads, does not ask.
  public var security: SocketSecurity
  /// The mechanism that the protocol asks for; nil: the program chooses.
  private let mechanism: SecurityMechanism?
  /// After this long without any message from a peer the handler is told; nil: never.
  public var silence: Duration?
  /// A peer of a ROUTER that has said nothing for so long is forgotten, and so are the peers beyond 100,000.
  public var peerMemory: Duration = .seconds(3600)
  /// Who is told what happens to its connections; nil: nobody. libzmq tells of tcp and ipc.
  public var events: SocketEvents?
  /// How many messages may be in the hands of suspended handlers at a time.
  public var concurrency: Int

  /// The configuration of a socket.
  ///
  /// - Parameters:
  ///   - maximumMessageSize: 64 MiB unless said otherwise. libzmq itself cuts a peer off only at a frame of
  ///     four times that, so that there is someone left who can be told.
  ///   - concurrency: 1 for REP, SUB and PULL, whose order matters; 64 for all others.
  public init(
    _ type: SocketType, bind: [String] = [], connect: [String] = [], routingID: RoutingID? = nil,
    delimiter: Bool = false, envelopeFrames: Int? = nil, hasTopic: Bool = false, subscriptions: [String] = [],
    options: [String: SocketOption] = [:], security: SocketSecurity = .none, silence: Duration? = nil,
    maximumMessageSize: Int = 64 << 20,
    concurrency: Int? = nil
  ) {
    self.type = type
    self.bind = bind
    self.connect = connect
    self.routingID = routingID
    self.delimiter = delimiter
    self.envelopeFrames = envelopeFrames
    self.hasTopic = hasTopic
    self.subscriptions = subscriptions.map { Array($0.utf8) }
    self.options = options
    self.security = security
    mechanism = security.mechanism
    self.silence = silence
    self.maximumMessageSize = maximumMessageSize
    let keepsOrder = [.rep, .sub, .xsub, .pull].contains(type)
    self.concurrency = concurrency ?? (keepsOrder ? 1 : 64)
  }

  /// The socket type that is opened.
  ///
  /// A ROUTER stands in for a REP: it is frame-identical for its peers, but need not answer a message
  /// before it may take the next, so one bad message cannot stop a server. An XPUB stands in for a PUB: it
  /// knows its subscribers.
  public var openedType: SocketType {
    switch type {
    case .rep: .router
    case .pub: .xpub
    default: type
    }
  }
}

extension SocketConfiguration {
  /// Makes sure that a socket is never more open than its protocol says.
  ///
  /// - Throws: `TransportError` where the keys or passwords are missing, or are for another mechanism.
  package func checkSecurity() throws(TransportError) {
    if case .required(let mechanism) = security {
      throw TransportError(
        operation: "open", subject: "a \(type.rawValue)", code: 0,
        reason:
          "the protocol asks for \(mechanism.rawValue), and \(mechanism == .curve ? "no keys are" : "no password is") given",
        remedy: "set the socket's `security` before the process runs")
    }
    guard let mechanism, security.mechanism != mechanism else { return }
    throw TransportError(
      operation: "open", subject: "a \(type.rawValue)", code: 0,
      reason: "the protocol asks for \(mechanism.rawValue), and the socket's `security` is "
        + (security.mechanism?.rawValue ?? "none"),
      remedy: "give it the keys or passwords of \(mechanism.rawValue)")
  }
}

/// The value of a libzmq option.
public enum SocketOption: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral
{
  /// Numbers, milliseconds, bytes.
  case int(Int)
  /// Texts and binary values.
  case string(String)

  /// A number in libzmq's unit.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A flag.
  public init(booleanLiteral value: Bool) { self = .int(value ? 1 : 0) }
}
