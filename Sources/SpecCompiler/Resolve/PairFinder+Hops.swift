import SpecModel

/// A proxy in one of its two directions: what comes in here goes out there.
struct ProxyWay: Hashable {
  /// Where a message comes in.
  var entry: SocketID
  /// Where it goes out.
  var exit: SocketID
}

extension PairFinder {
  /// How many ways through proxies are looked at for one step.
  private static let wayLimit = 256

  /// The hops of a step that is sent, or nil after reporting.
  ///
  /// Through a process goes what one of its proxies passes on. Among the ways that there are, those whose sockets fit
  /// at every hop come first, then those that a `connect` puts together.
  mutating func hops(_ arrow: ResolvedArrow, step: StepSyntax, _ findings: inout Findings) -> [HopSpec]? {
    guard !arrow.through.isEmpty else {
      return find(from: arrow.left, to: arrow.right, step: step, &findings).map {
        [HopSpec(sender: $0.sender, receivers: $0.receivers)]
      }
    }
    guard let ways = ways(through: arrow.through, step, &findings) else { return nil }
    var found: [[HopSpec]] = []
    for way in ways {
      switch hops(of: arrow, by: way) {
      case .hops(let hops): found.append(hops)
      case .none: continue
      case .unknown: return nil
      }
    }
    let connected = found.filter { $0.allSatisfy { hop in hop.receivers.allSatisfy { areConnected(hop.sender, $0) } } }
    switch (found.count, connected.count) {
    case (1, _): return found[0]
    case (_, 1): return connected[0]
    case (0, _): reportNoWay(arrow, step, &findings)
    default: reportSeveralWays(connected.isEmpty ? found : connected, step, &findings)
    }
    return nil
  }

  private enum Passage {
    case hops([HopSpec])
    case none
    case unknown
  }

  /// The hops by one choice of a proxy in each process between.
  private mutating func hops(of arrow: ResolvedArrow, by way: [ProxyWay]) -> Passage {
    let entries = way.map { [ResolvedEnd(process: $0.entry.process, socket: $0.entry)] } + [arrow.right]
    let exits = [arrow.left] + way.map { ResolvedEnd(process: $0.exit.process, socket: $0.exit) }
    var hops: [HopSpec] = []
    for (exit, entry) in zip(exits, entries) {
      switch search(from: exit, to: entry) {
      case .found(let found):
        guard found.receivers.allSatisfy({ fits(found.sender, $0) }) else { return .none }
        hops.append(HopSpec(sender: found.sender, receivers: found.receivers))
      case .unknown: return .unknown
      case .none, .several, .severalReceivers: return .none
      }
    }
    return .hops(hops)
  }

  /// Every choice of a proxy in each process between, or nil after reporting that one of them has none.
  private func ways(
    through ends: [ResolvedEnd], _ step: StepSyntax, _ findings: inout Findings
  ) -> [[ProxyWay]]? {
    var ways: [[ProxyWay]] = [[]]
    for (end, written) in zip(ends, step.arrow.through) {
      if hasUnknownSocket(end) { return nil }
      let passages = self.ways[end.process.index].filter { end.matches($0.entry) || end.matches($0.exit) }
      guard !passages.isEmpty else {
        // A proxy of sockets that do not exist has been reported.
        if self.ways[end.process.index].count < syntax.processes[end.process.index].proxies.count { return nil }
        reportNoProxy(written, of: end, &findings)
        return nil
      }
      ways = Array(ways.flatMap { way in passages.map { way + [$0] } }.prefix(Self.wayLimit))
    }
    return ways
  }

  // MARK: Reporting

  private func reportNoProxy(_ written: EndSyntax, of end: ResolvedEnd, _ findings: inout Findings) {
    let process = syntax.processes[end.process.index]
    let names = process.sockets.map(\.name.text)
    let example = names.count > 1 ? "\(names[0]) <-> \(names[1])" : "clients <-> workers"
    findings.error(
      Code.noProxy, at: written.range,
      "\(Prose.quoted(process.name.text)) has no proxy \(end.socket == nil ? "" : "at this socket ")that could pass a "
        + "message on",
      help: "write `proxies: [ \(example) ]` at \(Prose.quoted(process.name.text)), or one step to it and one from it "
        + "where its program does more than pass messages on",
      notes: [Diagnostic.Note("\(Prose.quoted(process.name.text)) is declared here", at: process.name.range)])
  }

  private func reportNoWay(_ arrow: ResolvedArrow, _ step: StepSyntax, _ findings: inout Findings) {
    let ends = [arrow.left] + arrow.through + arrow.right
    findings.error(
      Code.noPairFits, at: step.arrow.range,
      "no pairs of sockets can carry \(Prose.quoted(step.message.text)) on its way through "
        + Prose.list(arrow.through) { Prose.quoted(processName($0)) }
        + ": \(ends.map(possessions).joined(separator: ", "))",
      help: "give the processes sockets that talk to each other on both sides of each proxy, such as REQ and ROUTER, "
        + "then DEALER and REP",
      notes: ends.map {
        Diagnostic.Note(
          "\(Prose.quoted(processName($0))) is declared here", at: syntax.processes[$0.process.index].name.range)
      })
  }

  private func reportSeveralWays(_ ways: [[HopSpec]], _ step: StepSyntax, _ findings: inout Findings) {
    let names = ways.map { hops in
      "`" + ([hops[0].sender] + hops.map { $0.receivers[0] }).map(fullName).joined(separator: " -> ") + "`"
    }
    findings.error(
      Code.severalPairsFit, at: step.arrow.range,
      "several ways can carry \(Prose.quoted(step.message.text)): \(Prose.list(names))",
      help: "name the sockets, for example \(names[0])")
  }
}
