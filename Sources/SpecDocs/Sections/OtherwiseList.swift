import SpecModel

/// Sockets by what they do with a message that is wrong.
struct OtherwiseList {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The sockets; what comes first stands first.
  let sockets: [SocketID]

  /// Each outcome with its sockets.
  var outcomes: [(sockets: [SocketID], outcome: SocketSpec.Otherwise)] {
    var order: [SocketSpec.Otherwise] = []
    var by: [SocketSpec.Otherwise: [SocketID]] = [:]
    for socket in sockets {
      let otherwise = spec[socket].otherwise
      if by[otherwise] == nil { order.append(otherwise) }
      if by[otherwise]?.contains(socket) != true { by[otherwise, default: []].append(socket) }
    }
    return order.map { (by[$0] ?? [], $0) }
  }
}
