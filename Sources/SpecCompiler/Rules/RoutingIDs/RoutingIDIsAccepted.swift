import SpecModel
import ZMQWire

/// A routing id has 1 to 255 bytes, and the first is not zero: those ids are libzmq's own.
///
/// Source: man zmq_setsockopt, ZMQ_ROUTING_ID; libzmq accepts a zero byte and may then give the same id
/// to somebody else (measured).
struct RoutingIDIsAccepted: Rule {
  static let code: DiagnosticCode = "ZS0303"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for process in spec.processes {
      for template in Set([process.routingID].compactMap(\.self) + process.sockets.compactMap(\.routingID)) {
        guard let problem = problem(in: template) else { continue }
        found.append(error(at: template.range, problem.message, help: problem.help))
      }
    }
    return found
  }

  private static func problem(in template: TemplateSpec) -> (message: String, help: String)? {
    var length = 0
    for case .literal(let text) in template.pieces { length += text.utf8.count }
    if length > 255 {
      return (
        "a routing id has at most 255 bytes, and this has \(length): libzmq refuses it with EINVAL",
        "write a shorter name"
      )
    }
    if template.literalPrefix.utf8.first == 0 {
      return (
        "a routing id does not begin with a zero byte: those ids are libzmq's own, and two peers might get the same",
        "begin it with a letter"
      )
    }
    return nil
  }
}
