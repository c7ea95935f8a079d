import SpecModel

/// The steps of a chain that are resolved so far, and which of them can still be answered.
struct ChainSteps {
  /// The steps.
  private(set) var steps: [StepSpec] = []
  /// Whether a step before was refused, so that what it asked cannot be known.
  var hasGaps = false

  /// Open requests by the two processes, in order.
  private var openByProcesses: [Processes: [Int]] = [:]

  private struct Processes: Hashable {
    var asking: ProcessID
    var answering: ProcessID
  }

  /// Adds a step: a request opens, a reply closes its request.
  mutating func append(_ step: StepSpec) {
    switch step.kind {
    case .send:
      for process in Set(step.receivers.map(\.process)) {
        openByProcesses[Processes(asking: step.sender.process, answering: process), default: []].append(steps.count)
      }
    case .reply(let request):
      let asked = steps[request]
      for process in Set(asked.receivers.map(\.process)) {
        let key = Processes(asking: asked.sender.process, answering: process)
        openByProcesses[key]?.removeAll { $0 == request }
      }
    }
    steps.append(step)
  }

  /// The requests that a reply can mean, two at most: one that can be answered comes before one that its
  /// sockets leave without an answer.
  func open(from asking: ResolvedEnd, to answering: ResolvedEnd, in spec: ProtocolSpec) -> [Int] {
    let key = Processes(asking: asking.process, answering: answering.process)
    var answerable: [Int] = []
    var others: [Int] = []
    for index in openByProcesses[key] ?? [] {
      let step = steps[index]
      guard asking.matches(step.sender), let receiver = step.receivers.first(where: { answering.matches($0) }) else {
        continue
      }
      if spec[receiver].type.canSend, spec[step.sender].type.canReceive {
        answerable.append(index)
        if answerable.count == 2 { break }
      } else {
        others.append(index)
      }
    }
    return answerable.isEmpty ? Array(others.prefix(2)) : answerable
  }
}
