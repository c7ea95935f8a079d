/// Which of its socket's connections a message has come on.
public enum Connection: Sendable, Hashable {
  /// One that stands, by a number that no other open connection of the socket has.
  case open(Int)
  /// One that does not stand any more: the message was its peer's last.
  case ended
  /// The transport does not tell connections apart.
  case unknown
}

/// What has become of one of a socket's connections.
public enum ConnectionChange: Sendable, Hashable {
  /// One has begun, under this number.
  case begun(Int)
  /// The one of this number has ended; the number may be used again.
  case ended(Int)
}
