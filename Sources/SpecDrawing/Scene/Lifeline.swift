import SpecModel

/// A socket as a diagram shows it.
struct Lifeline: Hashable {
  /// The socket.
  var socket: SocketID
  /// The place of its process in `Scene.participants`.
  var participant: Int
  /// The socket type: `REQ`.
  var type: String
  /// What it subscribes to; nil for other types than SUB and XSUB.
  var subscription: SocketSpec.Subscription?

  /// `[REQ]`.
  var box: String { "[\(type)]" }
}
