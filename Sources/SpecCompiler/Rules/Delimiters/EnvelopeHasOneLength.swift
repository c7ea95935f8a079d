import SpecModel
import ZMQWire

/// Without a delimiter, nothing in a message says where its envelope ends: its length must follow from the way that it
/// came, and so be the same for all that a socket receives.
struct EnvelopeHasOneLength: Rule {
  static let code: DiagnosticCode = "ZS0221"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.envelopeLengths().compactMap { socket, lengths in
      let steps = lengths.sorted { $0.key < $1.key }
      guard steps.count > 1, let fewest = steps.first, let most = steps.last else { return nil }
      return error(
        at: most.value.range,
        "\(spec.the(socket)) receives '\(spec[most.value.message].name)' behind \(ids(most.key)) and "
          + "'\(spec[fewest.value.message].name)' behind \(ids(fewest.key)): without a delimiter it cannot tell where "
          + "the body begins",
        help: "write `delimiter: true` on both ends, or give one of the two ways a socket of its own",
        notes: [
          Diagnostic.Note("'\(spec[fewest.value.message].name)' comes another way", at: fewest.value.range)
        ])
    }
  }

  private static func ids(_ count: Int) -> String {
    switch count {
    case 0: "no routing id"
    case 1: "1 routing id"
    default: "\(count) routing ids"
    }
  }
}
