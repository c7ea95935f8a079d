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
  /// `in:`
  var assertedSent: FrameListSpec?
  /// `out:`
  var assertedReceived: FrameListSpec?
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

extension Findings {
  /// A step, or nil where it cannot be read or comes with a later version, which has been reported.
  mutating func step(_ node: YAMLNode) -> StepSyntax? {
    let form = "write `- A -> B: message`"
    switch node.content {
    case .refused: return nil
    case .mapping(let entries): return step(entries, node)
    case .scalar(let scalar) where ArrowSyntax.isMeant(by: scalar.text):
      error(
        Code.stepForm, at: node.range, "the step \(Prose.quoted(scalar.text)) has no message",
        help: scalar.text.contains(":") ? "write a blank behind the colon: `A -> B: message`" : form)
    case .scalar(let scalar) where !scalar.isNull && reserved(scalar.text, at: node.range): break
    default: wrongKind(node, expected: "a step", help: form)
    }
    return nil
  }

  private mutating func step(_ entries: [YAMLEntry], _ node: YAMLNode) -> StepSyntax? {
    let arrows = entries.filter { ArrowSyntax.isMeant(by: $0.key.text) }
    guard let entry = arrows.first else {
      reportNoArrow(entries, node)
      return nil
    }
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
    read(keys, direction: arrow?.direction, into: &step)
    guard let arrow, let message else { return nil }
    return StepSyntax(arrow: arrow, message: message, details: step)
  }

  /// The keys beside an arrow.
  private mutating func read(
    _ keys: KeyedSyntax, direction: ArrowSyntax.Direction?, into step: inout StepDetails
  ) {
    if let node = keys["within"] { step.within = duration(node, "`within`") }
    if let node = keys["final"], let text = filledText(node, "`final`") { step.final = name(text, "a process") }
    if let node = keys["topic"] { step.topic = topic(node) }
    if let node = keys["about"] { step.about = text(node, "`about`")?.text }
    if let node = keys["in"] { step.assertedSent = frames(node, "`in`") }
    if let node = keys["out"] { step.assertedReceived = frames(node, "`out`") }
    step.extensions = keys.extensions
    if direction == .send, let range = keys.range(of: "within") {
      error(
        Code.keyNotForStep, at: range, "`within` says how long a reply may take, found it on a step that is no reply",
        help: "write it beside the `<-` that answers this message")
    }
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

  /// Reports a mapping that is a group, a note or work, or nothing that is known.
  private mutating func reportNoArrow(_ entries: [YAMLEntry], _ node: YAMLNode) {
    for entry in entries where reserved(entry.key.text, at: entry.keyRange) { return }
    if entries.count == 1, let entry = entries.first, case .scalar(let scalar) = entry.value.content,
      scalar.text.hasSuffix(")"), scalar.text.contains("(")
    {
      notYet(
        "work inside a process", at: entry.range, instead: "write it in the `about` of the step before or after it")
      return
    }
    error(
      Code.stepForm, at: node.range, "expected an arrow between two processes, found none",
      help: "write `- A -> B: message` for what is sent, `- A <- B: message` for what is answered")
  }

  /// Reports the forms of steps that come with a later version.
  private mutating func reserved(_ text: String, at range: SourceRange) -> Bool {
    let word = text.prefix { $0 != " " }
    guard let form = LanguagePlace.stepForms.first(where: { $0.name == word }),
      case .later(let instead) = form.availability
    else { return false }
    notYet(Prose.key(form.name), at: range, instead: instead)
    return true
  }
}
