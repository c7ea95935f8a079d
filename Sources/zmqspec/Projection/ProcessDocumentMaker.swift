import SpecModel

/// Spells projections out; remembers the frames of chains that were asked for.
struct ProcessDocumentMaker {
  private let spec: ProtocolSpec
  private var frames: [Int: [StepFrames]] = [:]

  init(_ spec: ProtocolSpec) { self.spec = spec }

  mutating func document(_ projection: ProcessProjection) -> ProcessDocument {
    let process = spec[projection.process]
    var sockets: [ProcessDocument.Socket] = []
    for (index, socket) in projection.sockets.enumerated() {
      sockets.append(self.socket(SocketID(projection.process, index), socket))
    }
    return ProcessDocument(
      process: process.name.text, about: process.about, sockets: sockets,
      chains: projection.chains.map { local in
        let chain = spec.chains[local.chain]
        return ProcessDocument.Chain(
          name: chain.name.text, title: chain.heading, items: items(local.items, of: chain, by: projection.process))
      })
  }

  // MARK: Sockets

  private mutating func socket(_ id: SocketID, _ projection: SocketProjection) -> ProcessDocument.Socket {
    let socket = spec[id]
    var receives: [ProcessDocument.Received] = []
    for reception in projection.receptions {
      receives.append(
        ProcessDocument.Received(
          message: received(reception.message, reception.uses),
          answers: answers(reception.answers, to: reception.uses, isSent: true), isFinal: reception.isFinal,
          isSignOfLife: reception.isSignOfLife))
    }
    var sends: [ProcessDocument.Sent] = []
    for emission in projection.emissions {
      let refusals = emission.refusals.filter { !emission.answers.all.contains($0) }
      sends.append(
        ProcessDocument.Sent(
          message: sent(emission.message, emission.uses),
          answers: answers(emission.answers, to: emission.uses, isSent: false), within: emission.within?.text,
          every: emission.every?.text, isSpoken: emission.isSpoken, namesPeer: socket.type == .router,
          refusals: refusals.map { message($0, frames: []) }))
    }
    var subscribe: [String]?
    if case .prefixes(let prefixes) = socket.subscription { subscribe = prefixes }
    return ProcessDocument.Socket(
      name: socket.name.text, type: socket.type.rawValue, bind: socket.bind.map(\.address.text),
      connect: socket.connect.map(connection), routingID: socket.routingID?.text, subscribe: subscribe,
      options: socket.options.map { "\($0.name) = \($0.value.notation)" },
      passesOnTo: projection.proxied.map { spec[$0].name.text }, silence: socket.silence?.text,
      otherwise: otherwise(socket), receives: receives, sends: sends)
  }

  /// `tcp://127.0.0.1:5712 (Broker.workers)`
  private func connection(_ endpoint: EndpointSpec) -> String {
    guard let bound = endpoint.bound else { return endpoint.address.text }
    return "\(endpoint.address.text) (\(spec[bound.process].name).\(spec[bound].name))"
  }

  private func otherwise(_ socket: SocketSpec) -> String {
    switch socket.otherwise {
    case .drop: "drop"
    case .handle: "handle"
    case .message(let id): spec[id].name.text
    }
  }

  private mutating func answers(
    _ answers: SocketProjection.Answers, to uses: [SocketProjection.Use], isSent: Bool
  ) -> ProcessDocument.Answers? {
    if answers.isEmpty { return nil }
    // Where each answer is first given, to see its frames.
    var steps: [MessageID: SocketProjection.Use] = [:]
    for use in uses where steps.count < answers.all.count {
      for (index, step) in spec.chains[use.chain].steps.enumerated() where step.answers == use.step {
        if steps[step.message] == nil { steps[step.message] = SocketProjection.Use(chain: use.chain, step: index) }
      }
    }
    var all: [MessageID: ProcessDocument.Message] = [:]
    for id in answers.all {
      let use = steps[id].map { [$0] } ?? []
      all[id] = isSent ? sent(id, use) : received(id, use)
    }
    return ProcessDocument.Answers(
      elements: answers.elements.compactMap { all[$0] }, replies: answers.replies.compactMap { all[$0] })
  }

  private mutating func sent(_ id: MessageID, _ uses: [SocketProjection.Use]) -> ProcessDocument.Message {
    message(id, frames: uses.first.flatMap { hops(of: $0).first?.sent } ?? [])
  }

  private mutating func received(_ id: MessageID, _ uses: [SocketProjection.Use]) -> ProcessDocument.Message {
    message(id, frames: uses.first.flatMap { hops(of: $0).last?.received } ?? [])
  }

  private mutating func hops(of use: SocketProjection.Use) -> [HopFrames] {
    if frames[use.chain] == nil { frames[use.chain] = spec.frames(of: spec.chains[use.chain]) }
    return frames[use.chain]?[use.step].hops ?? []
  }

  private func message(_ id: MessageID, frames: [FrameSymbol]) -> ProcessDocument.Message {
    ProcessDocument.Message(
      name: spec[id].name.text, fields: spec[id].fields.map { $0.notation(in: spec) }, frames: frames.map(\.notation))
  }

  // MARK: Chains

  private func items(_ items: [LocalItem], of chain: ChainSpec, by process: ProcessID) -> [ProcessDocument.Item] {
    items.map { item in
      switch item {
      case .act(let act): ProcessDocument.Item(step: step(act, of: chain, by: process))
      case .work(let text): ProcessDocument.Item(work: text)
      case .pause(let time): ProcessDocument.Item(pause: time.text)
      case .group(let group):
        ProcessDocument.Item(
          group: ProcessDocument.Group(
            kind: group.kind.rawValue, decidedBy: group.decidedBy.map { spec[$0].name.text },
            branches: group.branches.map {
              ProcessDocument.Branch(condition: $0.condition, items: self.items($0.items, of: chain, by: process))
            }))
      }
    }
  }

  private func step(_ act: LocalAct, of chain: ChainSpec, by process: ProcessID) -> ProcessDocument.Step {
    let step = chain.steps[act.step]
    let hop = step.hops[act.hop]
    let isSender = act.kind == .sends || act.kind == .answers
    let peers = isSender ? hop.receivers : [hop.sender]
    return ProcessDocument.Step(
      label: step.label(ofHop: act.hop), does: act.kind.rawValue, socket: spec[act.socket].name.text,
      message: spec[step.message].name.text, peers: peers.map { "\(spec[$0.process].name).\(spec[$0].name)" },
      answersStep: step.answers.map { chain.steps[$0].number }, within: step.within?.text, every: step.every?.text,
      endsWithIt: step.final == process, isLost: step.isLost)
  }
}

extension FieldSpec {
  /// `count: int`, `unit: string = "m"`, `body...: bytes`.
  fileprivate func notation(in spec: ProtocolSpec) -> String {
    var type = self.type
    if isRest, case .list(let element) = type { type = element }
    let value = defaultValue.map { " = \($0.notation)" } ?? ""
    return "\(name)\(isRest ? "..." : ""): \(type.notation(in: spec))\(value)"
  }
}

extension ValueSpec {
  /// The value as the language writes it in one line.
  fileprivate var notation: String {
    switch content {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let text): "\"\(text)\""
    case .list(let values): "[\(values.map(\.notation).joined(separator: ", "))]"
    case .map(let members):
      "{\(members.map { "\($0.key): \($0.value.notation)" }.joined(separator: ", "))}"
    }
  }
}

extension OptionSpec.Value {
  fileprivate var notation: String {
    switch self {
    case .int(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    }
  }
}
