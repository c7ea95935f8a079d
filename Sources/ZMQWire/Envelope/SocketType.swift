/// A stable libzmq socket type.
///
/// The draft types (CLIENT, SERVER, RADIO, …) are missing on purpose: on a library built without them
/// `zmq_socket` still succeeds and the process aborts at the first TCP handshake.
public enum SocketType: String, Sendable, Hashable, CaseIterable, Codable {
  case pair = "PAIR"
  case req = "REQ"
  case rep = "REP"
  case dealer = "DEALER"
  case router = "ROUTER"
  case pub = "PUB"
  case sub = "SUB"
  case xpub = "XPUB"
  case xsub = "XSUB"
  case push = "PUSH"
  case pull = "PULL"
  case stream = "STREAM"
}

extension SocketType {
  /// The socket types that libzmq lets this one shake hands with over tcp and ipc.
  ///
  /// `inproc` does not check the types and even delivers between some pairs that no network transport
  /// would ever connect, so a protocol that was only tried in one process can still be wrong.
  /// Source: RFC 23, "The Socket-Type property"; libzmq `mechanism.cpp`, `check_socket_type`.
  public var peers: Set<SocketType> {
    switch self {
    case .pair: [.pair]
    case .req: [.rep, .router]
    case .rep: [.req, .dealer]
    case .dealer: [.rep, .dealer, .router]
    case .router: [.req, .dealer, .router]
    case .pub, .xpub: [.sub, .xsub]
    case .sub, .xsub: [.pub, .xpub]
    case .push: [.pull]
    case .pull: [.push]
    case .stream: []
    }
  }

  /// Whether a program may pass a message to this socket (`zmq_msg_send`).
  ///
  /// XSUB sends subscriptions and, to an XPUB, messages of its own.
  public var canSend: Bool { self != .sub && self != .pull }

  /// Whether a program may take a message from this socket (`zmq_msg_recv`).
  public var canReceive: Bool { self != .pub && self != .push }

  /// Whether sending and receiving must take turns (RFC 28: REQ and REP).
  public var isLockstep: Bool { self == .req || self == .rep }

  /// Whether an empty frame between envelope and body is the program's own choice.
  ///
  /// REQ always writes one and REP always needs one; all other types know no envelope.
  public var choosesDelimiter: Bool { self == .dealer || self == .router }

  /// Whether each message goes to one of several peers in turn.
  public var roundRobins: Bool { self == .req || self == .dealer || self == .push }
}
