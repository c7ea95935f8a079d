import SpecModel

/// A stream has a last element: a reply in a loop that its request is outside of leaves the request open, and one
/// outside of the loop closes it.
///
/// Nothing is said about a stream that time ends (`within`, `silence`), that the runtime keeps up (`every`), that a
/// `break` leaves, or that ends with one of the two processes (`final`).
struct LoopCanEnd: Rule {
  static let code: DiagnosticCode = "ZS0705"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.outlines.filter(\.hasGroups).flatMap(check)
  }

  private static func check(_ outline: ChainOutline) -> [Diagnostic] {
    let steps = outline.chain.steps
    var closed: Set<Int> = []
    var ended: Set<ProcessID> = []
    for step in steps {
      if let request = step.answers, !step.isStreamElement, !step.isLost { closed.insert(request) }
      if let process = step.final { ended.insert(process) }
    }
    var told: Set<Int> = []
    return outline.groups().compactMap { group, path in
      guard group.kind == .loop, !breaks(group.branches[0].items) else { return nil }
      for index in elements(group.branches[0].items, steps) {
        guard let request = steps[index].answers, !closed.contains(request), !told.contains(request) else { continue }
        let asked = steps[request]
        let isTimed = steps[index].within != nil || outline.spec[asked.sender].silence != nil
        if isTimed || steps[index].every != nil || steps[index].isLost { continue }
        if ended.contains(asked.sender.process) || ended.contains(steps[index].sender.process) { continue }
        told.insert(request)
        return finding(group, path, element: index, request: request, outline)
      }
      return nil
    }
  }

  private static func finding(
    _ group: GroupSpec, _ path: [Int], element: Int, request: Int, _ outline: ChainOutline
  ) -> Diagnostic {
    let asker = outline.sender(request)
    return warning(
      at: group.range,
      "this loop can never end for \(outline.name(asker)): no reply closes \(outline.name(ofMessageIn: request)) behind it",
      help:
        "add a last reply behind the loop, `\(outline.way(ofReply: element)): …`, or write `within` on \(outline.name(ofMessageIn: element)) "
        + "if silence is the end, or a `break` in the loop",
      notes: [
        Diagnostic.Note(
          "\(outline.name(ofMessageIn: request)) is sent here and stays open", at: outline.chain.steps[request].range)
      ],
      trace: outline.trace(
        outline.events(before: path) + [outline.event(element)],
        fatal: "\(outline.spec[asker].name) never learns that this was the last one"))
  }

  /// The elements of streams in these items.
  private static func elements(_ items: [ChainItemSpec], _ steps: [StepSpec]) -> [Int] {
    items.flatMap { item -> [Int] in
      switch item {
      case .step(let index): steps[index].isStreamElement ? [index] : []
      case .group(let group): group.branches.flatMap { elements($0.items, steps) }
      case .note, .pause, .work: []
      }
    }
  }

  /// Whether a `break` may leave these items.
  private static func breaks(_ items: [ChainItemSpec]) -> Bool {
    items.contains { item in
      guard case .group(let group) = item else { return false }
      return group.kind == .break || (group.kind != .loop && group.branches.contains { breaks($0.items) })
    }
  }
}
