import SpecModel
import ZMQWire

/// Where the sockets write a delimiter, the layout does not begin with another empty frame.
///
/// A warning: libzmq passes the second one on as the first frame of the body, and both sides then agree on it, but other
/// programs of the same protocol will not. Source: RFC 28; RFC 7, whose REQUEST begins with the one empty frame that a REQ
/// writes by itself.
struct DelimiterIsWrittenOnce: Rule {
  static let code: DiagnosticCode = "ZS0205"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var seen: Set<MessageID> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where spec[step.sender].delimiter || spec[step.sender].type.isLockstep {
        guard let layout = spec[step.message].layout.declared, let first = spec[layout].frames.first,
          first.content == .empty, spec.fit(step), seen.insert(step.message).inserted
        else { continue }
        let writer =
          spec[step.sender].type.isLockstep
          ? "\(spec[step.sender].type.withArticle) writes one by itself" : "\(spec.the(step.sender)) writes one"
        found.append(
          warning(
            at: first.range,
            "'\(spec[step.message].name)' travels with two empty frames in front: \(writer), and this is the second",
            help: "remove `empty` from the layout",
            notes: [Diagnostic.Note("'\(spec[step.message].name)' is sent here", at: step.range)]))
      }
    }
    return found
  }
}
