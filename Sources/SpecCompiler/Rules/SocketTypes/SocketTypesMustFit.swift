import SpecModel
import ZMQWire

/// Two sockets can only talk when libzmq lets their types shake hands.
///
/// Over tcp and ipc an illegal pair connects and is disconnected at the handshake: no event, no retry,
/// and every send still succeeds. `inproc` does not check at all.
/// Source: RFC 23, "The Socket-Type property"; libzmq `mechanism.cpp`, `check_socket_type`.
struct SocketTypesMustFit: Rule {
  static let code: DiagnosticCode = "ZS0103"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketPairs.compactMap { pair in
      let (a, b) = (spec[pair.a].type, spec[pair.b].type)
      if a == .stream || b == .stream || a.peers.contains(b) { return nil }
      // Of two of one type, and of a socket that is to talk to itself, everything is said once.
      let advice = a == b ? "" : ", or \(a.withArticle) face \(a.peerList)"
      return error(
        at: pair.range,
        "\(a.withArticle) cannot talk to \(b.withArticle): tcp and ipc disconnect them after the handshake without a "
          + "word, and only inproc joins them",
        help: "let \(b.withArticle) face \(b.peerList)\(advice)",
        notes: (pair.a == pair.b ? [pair.a] : [pair.a, pair.b]).map(spec.typeNote))
    }
  }
}
