import SpecModel
import ZMQWire

/// `invert_matching` stands on the publisher and on its subscribers, or on neither.
///
/// Both sides filter: with the option on one side only, the other throws away what comes through. Source: man
/// zmq_setsockopt, ZMQ_INVERT_MATCHING; an XSUB does not filter.
struct InvertedMatchingAgrees: Rule {
  static let code: DiagnosticCode = "ZS0907"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var reported: Set<SourceRange> = []
    var found: [Diagnostic] = []
    for pair in spec.socketPairs where spec.fit(pair.a, pair.b) {
      for (socket, peer) in [(pair.a, pair.b), (pair.b, pair.a)] {
        // An XSUB does not filter.
        guard let option = inversion(of: socket, in: spec), spec[peer].type != .xsub,
          inversion(of: peer, in: spec) == nil,
          reported.insert(option.valueRange).inserted
        else { continue }
        found.append(
          error(
            at: option.valueRange,
            "`invert_matching` stands on \(spec.socket(socket)) alone: \(spec.the(peer)) matches as ever, so nothing "
              + "passes both",
            help: "write `invert_matching: true` on both, or on neither",
            notes: [Diagnostic.Note("\(spec.socket(peer)) has no such option", at: spec[peer].name.range)]))
      }
    }
    return found
  }

  private static func inversion(of id: SocketID, in spec: ProtocolSpec) -> OptionSpec? {
    spec[id].options.first { $0.name.text == "invert_matching" && $0.value == .int(1) }
  }
}
