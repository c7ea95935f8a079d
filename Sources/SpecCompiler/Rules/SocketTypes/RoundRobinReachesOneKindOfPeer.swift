import SpecModel
import ZMQWire

/// What is dealt out in turn reaches only peers that understand it.
///
/// A REQ, DEALER or PUSH with two peers sends every other message to each of them, so both must receive all that it
/// sends. Source: RFC 28 (REQ, DEALER) and RFC 30 (PUSH), "SHALL route outgoing messages … using a round-robin strategy".
struct RoundRobinReachesOneKindOfPeer: Rule {
  static let code: DiagnosticCode = "ZS0112"

  private struct Way: Hashable {
    var sender: SocketID
    var receiver: SocketID
  }

  private struct Use: Hashable {
    var socket: SocketID
    var message: MessageID
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    // What each socket sends first, to each of its peers; and what each peer receives from anybody.
    var firsts: [SocketID: [(step: StepSpec, receiver: SocketID)]] = [:]
    var seen: Set<Way> = []
    var received: Set<Use> = []
    for chain in spec.chains {
      for step in chain.steps {
        for hop in step.hops {
          for receiver in hop.receivers {
            received.insert(Use(socket: receiver, message: step.message))
            // A DEALER's reply goes back in turn, too.
            guard spec[hop.sender].type.roundRobins, spec.fit(hop.sender, receiver) else { continue }
            if seen.insert(Way(sender: hop.sender, receiver: receiver)).inserted {
              firsts[hop.sender, default: []].append((step, receiver))
            }
          }
        }
      }
    }
    var reported: Set<SocketID> = []
    var checked: Set<Use> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps {
        for hop in step.hops where spec[hop.sender].type.roundRobins && !reported.contains(hop.sender) {
          guard let others = firsts[hop.sender], others.count > 1, let receiver = hop.receivers.first,
            checked.insert(Use(socket: hop.sender, message: step.message)).inserted,
            let wrong = others.first(where: {
              $0.receiver != receiver && !received.contains(Use(socket: $0.receiver, message: step.message))
            })
          else { continue }
          reported.insert(hop.sender)
          found.append(misled(step, from: hop.sender, to: wrong.receiver, instead: wrong.step, in: spec))
        }
      }
    }
    return found
  }

  private static func misled(
    _ step: StepSpec, from sender: SocketID, to stranger: SocketID, instead other: StepSpec, in spec: ProtocolSpec
  ) -> Diagnostic {
    let owner = spec[sender.process].name
    return error(
      at: step.range,
      "\(spec.the(sender)) deals messages out in turn among its peers, so '\(spec[step.message].name)' may reach "
        + "\(spec.socket(stranger)), which does not receive it",
      help: "give '\(owner)' a socket for each of them"
        + (spec[sender].type == .dealer ? ", or make this one a ROUTER, which addresses" : ""),
      notes: [
        Diagnostic.Note("'\(spec[other.message].name)' goes to '\(spec[stranger.process].name)' here", at: other.range),
        spec.typeNote(sender),
      ])
  }
}
