import SpecModel
import ZMQWire

// How diagnostics speak of the parts of a protocol, so that all rules speak alike.

extension ProtocolSpec {
  /// `socket 'pings' of 'PongProc'`.
  func socket(_ id: SocketID) -> String { "socket '\(self[id].name)' of '\(self[id.process].name)'" }

  /// `the REP 'pings' of 'PongProc'`.
  func the(_ id: SocketID) -> String {
    "the \(self[id].type.rawValue) '\(self[id].name)' of '\(self[id.process].name)'"
  }

  /// A note at a socket's type: `'pings' of 'PongProc' is a REP`.
  func typeNote(_ id: SocketID) -> Diagnostic.Note {
    let socket = self[id]
    return Diagnostic.Note(
      "'\(socket.name)' of '\(self[id.process].name)' is \(socket.type.withArticle) here", at: socket.typeRange)
  }
}

extension SocketType {
  /// `a REP`, `an XPUB`.
  var withArticle: String { (rawValue.hasPrefix("X") ? "an " : "a ") + rawValue }

  /// The types it may face, for a sentence: `REQ, DEALER and ROUTER`.
  var peerList: String {
    SocketType.allCases.filter(peers.contains).map(\.rawValue).joinedAsList()
  }
}

extension [String] {
  /// `REQ, DEALER and ROUTER`.
  func joinedAsList(_ conjunction: String = "and") -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension Sequence<NameSpec> {
  /// The names in single quotes: `'Display' and 'Logger'`.
  func quotedList(_ conjunction: String = "and") -> String {
    map { "'\($0)'" }.joinedAsList(conjunction)
  }
}
