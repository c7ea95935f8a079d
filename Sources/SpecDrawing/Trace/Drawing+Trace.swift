import SpecModel

extension Drawing {
  /// How a chain went once, as a diagram, without a line end behind it.
  ///
  /// ```
  ///     Client         Server
  ///      [REQ]          [REP]
  ///        |---1 get----->|
  ///        | x-2 value----|
  ///        |              |  Client waits for ever
  /// ```
  ///
  /// Steps keep the numbers that they have in the chain; one that happened twice is there twice. The form is the
  /// ladder, whatever the options say: a trace has an order and an end, and the compact form shows neither.
  public static func diagram(
    of trace: ChainTrace, in spec: ProtocolSpec, options: DrawingOptions = DrawingOptions()
  ) -> (text: String, warnings: [String]) {
    guard spec.chains.indices.contains(trace.chain) else { return ("", []) }
    var options = options
    options.style = .ladder
    return diagram(of: spec.chains[trace.chain].went(trace), in: spec, options: options)
  }
}

extension ChainSpec {
  /// The chain as it went, as a chain without groups.
  fileprivate func went(_ trace: ChainTrace) -> ChainSpec {
    var went = self
    went.steps = []
    went.items = []
    var latest: [Int: Int] = [:]
    for event in trace.events {
      switch event {
      case .step(let step): went.append(steps, step, isLost: false, latest: &latest)
      case .lost(let step): went.append(steps, step, isLost: true, latest: &latest)
      case .pause(let span): went.items.append(.pause(span))
      case .note(let text): went.items.append(.note(NoteSpec(text, range: name.range)))
      }
    }
    if !trace.fatal.isEmpty { went.items.append(.note(NoteSpec(trace.fatal, range: name.range))) }
    return went
  }

  /// Adds a step of the chain, which answers what was last asked.
  private mutating func append(_ all: [StepSpec], _ index: Int, isLost: Bool, latest: inout [Int: Int]) {
    guard all.indices.contains(index) else { return }
    var step = all[index]
    step.isLost = isLost
    step.kind = step.answers.flatMap { latest[$0] }.map { .reply(to: $0) } ?? .send
    latest[index] = steps.count
    items.append(.step(steps.count))
    steps.append(step)
  }
}
