import SpecModel
import ZMQWire

/// A message that a chain delivers to a SUB begins with a prefix that the SUB subscribes to.
///
/// Otherwise libzmq filters it out at the publisher. Source: RFC 29, man zmq_setsockopt, ZMQ_SUBSCRIBE.
struct DeliveredTopicIsSubscribed: Rule {
  static let code: DiagnosticCode = "ZS0903"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var subscriptions: [SocketID: PrefixIndex] = [:]
    for id in spec.socketIDs {
      // What an XSUB of a proxy subscribes to comes from the subscribers behind it.
      if spec[id].type == .xsub, !spec.proxied(with: id).isEmpty { continue }
      if case .prefixes(let prefixes)? = spec[id].subscription { subscriptions[id] = PrefixIndex(prefixes) }
    }
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.hops.contains(where: { isPublished(through: $0.sender, in: spec) }) {
        let pattern = TopicPattern(of: spec[step.message], topic: step.topic ?? spec[step.sender].topic, in: spec)
        for receiver in step.hops.filter({ isPublished(through: $0.sender, in: spec) }).flatMap(\.receivers) {
          guard let subscribed = subscriptions[receiver], !pattern.mayMatch(subscribed) else { continue }
          let begins = "begins with '\(pattern.prefix)'"
          found.append(
            error(
              at: step.range,
              "'\(spec[step.message].name)' never reaches '\(spec[receiver.process].name)': it \(begins), and "
                + "\(spec.socket(receiver)) "
                + (subscribed.isEmpty ? "subscribes to nothing" : "subscribes to other prefixes only"),
              help: "add '\(pattern.prefix)' to its `subscribe`, or leave `subscribe` out: it follows from the chains",
              notes: [Diagnostic.Note("\(spec.socket(receiver)) is declared here", at: spec[receiver].name.range)]))
        }
      }
    }
    return found
  }

  private static func isPublished(through socket: SocketID, in spec: ProtocolSpec) -> Bool {
    spec[socket].type == .pub || spec[socket].type == .xpub
  }
}
