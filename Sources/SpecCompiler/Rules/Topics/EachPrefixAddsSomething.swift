import SpecModel

/// What `subscribe` lists stands there once, and is not caught already by a shorter prefix beside it.
///
/// A warning: libzmq delivers a message once, however many subscriptions match it; so one that another covers has no
/// effect, and mostly it is the other that is not meant. Source: man zmq_setsockopt, ZMQ_SUBSCRIBE.
struct EachPrefixAddsSomething: Rule {
  static let code: DiagnosticCode = "ZS0908"

  /// A prefix, and where it is written.
  private struct Prefix {
    let text: String
    let ranges: [SourceRange]
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketIDs.flatMap { id -> [Diagnostic] in
      guard case .prefixes(let texts)? = spec[id].subscription else { return [] }
      let prefixes = zip(texts, spec[id].prefixPlaces.ranges).map { Prefix(text: $0, ranges: $1) }
      return prefixes.flatMap { repetitions(of: $0) } + covered(among: prefixes)
    }
  }

  private static func repetitions(of prefix: Prefix) -> [Diagnostic] {
    prefix.ranges.dropFirst().map { range in
      warning(
        at: range, "the prefix \"\(prefix.text)\" stands twice under `subscribe`", help: "remove one of the two",
        notes: prefix.ranges.prefix(1).map { Diagnostic.Note("it stands here already", at: $0) },
        fix: [.removingEntry(at: range)])
    }
  }

  /// Sorted, a prefix stands in front of all that begin with it.
  private static func covered(among prefixes: [Prefix]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var widest: Prefix?
    for prefix in prefixes.sorted(by: { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }) {
      guard let wider = widest, prefix.text.utf8.starts(with: wider.text.utf8), let range = prefix.ranges.first else {
        widest = prefix
        continue
      }
      let effect = wider.text.isEmpty ? "every message" : "whatever begins with it"
      found.append(
        warning(
          at: range, "the prefix \"\(prefix.text)\" adds nothing: \"\(wider.text)\" catches \(effect)",
          help: "remove it, or remove \"\(wider.text)\" if that catches more than is meant",
          notes: wider.ranges.prefix(1).map { Diagnostic.Note("\"\(wider.text)\" stands here", at: $0) }))
    }
    return found
  }
}
