import SpecModel

/// A process that has ended neither sends nor receives, whatever way led to its end.
///
/// libzmq queues what is sent to it and throws it away when the sender closes, or drops it at once.
struct NothingFollowsFinal: Rule {
  static let code: DiagnosticCode = "ZS0407"

  /// The step with which the process has ended, on some path or on every one.
  private struct End: PathState {
    var step: Int?
    var isCertain = false

    mutating func join(_ other: End) {
      isCertain = isCertain && other.isCertain
      step = [step, other.step].compactMap(\.self).min()
    }
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.chains.flatMap { chain in chain.steps.contains { $0.final != nil } ? check(chain, in: spec) : [] }
  }

  private static func check(_ chain: ChainSpec, in spec: ProtocolSpec) -> [Diagnostic] {
    let ending = Set(chain.steps.compactMap(\.final))
    let projection = ChainProjection<ProcessID>(of: chain) { _, step in
      Set(step.hops.flatMap { [$0.sender] + $0.receivers }.map(\.process)).intersection(ending)
        .sorted { $0.index < $1.index }
    }
    var found: [Diagnostic] = []
    for process in projection.things {
      var late: [Int: End] = [:]
      var path = projection.paths[process] ?? []
      // Of many, another one ends each time round.
      if spec[process].count == .many { path = path.map(\.once) }
      _ = PathWalk.walk(path, from: End()) { index, state in
        if state.step != nil { late[index] = late[index] ?? state }
        guard chain.steps[index].final == process, state.step == nil else { return }
        state = End(step: index, isCertain: true)
        // What is sent again and again would be sent or received again after the end.
        let isOne = spec[process].count == .one || chain.steps[index].sender.process == process
        if chain.steps[index].every != nil, isOne { late[index] = state }
      }
      for (index, end) in late.sorted(by: { $0.key < $1.key }) {
        guard let last = end.step.map({ chain.steps[$0] }) else { continue }
        found.append(tooLate(chain.steps[index], process, end: last, isCertain: end.isCertain, in: spec))
      }
    }
    return found
  }

  private static func tooLate(
    _ step: StepSpec, _ process: ProcessID, end last: StepSpec, isCertain: Bool, in spec: ProtocolSpec
  ) -> Diagnostic {
    let name = spec[process].name
    if let every = step.every, last.number == step.number {
      return error(
        at: every.range,
        "'\(spec[step.message].name)' is sent again every \(every.text), and '\(name)' ends with the first",
        help: "leave out `every`, or write `final` on another message",
        notes: [Diagnostic.Note("'\(name)' ends with this step", at: step.range)])
    }
    let verb =
      step.sender.process == process
      ? "send" : step.receivers.contains { $0.process == process } ? "receive" : "pass on"
    return error(
      at: step.range,
      "'\(name)' has ended\(isCertain ? "" : " on some path") and cannot \(verb) '\(spec[step.message].name)'",
      help: "write `final: \(name)` on the last step in which '\(name)' takes part",
      notes: [Diagnostic.Note("'\(name)' ends with this step", at: last.range)])
  }
}

extension PathItem {
  /// The same, with every loop gone through once or not at all.
  fileprivate var once: PathItem {
    guard case .group(var group) = self else { return self }
    if group.kind == .loop { group.kind = .opt }
    group.branches = group.branches.map { $0.map(\.once) }
    return .group(group)
  }
}
