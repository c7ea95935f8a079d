import SpecModel
import ZMQWire

extension Resolver {
  /// What follows from the chains for every socket: its peers, what it connects to, its delimiter, its
  /// subscription.
  mutating func resolveWiring() {
    resolveConnects()
    collectPeers()
    connectWithoutEndpoints()
    inferDelimiters()
    inferSubscriptions()
  }

  private func syntax(of id: SocketID) -> SocketSyntax {
    syntax.processes[id.process.index].sockets[id.index]
  }

  private mutating func change(_ id: SocketID, _ change: (inout SocketSpec) -> Void) {
    change(&spec.processes[id.process.index].sockets[id.index])
  }

  // MARK: Connecting

  private mutating func resolveConnects() {
    for id in spec.socketIDs {
      for connect in syntax(of: id).connect {
        switch connect {
        case .endpoint(let address): change(id) { $0.connect.append(EndpointSpec(address)) }
        case .reference(let process, let socket, let range):
          guard let endpoint = endpoint(process, socket, range) else { continue }
          change(id) { $0.connect.append(endpoint) }
        }
      }
    }
  }

  /// The first endpoint that the named socket binds, as if it were written where its name is.
  private mutating func endpoint(_ process: NameSpec, _ socket: NameSpec, _ range: SourceRange) -> EndpointSpec? {
    guard let owner = declarations.process(process, &findings),
      let id = declarations.socket(socket, of: owner, &findings)
    else { return nil }
    guard var address = spec[id].bind.first?.address else {
      // An unreadable `bind` has been reported.
      if !syntax(of: id).hasEndpoints || syntax(of: id).bind.isEmpty && !syntax(of: id).connect.isEmpty {
        findings.error(
          Code.connectToUnbound, at: range,
          "\(Prose.quoted("\(process.text).\(socket.text)")) binds no endpoint to connect to",
          help: "write `bind` at that socket, or connect that one to this one",
          notes: [Diagnostic.Note("\(Prose.quoted(socket.text)) is declared here", at: spec[id].name.range)])
      }
      return nil
    }
    address.range = range
    return EndpointSpec(address, boundBy: id)
  }

  private mutating func collectPeers() {
    var peers = PeerTable()
    for id in spec.socketIDs {
      for target in spec[id].connect.compactMap(\.bound) { peers.join(id, target) }
    }
    for chain in spec.chains {
      for hop in chain.steps.flatMap(\.hops) {
        for receiver in hop.receivers { peers.join(hop.sender, receiver) }
      }
    }
    for id in spec.socketIDs { change(id) { $0.peers = peers.of(id) } }
  }

  /// A socket with neither `bind` nor `connect` connects to the one bound socket that its chains reach.
  private mutating func connectWithoutEndpoints() {
    for id in spec.socketIDs where !syntax(of: id).hasEndpoints {
      let bound = spec[id].peers.filter { !spec[$0].bind.isEmpty }
      guard let peer = bound.first, let address = spec[peer].bind.first?.address else { continue }
      guard bound.count == 1 else {
        reportSeveralBound(id, bound)
        continue
      }
      change(id) { $0.connect = [EndpointSpec(address, boundBy: peer)] }
    }
  }

  private mutating func reportSeveralBound(_ id: SocketID, _ bound: [SocketID]) {
    let names = bound.map { "\(spec[$0.process].name.text).\(spec[$0].name.text)" }
    findings.error(
      Code.severalBoundPeers, at: spec[id].name.range,
      "\(Prose.quoted(spec[id].name.text)) has neither `bind` nor `connect`, and its chains reach several bound sockets: "
        + Prose.list(names, Prose.quoted),
      help: "write `connect: [ \(names.prefix(12).joined(separator: ", ")) ]`, or only those it shall connect to",
      notes: bound.prefix(3).map {
        Diagnostic.Note("\(Prose.quoted(spec[$0].name.text)) is bound here", at: spec[$0].bind[0].address.range)
      })
  }

  // MARK: Delimiters

  /// A delimiter is needed where a REQ or REP takes part; a DEALER or ROUTER passes that need on to the
  /// DEALERs and ROUTERs it talks to, because it reads and writes alike towards all its peers, and through a proxy,
  /// because everything passes it as it is. What is written stays as it is written.
  private mutating func inferDelimiters() {
    var spreading: [SocketID] = []
    for id in spec.socketIDs where spec[id].type.choosesDelimiter {
      if let written = syntax(of: id).delimiter {
        if written { spreading.append(id) }
      } else if syntax(of: id).delimiterRange == nil, spec[id].peers.contains(where: { spec[$0].type.isLockstep }) {
        change(id) { $0.delimiter = true }
        spreading.append(id)
      }
    }
    while let id = spreading.popLast() {
      for peer in spec[id].peers + spec.proxied(with: id) {
        let isOpen = spec[peer].type.choosesDelimiter && syntax(of: peer).delimiterRange == nil && !spec[peer].delimiter
        guard isOpen else { continue }
        change(peer) { $0.delimiter = true }
        spreading.append(peer)
      }
    }
    // A REQ's or REP's is libzmq's own; elsewhere a written one has been refused.
    for id in spec.socketIDs where !spec[id].type.choosesDelimiter { change(id) { $0.delimiter = false } }
  }

  // MARK: Subscriptions

  /// What a SUB subscribes to where it does not say: the literal prefixes of the topics that its chains deliver.
  private mutating func inferSubscriptions() {
    var delivered: [SocketID: [String]] = [:]
    var seen: [SocketID: Set<String>] = [:]
    for chain in spec.chains {
      for step in chain.steps {
        let prefix = (step.topic ?? spec[step.sender].topic)?.literalPrefix ?? firstConstant(of: step.message)
        for receiver in step.hops.flatMap(\.receivers) where seen[receiver, default: []].insert(prefix).inserted {
          delivered[receiver, default: []].append(prefix)
        }
      }
    }
    let proxied = Set(spec.processes.flatMap(\.proxies).flatMap { [$0.frontend, $0.backend] })
    for id in spec.socketIDs where spec[id].type == .sub || spec[id].type == .xsub {
      let passesOn = spec[id].type == .xsub && proxied.contains(id)
      let subscription: SocketSpec.Subscription =
        switch syntax(of: id).subscription {
        case .dynamic: .dynamic
        case .prefixes(let written): .prefixes(distinct(written, of: id))
        // The subscriptions of those behind a proxy go through it; an XSUB has none of its own then.
        case nil: .prefixes(passesOn ? [] : delivered[id] ?? [])
        }
      change(id) { $0.subscription = subscription }
    }
  }

  /// The prefixes that are written, each once, with their places kept beside them.
  private mutating func distinct(_ written: [TemplateSpec], of id: SocketID) -> [String] {
    var prefixes: [String] = []
    var places: [String: [SourceRange]] = [:]
    for prefix in written {
      if places[prefix.text] == nil { prefixes.append(prefix.text) }
      places[prefix.text, default: []].append(prefix.range)
    }
    change(id) { $0.prefixPlaces.ranges = prefixes.map { places[$0] ?? [] } }
    return prefixes
  }

  /// Where there is no topic, libzmq filters by the first body frame: its text, where that is a constant, or nothing.
  private func firstConstant(of message: MessageID) -> String {
    guard let id = spec[message].layout.declared, case .scalar(.text, let template) = spec[id].frames.first?.content
    else { return "" }
    switch template {
    case .constant(let value, _): if case .string(let text) = value.content { return text } else { return "" }
    case .value(let reference): return reference.target == .type ? spec[message].wireType : ""
    }
  }
}
