import SpecModel
import ZMQWire

/// A prefix under which a SUB hears a message does not also catch messages that no chain delivers to it.
///
/// ```
/// subscribed to "log"      "log.disk"  is meant       "login"  is not, and comes all the same
/// ```
///
/// A warning: what comes is counted as out of turn and dropped. Source: RFC 29; man zmq_setsockopt, ZMQ_SUBSCRIBE: a
/// prefix is compared byte by byte, not word by word.
struct PrefixCatchesOnlyWhatIsMeant: Rule {
  static let code: DiagnosticCode = "ZS0904"

  /// A message as a socket publishes it.
  private struct Publication {
    var pattern: TopicPattern
    var message: MessageID
    var step: StepSpec
  }

  private struct Way: Hashable {
    var publisher: SocketID
    var receiver: SocketID
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let published = publications(in: spec)
    var delivered: [SocketID: Set<MessageID>] = [:]
    for chain in spec.chains {
      for step in chain.steps {
        for receiver in step.hops.flatMap(\.receivers) { delivered[receiver, default: []].insert(step.message) }
      }
    }
    var found: [Diagnostic] = []
    for id in spec.socketIDs where spec[id].type == .sub {
      guard case .prefixes(let prefixes)? = spec[id].subscription else { continue }
      let wanted = delivered[id] ?? []
      for publisher in spec[id].peers {
        guard let publications = published[publisher] else { continue }
        for prefix in prefixes {
          guard let stranger = stranger(beginningWith: prefix, among: publications, except: wanted) else { continue }
          found.append(catches(stranger, prefix, id, in: spec))
          break
        }
      }
    }
    return found
  }

  /// What each socket publishes, in the order of the topics, each message once under each.
  private static func publications(in spec: ProtocolSpec) -> [SocketID: [Publication]] {
    var seen: [SocketID: Set<[String]>] = [:]
    var published: [SocketID: [Publication]] = [:]
    for chain in spec.chains {
      for step in chain.steps {
        for hop in step.hops where spec[hop.sender].type == .pub || spec[hop.sender].type == .xpub {
          let pattern = TopicPattern(of: spec[step.message], topic: step.topic ?? spec[step.sender].topic, in: spec)
          let key = [pattern.prefix, String(step.message.index)]
          guard seen[hop.sender, default: []].insert(key).inserted else { continue }
          published[hop.sender, default: []].append(Publication(pattern: pattern, message: step.message, step: step))
        }
      }
    }
    return published.mapValues { all in
      all.sorted { $0.pattern.prefix.utf8.lexicographicallyPrecedes($1.pattern.prefix.utf8) }
    }
  }

  /// The first message that certainly begins with the prefix and is not wanted: those that do stand side by side.
  private static func stranger(
    beginningWith prefix: String, among publications: [Publication], except wanted: Set<MessageID>
  ) -> Publication? {
    var (low, high) = (0, publications.count)
    while low < high {
      let middle = (low + high) / 2
      if publications[middle].pattern.prefix.utf8.lexicographicallyPrecedes(prefix.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return publications[low...].prefix { $0.pattern.prefix.utf8.starts(with: prefix.utf8) }
      .first { !wanted.contains($0.message) }
  }

  private static func catches(
    _ stranger: Publication, _ prefix: String, _ id: SocketID, in spec: ProtocolSpec
  ) -> Diagnostic {
    let name = spec[stranger.message].name
    let isEverything = prefix.isEmpty
    let topic = stranger.pattern.prefix + (stranger.pattern.isOpen ? "…" : "")
    return warning(
      at: spec[id].name.range,
      (isEverything
        ? "\(spec.socket(id)) subscribes to everything, so it gets '\(name)', too"
        : "\(spec.socket(id)) subscribes to '\(prefix)', which also catches '\(name)', whose topic is '\(topic)'")
        + ": no chain delivers that to it",
      help: isEverything
        ? "write a chain that delivers it, or give the messages topics and subscribe to those that are meant"
        : "end the topic with a mark that no word has in it, such as '\(prefix).', or write a chain that delivers it",
      notes: [Diagnostic.Note("'\(name)' is published here", at: stranger.step.range)])
  }
}
