import SpecModel
import ZMQWire

/// What an XSUB sends to a PUB is read as a subscription or thrown away; the program never sees it.
///
/// (The other types that cannot receive face only types that cannot send.)
/// Source: RFC 29; man zmq_socket, ZMQ_PUB.
struct PUBNeverReceives: Rule {
  static let code: DiagnosticCode = "ZS0105"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps {
        for hop in step.hops where spec[hop.sender].type.canSend {
          for receiver in hop.receivers {
            guard !spec[receiver].type.canReceive, spec.fit(hop.sender, receiver) else { continue }
            found.append(
              error(
                at: step.range,
                "\(spec[receiver].type.withArticle) never receives: libzmq throws '\(spec[step.message].name)' away",
                help: "make \(spec.socket(receiver)) an XPUB, which receives what its XSUBs send",
                notes: [spec.typeNote(receiver)]))
          }
        }
      }
    }
    return found
  }
}
