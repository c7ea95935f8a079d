extension SocketType {
  /// How many of the frames that a socket of this type received stand in front of the body.
  ///
  /// ```
  /// REP, opened as a ROUTER      [<id>, e…, '' | f…]
  /// ROUTER with a delimiter      [<id>, e…, '' | f…]      e…: further hops, a REQ's correlation id
  /// ROUTER without               [<id> | f…]
  /// DEALER with a delimiter      [e…, '' | f…]
  /// SUB, XSUB with a topic       [topic | f…]
  /// all others                   [ | f…]
  /// ```
  ///
  /// The delimiter is the *first* empty frame, wherever it stands: `ZMQ_REQ_CORRELATE` puts a frame of its
  /// own in front of it. Source: RFC 28; libzmq `rep.cpp`, `req.cpp`.
  ///
  /// - Parameters:
  ///   - delimiter: Whether the program's own messages have a delimiter here (DEALER, ROUTER).
  ///   - hasTopic: Whether frame 0 is a topic (SUB, XSUB).
  ///   - frameCount: How many frames there are.
  ///   - isEmpty: Whether the frame at an index below `frameCount` has no bytes.
  /// - Returns: The count, or nil where the delimiter is missing.
  @inlinable
  public func envelopeLength(
    delimiter: Bool, hasTopic: Bool, frameCount: Int, isEmpty: (Int) -> Bool
  ) -> Int? {
    let firstCandidate: Int
    switch self {
    case .rep: firstCandidate = 1
    case .router where delimiter: firstCandidate = 1
    case .dealer where delimiter: firstCandidate = 0
    case .router, .stream: return 1
    case .sub, .xsub: return hasTopic ? 1 : 0
    default: return 0
    }
    var index = firstCandidate
    while index < frameCount {
      if isEmpty(index) { return index + 1 }
      index += 1
    }
    return nil
  }
}
