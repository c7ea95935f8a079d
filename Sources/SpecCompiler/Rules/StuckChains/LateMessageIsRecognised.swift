import SpecModel
import ZMQWire

/// What comes after its time is not taken for what is expected next.
///
/// Whoever stops waiting goes on, and what he waited for may still come: then it stands in the queue in front of the
/// next message. Told of only where nothing can tell the two apart: they are of one kind, no field is copied from the
/// request, and the socket cannot be renewed, because it binds or receives more than replies. A message that is no
/// reply and carries fields is taken to say by them what it belongs to.
struct LateMessageIsRecognised: Rule {
  static let code: DiagnosticCode = "ZS0708"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var handling: Set<SocketID> = []
    for step in spec.chains.lazy.flatMap(\.steps) where step.answers == nil && !step.isLost {
      handling.formUnion(step.receivers)
    }
    return spec.outlines.filter { !$0.hasSelfTalk }.flatMap { LateMessages($0, handling: handling).findings() }
  }
}

/// What may come late in one chain.
private struct LateMessages {
  let outline: ChainOutline
  /// The sockets that receive what is no reply.
  let handling: Set<SocketID>

  init(_ outline: ChainOutline, handling: Set<SocketID>) {
    self.outline = outline
    self.handling = handling
  }

  /// A place in the chain at which somebody stops waiting.
  private struct Late {
    var step: Int
    var socket: SocketID
    /// Where it is written that he does.
    var given: SourceRange
    /// The way down to the step, or to the alternative that says what happens then.
    var path: [Int]
    /// The branch of that alternative.
    var branch: Int?
  }

  func findings() -> [Diagnostic] {
    var told: Set<MessageID> = []
    return lateMessages().compactMap { late in
      let message = outline.chain.steps[late.step].message
      guard !told.contains(message), !isRecognised(late), let finding = finding(late) else { return nil }
      told.insert(message)
      return finding
    }
  }

  // MARK: Who stops waiting

  private func lateMessages() -> [Late] {
    var found: [Late] = []
    // Where it says what happens when time has passed, that is the place.
    var alternatives: Set<Int> = []
    for (group, path) in outline.groups() where group.kind == .alt {
      let late = timedOut(group, path)
      alternatives.formUnion(late.map(\.step))
      found += late
    }
    func visit(_ items: [ChainItemSpec], _ path: [Int]) {
      for (place, item) in items.enumerated() {
        switch item {
        case .note, .pause, .work: continue
        case .step(let index):
          let step = outline.chain.steps[index]
          // What answers a heartbeat is a sign of life, whichever it answers.
          guard let request = step.answers, outline.chain.steps[request].every == nil, !step.isStreamElement,
            !step.isLost, let within = step.within, !alternatives.contains(index)
          else { continue }
          found.append(Late(step: index, socket: step.receivers[0], given: within.range, path: path + [place]))
        case .group(let group):
          for (branch, inner) in group.branches.enumerated() { visit(inner.items, path + [place, branch]) }
        }
      }
    }
    visit(outline.chain.items, [])
    return found.sorted { $0.step < $1.step }
  }

  /// The first messages of branches of which another branch says what happens when they do not come in time.
  private func timedOut(_ group: GroupSpec, _ path: [Int]) -> [Late] {
    let openings = group.branches.map { outline.opening($0.items) }
    guard let timed = openings.firstIndex(where: \.isTimed) else { return [] }
    return openings.flatMap { opening -> [Late] in
      if opening.isTimed { return [] }
      return opening.steps.compactMap { index in
        let step = outline.chain.steps[index]
        guard !step.isLost, step.every == nil, step.receivers.count == 1 else { return nil }
        return Late(
          step: index, socket: step.receivers[0], given: group.branches[timed].range, path: path, branch: timed)
      }
    }
  }

  /// What happens after a while without it: in the branch that says so, behind its group, and in the next rounds of the
  /// loops around.
  private func items(behind late: Late) -> [ChainItemSpec] {
    guard let branch = late.branch else { return [] }
    var behind: [ChainItemSpec] = []
    var items = outline.chain.items
    var path = late.path[...]
    while let place = path.popFirst(), case .group(let group) = items[place] {
      let next = path.popFirst() ?? branch
      behind = items[(place + 1)...] + behind
      if group.kind == .loop { behind.insert(items[place], at: 0) }
      items = group.branches[next].items
    }
    return items + behind
  }

  // MARK: What he may take it for

  /// Whether a late message is told from the next one.
  private func isRecognised(_ late: Late) -> Bool {
    let step = outline.chain.steps[late.step]
    let message = outline.spec[step.message]
    if let layout = message.layout.declared, outline.spec[layout].fields.contains(where: { $0.isCopied }) {
      return true
    }
    guard step.answers != nil else { return outline.carriesData(late.step) }
    let socket = outline.spec[late.socket]
    return [.req, .dealer].contains(socket.type) && socket.bind.isEmpty && !handling.contains(late.socket)
  }

  /// What happens until the same is expected again: in this run of the chain, or in the next one.
  private func next(_ late: Late) -> (step: Int, events: [ChainTrace.Event])? {
    let expected = outline.chain.steps[late.step]
    func isNext(_ index: Int) -> Bool {
      let step = outline.chain.steps[index]
      return !step.isLost && step.receivers == expected.receivers && step.sender == expected.sender
    }
    var events: [ChainTrace.Event] = []
    for index in steps(items(behind: late)) {
      if isNext(index) { return outline.chain.steps[index].message == expected.message ? (index, events) : nil }
      events.append(outline.event(index))
    }
    // Of a message that is no reply, the next run may well want any.
    if expected.answers == nil { return nil }
    events.append(.note("again"))
    for index in steps(outline.chain.items) {
      if isNext(index) { return outline.chain.steps[index].message == expected.message ? (index, events) : nil }
      events.append(outline.event(index))
    }
    return nil
  }

  /// The steps of these items, of alternatives those of the first.
  private func steps(_ items: [ChainItemSpec]) -> [Int] {
    items.flatMap { item -> [Int] in
      switch item {
      case .note, .pause, .work: []
      case .step(let index): outline.chain.steps[index].every == nil ? [index] : []
      case .group(let group):
        switch group.kind {
        case .alt, .opt, .loop: steps(group.branches[0].items)
        case .par: group.branches.flatMap { steps($0.items) }
        case .break: []
        }
      }
    }
  }

  private func finding(_ late: Late) -> Diagnostic? {
    guard let next = next(late) else { return nil }
    let step = outline.chain.steps[late.step]
    let (process, message) = (outline.spec[late.socket.process].name, outline.name(ofMessageIn: late.step))
    var notes = [Diagnostic.Note("'\(process)' stops waiting for it here", at: late.given)]
    if next.step != late.step {
      notes.append(Diagnostic.Note("the next one is expected here", at: outline.chain.steps[next.step].range))
    }
    let declared = outline.spec[step.message].name
    notes.append(Diagnostic.Note("'\(declared)' is declared here", at: declared.range))
    let help: String
    if let request = step.answers {
      help =
        "copy a field of \(outline.name(ofMessageIn: request)) into it (`id: int = cause.id`), or ask on a socket that "
        + "connects and does nothing else"
    } else {
      help = "let a field say what it belongs to, or make it a reply with a field that is copied (`id: int = cause.id`)"
    }
    return LateMessageIsRecognised.warning(
      at: step.range, "'\(process)' cannot tell a late \(message) from the next one", help: help, notes: notes,
      trace: outline.trace(
        outline.events(before: late.path) + [.note("\(process) stops waiting")] + next.events + [
          outline.event(late.step)
        ],
        fatal: "\(process) takes the late \(outline.spec[step.message].name) for the next"))
  }
}

extension FieldSpec {
  /// Whether it is copied from the message that is answered or handled.
  fileprivate var isCopied: Bool { if case .cause? = source?.kind { true } else { false } }
}
