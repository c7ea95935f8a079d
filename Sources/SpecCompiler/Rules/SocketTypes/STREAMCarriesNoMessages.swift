import SpecModel

/// A STREAM socket speaks to programs without ZeroMQ: bytes without frames, so no declared message fits.
///
/// Source: man zmq_socket, ZMQ_STREAM.
struct STREAMCarriesNoMessages: Rule {
  static let code: DiagnosticCode = "ZS0107"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketIDs.filter { spec[$0].type == .stream }.map { id in
      error(
        at: spec[id].typeRange,
        "a STREAM carries bytes and not messages: nothing can be generated for \(spec.socket(id))",
        help: "use DEALER and ROUTER between programs that both speak ZeroMQ, and leave raw TCP out of the protocol")
    }
  }
}
