import SpecModel
import ZMQWire

/// Every message has at least one frame of its own.
///
/// Behind the delimiter of a REQ or REP, and behind the routing id that a ROUTER takes off, libzmq wants one: it discards
/// the message otherwise, and a REQ that gets nothing behind the delimiter loses its connection over tcp. Elsewhere there
/// is nothing to send at all. Source: RFC 28, REQ and REP, "one or more data frames"; measured.
struct MessageHasAFrame: Rule {
  static let code: DiagnosticCode = "ZS0204"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var seen: Set<MessageID> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where (step.topic ?? spec[step.sender].topic) == nil && spec.fit(step) {
        guard let layout = spec[step.message].layout.declared, seen.insert(step.message).inserted else { continue }
        let message = spec[step.message]
        guard MessageShape(of: message, in: spec).minimum == 0 else { continue }
        let rest = message.args.first(where: \.isRest)
        found.append(
          error(
            at: step.range, "'\(message.name)' can be without any frame: \(effect(step, in: spec))",
            help: rest.map { "write `\($0.name)...: { type: …, length: 1.. }`, or a constant or `$type` in front" }
              ?? "write a constant or `$type` in front, or an argument that is always there",
            notes: [
              Diagnostic.Note("its layout '\(spec[layout].name)' is declared here", at: spec[layout].name.range)
            ]))
      }
    }
    return found
  }

  private static func effect(_ step: StepSpec, in spec: ProtocolSpec) -> String {
    let types = [spec[step.sender].type] + step.receivers.map { spec[$0].type }
    if types.contains(.req) || types.contains(.rep) {
      return "REQ and REP discard what has nothing behind the delimiter, without a word"
    }
    if types.contains(.router) { return "a ROUTER swallows what has nothing but a routing id" }
    return "there is nothing to send"
  }
}
