import SpecModel
import ZMQWire

extension Resolver {
  /// Resolves everything in every chain.
  mutating func resolveChains() {
    var finder = PairFinder(syntax: syntax, declarations: declarations)
    for chain in syntax.chains {
      var steps = ChainSteps()
      let items = resolve(chain.items, &steps, &finder)
      spec.chains.append(
        ChainSpec(
          name: chain.name, title: chain.title, about: chain.about, steps: steps.steps, items: items,
          extensions: chain.extensions))
    }
  }

  private mutating func resolve(
    _ items: [ChainItemSyntax], _ steps: inout ChainSteps, _ finder: inout PairFinder
  ) -> [ChainItemSpec] {
    var resolved: [ChainItemSpec] = []
    for item in items {
      switch item {
      case .step(let step):
        guard let step = resolve(step, in: steps, &finder) else {
          steps.hasGaps = true
          continue
        }
        resolved.append(.step(steps.steps.count))
        steps.append(step)
      case .group(let group): resolved.append(.group(resolve(group, &steps, &finder)))
      case .note(let note): resolved.append(.note(note))
      case .pause(let duration): resolved.append(.pause(duration))
      case .work(let process, let text):
        guard let process = declarations.process(process, &findings) else { continue }
        resolved.append(.work(WorkSpec(process, text.text, range: text.range)))
      case .refused: steps.hasGaps = true
      }
    }
    return resolved
  }

  // MARK: Groups

  /// What is open behind a group depends on its kind: one branch of an `alt` happens, each of a `par`, and that of
  /// the others may happen or not. Nothing goes on behind a `break` that happened.
  private mutating func resolve(
    _ group: GroupSyntax, _ steps: inout ChainSteps, _ finder: inout PairFinder
  ) -> GroupSpec {
    let before = steps.open
    let (loops, start) = (steps.loops, steps.branchStart)
    switch group.kind {
    case .loop: steps.loops.append(steps.steps.count)
    // Whoever breaks out of a loop is no longer in it.
    case .break: if !steps.loops.isEmpty { steps.loops.removeLast() }
    case .alt, .opt, .par: break
    }
    var branches: [GroupSpec.Branch] = []
    var ends: [OpenRequests] = []
    for branch in group.branches {
      steps.open = before
      steps.branchStart = steps.steps.count
      let items = resolve(branch.items, &steps, &finder)
      branches.append(GroupSpec.Branch(condition: branch.condition, items: items, range: branch.range))
      ends.append(steps.open)
    }
    steps.open = group.kind == .alt ? ends.first ?? before : before
    if group.kind != .break { for end in ends { steps.open.formUnion(end) } }
    if group.kind == .par { for end in ends { steps.open.subtract(closedBetween: before, and: end) } }
    (steps.loops, steps.branchStart) = (loops, start)
    return GroupSpec(
      group.kind, about: group.about, branches: branches, range: group.range, extensions: group.extensions)
  }

  // MARK: Steps

  private mutating func resolve(
    _ step: StepSyntax, in steps: ChainSteps, _ finder: inout PairFinder
  ) -> StepSpec? {
    let message = declarations.message(step.message, &findings)
    let final = step.details.final.flatMap { declarations.process($0, &findings) }
    guard let ends = ends(of: step.arrow), let message else { return nil }
    guard areDifferent(ends.right, in: step.arrow) else { return nil }

    var resolved: StepSpec
    switch step.arrow.direction {
    case .send:
      guard let hops = finder.hops(ends, step: step, &findings),
        areDifferent(hops[hops.count - 1].receivers, in: step.arrow)
      else { return nil }
      resolved = StepSpec(
        number: steps.steps.count + 1, kind: .send, hops: hops, message: message, range: step.arrow.range)
    case .reply:
      guard let request = request(ends, of: step, in: steps) else { return nil }
      resolved = StepSpec(
        number: steps.steps.count + 1, kind: .reply(to: request), hops: back(steps.steps[request], ends),
        message: message, isStreamElement: steps.isStreamElement(answering: request), range: step.arrow.range)
    }
    for (index, hop) in step.details.hops.prefix(resolved.hops.count).enumerated() {
      resolved.hops[index].assertedSent = hop.sent
      resolved.hops[index].assertedReceived = hop.received
    }
    resolved.within = step.details.within
    resolved.every = step.details.every
    resolved.isLost = step.details.isLost
    resolved.final = final
    resolved.topic = step.details.topic
    resolved.about = step.details.about
    resolved.extensions = step.details.extensions
    checkTopic(of: resolved)
    return resolved
  }

  private mutating func ends(of arrow: ArrowSyntax) -> ResolvedArrow? {
    let left = end(arrow.left)
    let through = arrow.through.map { end($0) }
    let right = arrow.right.map { end($0) }
    guard let left else { return nil }
    let ends = ResolvedArrow(left: left, through: through.compactMap { $0 }, right: right.compactMap { $0 })
    return ends.through.count == through.count && ends.right.count == right.count ? ends : nil
  }

  /// Whether each receiver of an arrow is named once: by the same words, or by those that mean the same socket.
  private mutating func areDifferent<End: Hashable>(_ ends: [End], in arrow: ArrowSyntax) -> Bool {
    var first: [End: Int] = [:]
    for (index, end) in ends.enumerated() {
      guard let earlier = first[end] else {
        first[end] = index
        continue
      }
      let (written, before) = (arrow.right[index], arrow.right[index - 1].range)
      findings.error(
        Code.receiverTwice, at: written.range,
        "\(Prose.quoted(written.process.text)) stands twice among the receivers, and gets the message once",
        help: "name each receiver once; that there are several of it is said by `count: many` at the process",
        notes: before == written.range
          ? [] : [Diagnostic.Note("it stands here already", at: arrow.right[earlier].range)],
        fix: before == written.range ? [] : [Edit(SourceRange(before.end, written.range.end), "")])
      return false
    }
    return true
  }

  private mutating func end(_ end: EndSyntax) -> ResolvedEnd? {
    guard let process = declarations.process(end.process, &findings) else { return nil }
    guard let name = end.socket else { return ResolvedEnd(process: process, socket: nil) }
    guard let socket = declarations.socket(name, of: process, &findings) else { return nil }
    return ResolvedEnd(process: process, socket: socket)
  }

  /// The way of a reply: that of its request, backwards.
  private func back(_ request: StepSpec, _ ends: ResolvedArrow) -> [HopSpec] {
    var hops = request.hops.reversed().map { hop in
      HopSpec(sender: hop.receivers[0], receivers: [hop.sender])
    }
    // Of several receivers, the one that answers.
    if let answering = request.receivers.first(where: { receiver in ends.right.contains { $0.matches(receiver) } }) {
      hops[0].sender = answering
    }
    return hops
  }

  /// Only what is published has a topic.
  private mutating func checkTopic(of step: StepSpec) {
    let type = spec[step.sender].type
    guard let topic = step.topic, type != .pub, type != .xpub else { return }
    guard syntax.processes[step.sender.process.index].sockets[step.sender.index].type != nil else { return }
    findings.error(
      Code.keyNotForSocketType, at: topic.range, "`topic` means nothing on a message that \(type.withArticle) sends",
      help: "remove it: only a PUB or an XPUB publishes under a topic")
  }

  // MARK: Requests

  /// The one open request that a reply answers, or nil after reporting.
  private mutating func request(_ ends: ResolvedArrow, of step: StepSyntax, in steps: ChainSteps) -> Int? {
    let message = step.details.answers.flatMap { declarations.message($0, &findings) }
    guard let answering = ends.right.first, (message == nil) == (step.details.answers == nil) else { return nil }
    let open =
      message.map { steps.request($0, from: ends.left, to: answering, in: spec).map { [$0] } ?? [] }
      ?? steps.candidates(from: ends.left, to: answering, limit: 4, in: spec)
    switch open.count {
    case 1:
      guard goesTheSameWay(steps.steps[open[0]], ends) else {
        reportAnotherWay(steps.steps[open[0]], of: step)
        return nil
      }
      return open[0]
    case 0:
      if !steps.hasGaps { reportNothingOpen(step) }
      return nil
    default:
      reportSeveralOpen(open.map { steps.steps[$0] }, of: step)
      return nil
    }
  }

  private func goesTheSameWay(_ request: StepSpec, _ ends: ResolvedArrow) -> Bool {
    let passed = request.hops.dropFirst().map(\.sender)
    // A named socket of the process between may be the one on either side of its proxy.
    return passed.count == ends.through.count
      && zip(request.hops.dropLast().flatMap { $0.receivers.prefix(1) }, zip(passed, ends.through)).allSatisfy {
        $1.1.matches($0) || $1.1.matches($1.0)
      }
  }

  private mutating func reportNothingOpen(_ step: StepSyntax) {
    let asks = step.arrow.left.process.text
    let answers = step.arrow.right.first?.process.text ?? ""
    if let asked = step.details.answers {
      findings.error(
        Code.nothingToAnswer, at: asked.range,
        "\(Prose.quoted(answers)) has no \(Prose.quoted(asked.text)) from \(Prose.quoted(asks)) to answer here",
        help: "name a request that is sent before and not yet answered, or leave `answers` out where only one is open")
      return
    }
    findings.error(
      Code.nothingToAnswer, at: step.arrow.range,
      "\(Prose.quoted(answers)) has nothing to answer: no message from \(Prose.quoted(asks)) is open here",
      help:
        "write the request `\(asks) -> \(answers): …` before it, or `\(answers) -> \(asks): \(step.message.text)` if it "
        + "answers nothing")
  }

  private mutating func reportSeveralOpen(_ requests: [StepSpec], of step: StepSyntax) {
    let names = requests.map { spec[$0.message].name.text }
    findings.error(
      Code.severalToAnswer, at: step.arrow.range,
      "\(Prose.quoted(step.message.text)) could answer \(Prose.list(names, conjunction: "or", Prose.quoted))",
      help: "write beside it which: `answers: \(names.last ?? "")`",
      notes: requests.prefix(3).map {
        Diagnostic.Note("\(Prose.quoted(spec[$0.message].name.text)) is sent here and not yet answered", at: $0.range)
      })
  }

  private mutating func reportAnotherWay(_ request: StepSpec, of step: StepSyntax) {
    let way = ([request.sender] + request.hops.map { $0.receivers[0] }).map { spec[$0.process].name.text }
    findings.error(
      Code.nothingToAnswer, at: step.arrow.range, "a reply goes back the way its request came",
      help: "write `\(way.joined(separator: " <- ")): \(step.message.text)`",
      notes: [Diagnostic.Note("\(Prose.quoted(spec[request.message].name.text)) goes this way", at: request.range)])
  }
}
