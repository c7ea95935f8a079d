import ZMQWire

/// A socket of a transport, as the runtime uses it: on the loop's thread, never blocking.
public protocol TransportSocket: AnyObject {
  /// Called on the loop when a message may be waiting, again after each that was received.
  var onReadable: (() -> Void)? { get set }

  /// Called on the loop when a message may be accepted, while `wantsWritable` is true.
  var onWritable: (() -> Void)? { get set }

  /// Called on the loop when connections of a ROUTER have begun or ended, as far as the transport is told; in the order
  /// of time.
  var onConnections: (([ConnectionChange]) -> Void)? { get set }

  /// Called on the loop with a reply that was held and then did not leave, and with what has become of it; without frames
  /// when it was torn.
  var onUnsentReply: ((consuming FrameWriter, Result<SendResult, TransportError>) -> Void)? { get set }

  /// Passes on the replies that are held (`ReceivedMessage.hold`), so that what follows does not overtake them. The
  /// transport does it by itself when no further message waits, and before it sleeps.
  ///
  /// - Returns: Whether there were any.
  @discardableResult
  func passReplies() -> Bool

  /// Whether a connection stands of which was told that it has begun, and not that it has ended: some end without a word.
  func stands(_ connection: Int) -> Bool

  /// Whether a message is waiting to be sent.
  var wantsWritable: Bool { get set }

  /// The endpoints as bound: a wildcard port is replaced by the port that was chosen.
  var boundEndpoints: [String] { get }

  /// A place to receive this socket's messages into, again and again.
  func makeMessage() -> any ReceivedMessage

  /// Passes a message on, all its frames or none.
  func send(_ message: borrowing FrameWriter) throws(TransportError) -> SendResult

  /// Passes a message on as it was received, all its frames moved: what a proxy does.
  ///
  /// - Parameter message: One that was received on a socket of the same transport; whole still when it is not sent.
  func forward(_ message: any ReceivedMessage) throws(TransportError) -> SendResult

  /// Connects to one more endpoint.
  func connect(to endpoint: String) throws(TransportError)

  /// Disconnects from an endpoint, written as it was connected to.
  func disconnect(from endpoint: String) throws(TransportError)

  /// Binds one more endpoint, and tells it as bound.
  func bind(to endpoint: String) throws(TransportError) -> String

  /// Gives an endpoint free, written as it was told when it was bound.
  func unbind(from endpoint: String) throws(TransportError)

  /// Adds a prefix to what a SUB receives.
  func subscribe(to prefix: [UInt8]) throws(TransportError)

  /// Takes a prefix away; it must have been added as often as it is to be taken away.
  func unsubscribe(from prefix: [UInt8]) throws(TransportError)

  /// Closes the socket; what was sent still leaves within `linger`.
  func close()
}

// A transport that passes every reply on at once need not say so.

extension TransportSocket {
  /// Never called.
  public var onUnsentReply: ((consuming FrameWriter, Result<SendResult, TransportError>) -> Void)? {
    get { nil }
    set {}
  }

  /// There are none.
  public func passReplies() -> Bool { false }
}

extension ReceivedMessage {
  /// Every reply is to be passed on by itself.
  public func hold(envelope: Int, body: borrowing FrameWriter) -> Bool { false }
}

/// What became of a message that was to be sent.
public enum SendResult: Sendable, Equatable {
  /// The transport has taken it.
  case sent
  /// No peer can take it now: none is there, or its queue is full.
  case wouldBlock
  /// A ROUTER knows no peer of that routing id (any more).
  case unroutable
  /// Its peer died between two of its frames; what was sent of it is lost.
  case torn
}

/// A message in the place where the transport has put it; the bytes stay there.
public protocol ReceivedMessage: AnyObject {
  /// Takes the next message of the socket that has made this; what it held is lost.
  ///
  /// - Returns: false when no message is waiting.
  func receive() throws(TransportError) -> Bool

  /// Passes a message on, on the same socket, in the envelope of this one: its first `envelope` frames, moved and not
  /// copied, then the frames of `body`.
  ///
  /// - Parameter keepingEnvelope: Whether the envelope will be wanted again, for the next element of a stream: it is
  ///   then shared, and still not copied where it is long.
  func reply(
    envelope: Int, body: borrowing FrameWriter, keepingEnvelope: Bool
  ) throws(TransportError) -> SendResult

  /// Takes a reply as `reply` does, but lets it leave with others, where the transport finds that better: while messages
  /// come faster than one by one. Its envelope is moved at once.
  ///
  /// - Returns: false when the reply is to be passed on by itself.
  func hold(envelope: Int, body: borrowing FrameWriter) -> Bool

  /// Which of its socket's connections it has come on.
  ///
  /// Whatever has ended before it came is reported first (`onConnections`). To be asked before its frames are moved, and
  /// not of every message: it costs a call or two of the transport's.
  var connection: Connection { get }

  /// How many frames it has.
  var frameCount: Int { get }

  /// Whether it had more frames than the transport keeps.
  var isTruncated: Bool { get }

  /// The bytes of a frame; valid until the next `receive` into this message.
  ///
  /// - Parameter index: Below `frameCount`; anything else gives no bytes.
  func frame(_ index: Int) -> UnsafeBufferPointer<UInt8>
}
