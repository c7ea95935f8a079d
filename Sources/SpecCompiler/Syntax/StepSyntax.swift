import SpecModel

/// A step of a chain as written.
struct StepSyntax: Sendable, Hashable {
  /// The arrow.
  var arrow: ArrowSyntax
  /// What is said.
  var message: NameSpec
  /// What stands beside the arrow.
  var details: StepDetails
}

/// The keys beside the arrow of a step.
struct StepDetails: Sendable, Hashable {
  /// `within:`
  var within: DurationSpec?
  /// `final:`
  var final: NameSpec?
  /// `topic:`
  var topic: TemplateSpec?
  /// `about:`
  var about: String?
  /// `every:`
  var every: DurationSpec?
  /// `lost:`
  var isLost = false
  /// `answers:`
  var answers: NameSpec?
  /// `in:` and `out:`, or `hops:`, in the order of the hops; may be shorter.
  var hops: [AssertedHopSyntax] = []
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

/// The frames of a hop as the author believes them.
struct AssertedHopSyntax: Sendable, Hashable {
  /// `in:`
  var sent: FrameListSpec?
  /// `out:`
  var received: FrameListSpec?
}

extension Findings {
  /// A step with its arrow, or nil where it cannot be read, which has been reported.
  mutating func step(_ entries: [YAMLEntry]) -> StepSyntax? {
    let arrows = entries.filter { ArrowSyntax.isMeant(by: $0.key.text) }
    guard let entry = arrows.first else { return nil }
    if arrows.count > 1 {
      error(
        Code.stepForm, at: arrows[1].keyRange, "a step has one arrow, found a second",
        help: "begin each step with `- `",
        notes: [Diagnostic.Note("the first arrow stands here", at: entry.keyRange)])
      return nil
    }
    let isCut = isCutByComma(entry, in: entries)
    let others = entries.filter { $0.keyRange != entry.keyRange && (!isCut || isStepKey($0.key.text)) }
    let keys = KeyedSyntax(others, at: .step, owner: entry.keyRange, &self)
    let arrow = arrow(entry.keyText)
    let message = message(of: entry, isCut: isCut)
    var step = StepDetails()
    read(keys, arrow: arrow, into: &step)
    guard let arrow, let message else { return nil }
    return StepSyntax(arrow: arrow, message: message, details: step)
  }

  /// The keys beside an arrow.
  private mutating func read(_ keys: KeyedSyntax, arrow: ArrowSyntax?, into step: inout StepDetails) {
    if let node = keys["within"] {
      let instead = "leave `within` out: then the client's method waits \(DurationSpec.usualWait.text)"
      step.within = duration(node, "`within`", insteadOfNothing: instead)
    }
    if let node = keys["every"] {
      let instead = "leave `every` out: then the program sends the message when it likes"
      step.every = duration(node, "`every`", insteadOfNothing: instead)
    }
    if let node = keys["lost"] { step.isLost = flag(node, "`lost`") ?? false }
    if let node = keys["answers"], let text = filledText(node, "`answers`") {
      step.answers = name(text, "a message")
    }
    if let node = keys["final"], let text = filledText(node, "`final`") { step.final = name(text, "a process") }
    if let node = keys["topic"] { step.topic = topic(node) }
    if let node = keys["about"] { step.about = text(node, "`about`")?.text }
    if let arrow { step.hops = assertedHops(keys, of: arrow) }
    step.extensions = keys.extensions
    switch arrow?.direction {
    case .send:
      refuse(
        "within", keys, because: "`within` says how long a reply may take, found it on a step that is no reply",
        help: "write it beside the `<-` that answers this message")
      refuse(
        "answers", keys, because: "`answers` names the request of a reply, found it on a step that is no reply",
        help: "write the arrow `<-` if this answers a request, or leave the key out")
    case .reply:
      refuse(
        "every", keys, because: "`every` says how often a message is sent by itself, found it on a reply",
        help: "write it beside a `->`, or leave the key out")
    case nil: break
    }
  }

  private mutating func refuse(_ key: String, _ keys: KeyedSyntax, because message: String, help: String) {
    guard let range = keys.range(of: key) else { return }
    error(Code.keyNotForStep, at: range, message, help: help, fix: [.removingEntry(at: range)])
  }

  /// `in` and `out` of an arrow with two ends, or the list `hops` of one through proxies.
  private mutating func assertedHops(_ keys: KeyedSyntax, of arrow: ArrowSyntax) -> [AssertedHopSyntax] {
    let count = arrow.through.count + 1
    if let node = keys["hops"] {
      for key in ["in", "out"] {
        guard let range = keys.range(of: key), let other = keys.range(of: "hops") else { continue }
        error(
          Code.keysExcludeOneAnother, at: range, "\(Prose.key(key)) and `hops` both say what the frames are",
          help: "write `in` and `out` inside `hops`", notes: [Diagnostic.Note("`hops` stands here", at: other)])
      }
      return hops(node, count: count)
    }
    if count > 1, let range = keys.range(of: "in") ?? keys.range(of: "out") {
      error(
        Code.keyNotForStep, at: range,
        "an arrow through \(count - 1 == 1 ? "a proxy" : "proxies") has \(count) hops, "
          + "each with frames of its own",
        help: "write `hops:` with a list of \(count) entries, `- { in: […], out: […] }`")
      return []
    }
    return [
      AssertedHopSyntax(
        sent: keys["in"].flatMap { frames($0, "`in`") }, received: keys["out"].flatMap { frames($0, "`out`") })
    ]
  }

  private mutating func hops(_ node: YAMLNode, count: Int) -> [AssertedHopSyntax] {
    let help = "write `- { in: […], out: […] }` for each hop"
    guard let nodes = items(node, "`hops`", help: help) else { return [] }
    if nodes.count != count {
      error(
        Code.keyNotForStep, at: node.range, "expected \(Prose.counted(count, "hop")), found \(nodes.count)",
        help: "write one entry for each arrow of the step, in its order")
    }
    var hops: [AssertedHopSyntax] = []
    for node in nodes {
      guard let entries = entries(node, "a hop", help: help) else { continue }
      let keys = KeyedSyntax(entries, at: .hop, owner: node.range, &self)
      hops.append(
        AssertedHopSyntax(
          sent: keys["in"].flatMap { frames($0, "`in`") }, received: keys["out"].flatMap { frames($0, "`out`") }))
    }
    return hops
  }

  private mutating func message(of entry: YAMLEntry, isCut: Bool) -> NameSpec? {
    guard isNothing(entry.value) else { return text(entry.value, "the message").flatMap { name($0, "a message") } }
    error(
      Code.stepForm, at: entry.keyRange, "the step \(Prose.quoted(entry.key.text)) has no message",
      help: isCut
        ? "in braces a comma ends the key: write several receivers in quotes, `{ \"A -> B, C\": message }`, or the step "
          + "without braces"
        : "write `\(entry.key.text): message`")
    return nil
  }

  /// `{ A -> B, C: report }`, where YAML reads the keys `A -> B` and `C`.
  private func isCutByComma(_ arrow: YAMLEntry, in entries: [YAMLEntry]) -> Bool {
    isNothing(arrow.value)
      && entries.contains {
        $0.keyRange != arrow.keyRange && $0.keyRange.start.line == arrow.keyRange.end.line && !isStepKey($0.key.text)
      }
  }

  private func isStepKey(_ key: String) -> Bool {
    key.hasPrefix("x-") || LanguagePlace.step.keys.contains { $0.name == key }
  }

  private func isNothing(_ node: YAMLNode) -> Bool {
    node.content == .scalar(YAMLScalar(text: "", style: .plain))
  }
}
