import SpecModel

/// Whom a client's method names.
enum Addressing {
  /// Nobody: ZeroMQ chooses, or there is only one.
  case none
  /// The peer of a ROUTER.
  case peer
  /// The way to a peer behind proxies, of so many routing ids.
  case route([Int])

  /// How a message is addressed that a socket sends.
  init(of emission: SocketProjection.Emission, through socket: SocketSpec) {
    switch emission.routeLengths {
    case [], [0]: self = .none
    case [1] where socket.type == .router: self = .peer
    case let lengths: self = .route(lengths)
    }
  }
}
