extension ProtocolSpec {
  /// Every process's view of the protocol, in the order of declaration.
  ///
  /// Each chain is looked at once for each process that takes part in it.
  public func processProjections() -> [ProcessProjection] {
    let sockets = projections()
    var chains: [[LocalChain]] = processes.map { _ in [] }
    for (index, chain) in self.chains.enumerated() {
      for process in participants(of: chain) {
        let view = LocalView(spec: self, chain: chain, process: process)
        chains[process.index].append(LocalChain(chain: index, items: view.items(chain.items)))
      }
    }
    return processIDs.map { id in
      ProcessProjection(
        process: id, sockets: self[id].sockets.indices.compactMap { sockets[SocketID(id, $0)] },
        chains: chains[id.index])
    }
  }

  /// The processes that send, receive or pass something on, in the order in which they first do.
  private func participants(of chain: ChainSpec) -> [ProcessID] {
    var seen: Set<ProcessID> = []
    var order: [ProcessID] = []
    for step in chain.steps {
      for hop in step.hops {
        for socket in [hop.sender] + hop.receivers where seen.insert(socket.process).inserted {
          order.append(socket.process)
        }
      }
    }
    return order
  }
}

/// A chain through the eyes of one process.
private struct LocalView {
  let spec: ProtocolSpec
  let chain: ChainSpec
  let process: ProcessID

  func items(_ items: [ChainItemSpec]) -> [LocalItem] {
    items.flatMap { item -> [LocalItem] in
      switch item {
      case .step(let index): acts(of: index).map { .act($0) }
      case .group(let group): self.group(group).map { [.group($0)] } ?? []
      case .work(let work): work.process == process ? [.work(work.text)] : []
      case .pause(let time): [.pause(time)]
      case .note: []
      }
    }
  }

  private func acts(of index: Int) -> [LocalAct] {
    let step = chain.steps[index]
    var acts: [LocalAct] = []
    if step.sender.process == process {
      acts.append(LocalAct(kind: step.answers == nil ? .sends : .answers, step: index, hop: 0, socket: step.sender))
    }
    for (number, hop) in step.hops.enumerated() {
      let isLast = number == step.hops.count - 1
      if isLast, step.isLost { continue }
      for receiver in hop.receivers where receiver.process == process {
        let kind: LocalAct.Kind = !isLast ? .passesOn : step.answers == nil ? .receives : .isAnswered
        acts.append(LocalAct(kind: kind, step: index, hop: number, socket: receiver))
      }
    }
    return acts
  }

  /// The group, or nil where the process sees nothing of it.
  private func group(_ group: GroupSpec) -> LocalGroup? {
    let branches = group.branches.map {
      LocalGroup.Branch(condition: $0.condition, items: items($0.items))
    }
    if branches.allSatisfy(\.items.isEmpty) { return nil }
    return LocalGroup(kind: group.kind, decidedBy: group.decider(in: chain), branches: branches)
  }
}

extension GroupSpec {
  /// Who decides which branch is taken: the sender of the branches' first messages; nil for `par`, and where those
  /// have different senders.
  public func decider(in chain: ChainSpec) -> ProcessID? {
    guard kind != .par else { return nil }
    let senders = Set(branches.compactMap { GroupSpec.firstStep(in: $0.items) }.map { chain.steps[$0].sender.process })
    return senders.count == 1 ? senders.first : nil
  }

  /// The first step that happens, whatever group it stands in.
  private static func firstStep(in items: [ChainItemSpec]) -> Int? {
    for item in items {
      switch item {
      case .step(let index): return index
      case .group(let group):
        for branch in group.branches {
          if let first = firstStep(in: branch.items) { return first }
        }
      case .note, .pause, .work: continue
      }
    }
    return nil
  }
}
