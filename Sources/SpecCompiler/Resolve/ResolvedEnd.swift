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
