import SpecModel

/// An end of an arrow with its names resolved.
struct ResolvedEnd: Hashable {
  /// The process.
  var process: ProcessID
  /// The socket, where it is named.
  var socket: SocketID?

  /// Whether a socket can be meant.
  func matches(_ other: SocketID) -> Bool {
    if let socket { socket == other } else { process == other.process }
  }
}

/// An arrow with its names resolved.
struct ResolvedArrow: Hashable {
  /// The end on the left.
  var left: ResolvedEnd
  /// The processes whose proxies pass the message on, from left to right.
  var through: [ResolvedEnd]
  /// The ends on the right; one for a reply.
  var right: [ResolvedEnd]
}
