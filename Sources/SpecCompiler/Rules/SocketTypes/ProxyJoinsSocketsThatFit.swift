import SpecModel
import ZMQWire

/// The two sockets of a proxy pass on what the other receives.
///
/// ```
/// REQ  → ROUTER <-> DEALER → REP         requests out, replies back: the ids that the ROUTER puts in front come back
/// PUB  → XSUB   <-> XPUB   → SUB         messages down, subscriptions up
/// PUSH → PULL   <-> PUSH   → PULL        one way
/// ```
///
/// Source: man zmq_proxy; RFC 28, 29, 30.
struct ProxyJoinsSocketsThatFit: Rule {
  static let code: DiagnosticCode = "ZS0108"

  private static let fitting: [Set<SocketType>] = [
    [.router, .dealer], [.dealer], [.xsub, .xpub], [.sub, .pub], [.pull, .push], [.pair],
  ]

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for process in spec.processes {
      for proxy in process.proxies where proxy.frontend != proxy.backend {
        let (a, b) = (spec[proxy.frontend].type, spec[proxy.backend].type)
        if fitting.contains([a, b]) { continue }
        let (reason, help) = problem(a, b)
        found.append(
          error(
            at: proxy.range, "a proxy cannot join \(a.withArticle) and \(b.withArticle): \(reason)", help: help,
            notes: [spec.typeNote(proxy.frontend), spec.typeNote(proxy.backend)]))
      }
    }
    return found
  }

  private static func problem(_ a: SocketType, _ b: SocketType) -> (reason: String, help: String) {
    let types: Set<SocketType> = [a, b]
    if let lockstep = [a, b].first(where: \.isLockstep) {
      return (
        "\(lockstep.withArticle) takes turns, and a proxy passes on whatever comes, so libzmq answers EFSM",
        "make it a \(lockstep == .rep ? "ROUTER" : "DEALER"): requests come in at a ROUTER and leave through a DEALER"
      )
    }
    if types == [.router] {
      return (
        "the second takes the first frame off, which is the id that the first has put in front, and finds no such peer",
        "make the one that faces the workers a DEALER"
      )
    }
    if types == [.sub, .xpub] {
      return (
        "the XPUB receives subscriptions, and a SUB cannot pass them on: libzmq ends the proxy with ENOTSUP",
        "make the SUB an XSUB"
      )
    }
    if types == [.xsub, .pub] {
      return (
        "a PUB shows no subscriptions, so the XSUB passes none on, and nothing is ever published to it",
        "make the PUB an XPUB"
      )
    }
    let deaf = [a, b].filter { !$0.canReceive }
    let dumb = [a, b].filter { !$0.canSend }
    let reason =
      deaf.count == 2
      ? "neither receives anything to pass on"
      : dumb.count == 2
        ? "neither can send what the other receives" : "what one of them receives, the other cannot send on as it is"
    return (reason, "join ROUTER and DEALER, XSUB and XPUB, or PULL and PUSH")
  }
}
