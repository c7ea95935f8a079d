import SpecModel
import ZMQWire

/// What binds `inproc://zeromq.zap.01` answers libzmq's requests: a REP or a ROUTER.
///
/// libzmq asks there, as a REQ, about every peer that wants to connect to a socket with `plain` or `curve`.
/// Source: RFC 27.
struct ZAPHandlerAnswers: Rule {
  static let code: DiagnosticCode = "ZS0814"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs where spec[id].type != .rep && spec[id].type != .router {
      for endpoint in spec[id].bind where endpoint.isZAP {
        found.append(
          error(
            at: endpoint.address.range,
            "libzmq asks at '\(endpoint.address.text)' whether a peer may connect, and \(spec[id].type.withArticle) cannot "
              + "answer: nobody is let in",
            help: "make \(spec.socket(id)) a REP or a ROUTER, or bind another name", notes: [spec.typeNote(id)]))
      }
    }
    return found
  }
}

extension EndpointSpec {
  /// Whether it is where libzmq asks who may connect (RFC 27).
  var isZAP: Bool { address.text == "inproc://zeromq.zap.01" }
}
