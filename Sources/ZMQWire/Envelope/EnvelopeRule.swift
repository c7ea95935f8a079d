/// What a pair of sockets does to the frames of a message: the one rule of which the checker, the
/// drawings, the in-memory transport and the runtime all speak.
///
/// A message goes through three forms. *Sent* is what the program passes to `send_multipart`, *wire* is
/// what travels, *received* is what `recv_multipart` returns at the other side:
///
/// ```
///           sent                wire             received
/// REQ     [f…]          →  ['', f…]                 with ZMQ_REQ_CORRELATE: [rid, '', f…]
/// ROUTER  [<id>, f…]    →  [f…]  to <id>
/// REP     [g…]          →  [envelope…, '', g…]   (as it came with the request)
/// others  [f…]          →  [f…]
///                          [e…, '', f…]      →   [f…]         REP keeps [e…, '']
///                          ['', f…]          →   [f…]         REQ; with ZMQ_REQ_CORRELATE of [rid, '', f…]
///                          [f…]              →   [<id>, f…]   ROUTER
///                          [f…]              →   [f…]         others
/// ```
///
/// Only four types touch frames (REQ, REP, ROUTER, STREAM), and neither the transport nor the side that
/// binds changes anything. Source: RFC 28; libzmq `req.cpp`, `rep.cpp`, `router.cpp`; every row is
/// measured on the installed library by the tests.
public enum EnvelopeRule<Frame: EnvelopeFrame> {
  /// What leaves a socket.
  public enum Departure {
    /// The frames go to whichever peers the socket type chooses.
    case wire([Frame])
    /// ROUTER: the frames go to the peer that the first sent frame named.
    case addressed(to: Frame, wire: [Frame])
    /// The socket cannot send this; the reason says what libzmq does.
    case refused(Loss)
  }

  /// What reaches the program at the other side.
  public enum Arrival {
    /// The program receives `frames`; a REP has put `kept` aside for its reply.
    case received([Frame], kept: [Frame])
    /// libzmq discards the message without telling anyone.
    case dropped(Loss)
  }

  /// Why a message does not reach the program it was meant for.
  public enum Loss: String, Sendable, Equatable {
    /// REP and REQ look for an empty frame in front of the body and found none.
    case missingDelimiter
    /// There is nothing behind the delimiter.
    case emptyBody
    /// A ROUTER was handed a message without a routing id, or with nothing behind it.
    case nothingBehindRoutingID
    /// A REP has no request to answer (EFSM).
    case noRequest
    /// The socket type cannot send at all (ENOTSUP).
    case cannotSend
    /// The socket type cannot receive at all.
    case cannotReceive
    /// A REQ with ZMQ_REQ_CORRELATE receives only what begins with the number of its request.
    case wrongRequestID
  }

  /// The frames on the wire for what a program passes to a socket.
  ///
  /// - Parameters:
  ///   - sent: What the program passes to `send_multipart`.
  ///   - type: The type of the sending socket.
  ///   - kept: For REP, the envelope of the request that is answered, delimiter included; nil when there
  ///     is no request to answer.
  ///   - requestID: For REQ, the frame that ZMQ_REQ_CORRELATE puts in front; nil without that option.
  public static func depart(
    _ sent: [Frame], from type: SocketType, kept: [Frame]? = nil, requestID: Frame? = nil
  ) -> Departure {
    switch type {
    case .sub, .pull: return .refused(.cannotSend)
    case .req: return .wire((requestID.map { [$0] } ?? []) + [.empty] + sent)
    case .rep:
      guard let kept else { return .refused(.noRequest) }
      return .wire(kept + sent)
    case .router, .stream:
      guard let routingID = sent.first, sent.count > 1 else { return .refused(.nothingBehindRoutingID) }
      return .addressed(to: routingID, wire: Array(sent.dropFirst()))
    case .pair, .dealer, .pub, .xpub, .xsub, .push: return .wire(sent)
    }
  }

  /// What the program at the other side receives.
  ///
  /// - Parameters:
  ///   - wire: The frames that travelled.
  ///   - type: The type of the receiving socket.
  ///   - routingID: The name by which the receiving socket knows the sender; only ROUTER and STREAM use it.
  ///   - requestID: For REQ, the frame that ZMQ_REQ_CORRELATE has put in front of the request; nil without that
  ///     option.
  public static func arrive(
    _ wire: [Frame], at type: SocketType, from routingID: Frame, requestID: Frame? = nil
  ) -> Arrival where Frame: Equatable {
    switch type {
    case .pub, .push: return .dropped(.cannotReceive)
    case .router, .stream: return .received([routingID] + wire, kept: [])
    case .rep:
      guard let delimiter = wire.firstIndex(where: \.isEmpty) else { return .dropped(.missingDelimiter) }
      let body = wire[(delimiter + 1)...]
      guard !body.isEmpty else { return .dropped(.emptyBody) }
      return .received(Array(body), kept: Array(wire[...delimiter]))
    case .req:
      var wire = wire[...]
      if let requestID {
        guard wire.first == requestID else { return .dropped(.wrongRequestID) }
        wire = wire.dropFirst()
      }
      guard let first = wire.first, first.isEmpty else { return .dropped(.missingDelimiter) }
      guard wire.count > 1 else { return .dropped(.emptyBody) }
      return .received(Array(wire.dropFirst()), kept: [])
    case .pair, .dealer, .sub, .xsub, .xpub, .pull: return .received(wire, kept: [])
    }
  }
}

extension EnvelopeRule.Departure: Sendable where Frame: Sendable {}
extension EnvelopeRule.Departure: Equatable where Frame: Equatable {}
extension EnvelopeRule.Arrival: Sendable where Frame: Sendable {}
extension EnvelopeRule.Arrival: Equatable where Frame: Equatable {}
