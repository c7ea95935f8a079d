import SpecModel

/// A process that there are many of needs a routing id with a placeholder in it.
///
/// A ROUTER keeps the first peer with an id; the second connects, its sends succeed, and it is never
/// heard (ZMQ_ROUTER_HANDOVER=0), or it pushes the first one out (=1). Source: man zmq_setsockopt; measured.
struct EveryInstanceHasItsOwnRoutingID: Rule {
  static let code: DiagnosticCode = "ZS0304"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for process in spec.processes where process.count == .many {
      for template in Set([process.routingID].compactMap(\.self) + process.sockets.compactMap(\.routingID)) {
        guard template.placeholders.isEmpty, !template.text.isEmpty else { continue }
        found.append(
          error(
            at: template.range,
            "every '\(process.name)' has the routing id '\(template.text)': a ROUTER listens to one of them and never "
              + "hears the others",
            help: "put a parameter into it, such as `routing_id: \"\(template.text)-{name}\"`",
            notes: [Diagnostic.Note("there are many '\(process.name)'", at: process.name.range)],
            fix: [Edit(template.range, ScalarForm.doubleQuoted(template.text + "-{name}"))]))
      }
    }
    return found
  }
}
