import SpecModel
import ZMQWire

/// A socket that may learn the routing id of another, or need it.
struct Acquaintance: Hashable {
  /// The socket that sends by routing id, from the first hop on.
  var sender: SocketID
  /// The socket whose id a ROUTER gives or wants.
  var peer: SocketID
}

extension StepSpec {
  /// What the sender must know: the socket behind each ROUTER on the way, for the program writes all their ids.
  ///
  /// ```
  /// Worker.jobs (ROUTER) -> Broker.workers (DEALER) ~ Broker.clients (ROUTER) -> Client      [Broker.workers, Client]
  /// ```
  func addressed(in spec: ProtocolSpec) -> [Acquaintance] {
    hops.filter { spec[$0.sender].type == .router }.flatMap { hop in
      hop.receivers.filter { spec.fit(hop.sender, $0) }.map { Acquaintance(sender: sender, peer: $0) }
    }
  }

  /// What the receivers learn: the socket in front of each ROUTER on the way; nothing, if the message is lost.
  func introduced(in spec: ProtocolSpec) -> [Acquaintance] {
    isLost
      ? []
      : hops.filter { hop in hop.receivers.contains { spec[$0].type == .router } }.flatMap { hop in
        receivers.map { Acquaintance(sender: $0, peer: hop.sender) }
      }
  }
}

extension ProtocolSpec {
  /// Who has heard of whom before having to address it, on some path of some chain.
  ///
  /// Chains begin in any order, so what one of them tells is known in all.
  var acquaintances: Set<Acquaintance> {
    var known: Set<Acquaintance> = []
    for chain in chains {
      let projection = ChainProjection<Acquaintance>(of: chain) { _, step in
        let introduced = step.introduced(in: self)
        return introduced + Set(step.addressed(in: self)).subtracting(introduced)
      }
      for acquaintance in projection.things {
        _ = PathWalk.walk(projection.paths[acquaintance] ?? [], from: Addressed()) { index, state in
          if chain.steps[index].introduced(in: self).contains(acquaintance) {
            if !state.always { known.insert(acquaintance) }
          } else {
            state.always = true
          }
        }
      }
    }
    return known
  }
}

/// Whether a peer has been addressed on every path that leads here.
private struct Addressed: PathState {
  var always = false

  mutating func join(_ other: Addressed) { always = always && other.always }
}
