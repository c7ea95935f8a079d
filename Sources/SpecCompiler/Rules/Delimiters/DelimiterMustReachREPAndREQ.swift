import SpecModel
import ZMQWire

/// REQ and REP find the body behind an empty frame; a message without one is discarded.
///
/// ```
/// DEALER IN ['ping, count']  →  wire ['ping, count']  →  REP receives nothing, the sender sees no error
/// ```
///
/// Proxies pass on what they get, so the empty frame comes from the first socket of the way, whatever stands between.
/// A REQ that is sent a reply without the delimiter even closes the connection over tcp and ipc.
/// Source: RFC 28; libzmq `rep.cpp`, `req.cpp` (`req_session_t::push_msg`); measured.
struct DelimiterMustReachREPAndREQ: Rule {
  static let code: DiagnosticCode = "ZS0203"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var seen: Set<SocketPair.Key> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where spec.fit(step) {
        for receiver in step.receivers {
          let isDirect = step.hops.count == 1
          guard let loss = loss(from: step.sender, to: receiver, isDirect: isDirect, in: spec) else { continue }
          guard seen.insert(SocketPair.Key(step.sender, receiver)).inserted else { continue }
          let silent = spec[step.sender].type.choosesDelimiter ? step.sender : receiver
          let isWritten = spec[silent].delimiterRange != nil
          found.append(
            error(
              at: step.range, loss,
              help: isWritten
                ? "remove `delimiter: false` from \(spec.socket(silent)): it is inferred"
                : "write `delimiter: true` on \(spec.socket(silent))",
              notes: [
                Diagnostic.Note(
                  "'\(spec[silent].name)' is declared \(spec[silent].type.withArticle) without delimiter here",
                  at: spec[silent].delimiterRange ?? spec[silent].typeRange)
              ], fix: spec[silent].delimiterRange.map { [.removingEntry(at: $0)] } ?? []))
        }
      }
    }
    return found
  }

  private static func loss(
    from sender: SocketID, to receiver: SocketID, isDirect: Bool, in spec: ProtocolSpec
  ) -> String? {
    let (sender, receiver) = (spec[sender], spec[receiver])
    let way = isDirect ? "" : ", and the proxies on the way add none"
    switch (sender.type, receiver.type) {
    case (.dealer, .rep) where !sender.delimiter, (.router, .rep) where !sender.delimiter:
      return "REP drops this message: the \(sender.type.rawValue) sends no delimiter\(way)"
    // A REQ always speaks first, so this tells of its replies too.
    case (.req, .router) where !receiver.delimiter, (.req, .dealer) where !receiver.delimiter && !isDirect:
      return
        "REQ drops the reply to this message: the \(receiver.type.rawValue) sends no delimiter, and takes the REQ's "
        + "for the body"
    default: return nil
    }
  }
}
