import SpecModel
import ZMQWire

/// A prefix under `subscribe` matches at least one topic that the socket's publishers send.
///
/// A warning: a publisher outside this file may send it. Source: RFC 29; filters look at frame 0 only.
struct SubscribedPrefixCanMatch: Rule {
  static let code: DiagnosticCode = "ZS0902"

  /// What one socket publishes.
  private struct Publications {
    var patterns: [TopicPattern] = []
    var seen: Set<String> = []
  }

  /// The same, ready to be asked.
  private struct Topics {
    var all: PrefixIndex
    var open: PrefixIndex
    var samples: [String]

    init(_ patterns: [TopicPattern]) {
      all = PrefixIndex(patterns.map(\.prefix))
      open = PrefixIndex(patterns.filter(\.isOpen).map(\.prefix))
      samples = patterns.prefix(5).map { "'\($0.prefix)\($0.isOpen ? "…" : "")'" }
    }

    func mayMatch(_ subscription: String) -> Bool {
      all.hasText(beginningWith: subscription) || open.hasBeginning(of: subscription)
    }
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let published = publications(in: spec)
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      guard case .prefixes(let prefixes)? = spec[id].subscription else { continue }
      let topics = spec[id].peers.compactMap { published[$0] }
      guard !topics.isEmpty else { continue }
      let strangers = prefixes.filter { prefix in !topics.contains { $0.mayMatch(prefix) } }
      // Where nothing matches, `DeliveredTopicIsSubscribed` speaks.
      if strangers.count == prefixes.count { continue }
      for prefix in strangers {
        found.append(
          warning(
            at: spec[id].name.range,
            "\(spec.socket(id)) subscribes to '\(prefix)', and no message that it could receive begins with that",
            help: "its publishers send \(topics.flatMap(\.samples).prefix(5).map(\.self).joinedAsList())"))
      }
    }
    return found
  }

  private static func publications(in spec: ProtocolSpec) -> [SocketID: Topics] {
    var published: [SocketID: Publications] = [:]
    for chain in spec.chains {
      for step in chain.steps {
        for hop in step.hops where spec[hop.sender].type == .pub || spec[hop.sender].type == .xpub {
          let pattern = TopicPattern(of: spec[step.message], topic: step.topic ?? spec[step.sender].topic, in: spec)
          let key = "\(pattern.isOpen)\(pattern.prefix)"
          guard published[hop.sender, default: Publications()].seen.insert(key).inserted else { continue }
          published[hop.sender]?.patterns.append(pattern)
        }
      }
    }
    return published.mapValues { Topics($0.patterns) }
  }
}
