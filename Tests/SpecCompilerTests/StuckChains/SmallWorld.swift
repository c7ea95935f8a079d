import SpecModel

@testable import SpecCompiler

/// A small chain made at random, and an explorer of it that shares nothing with the compiler's: processes walk through
/// what is left of their parts, messages lie in sets, states are values in a Set.
struct SmallWorld {
  /// A message in one round of the loops around it.
  struct Message: Hashable {
    var step: Int
    var from: Int
    var to: Int
    /// The message that it answers.
    var answers: Int?
    var isRequest = false
  }

  /// The chain with its loops written out.
  indirect enum Item {
    case message(Int)
    case choice(Int, [[Item]], deciders: [Int])
    case par([[Item]])
    /// What a `break` may end.
    case scope(Int, [Item])
  }

  /// What is left for one process.
  indirect enum Part: Hashable {
    case send(Int)
    case receive(Int)
    case choice(Int, [[Part]], deciders: [Int])
    case par([[Part]])
    case scope(Int, [Part])
  }

  /// How the chain ends: which receptions are waited for, by process and step, and which steps lie in queues because
  /// a `break` has ended what they belong to.
  struct End: Hashable {
    var waits: Set<[Int]>
    var isWhole: Bool
    var mishap: String
    var left: Set<Int> = []
  }

  static let processes = 3

  var spec: ProtocolSpec
  private(set) var messages: [Message] = []
  private var choices = 0
  /// By its choice, the scope that a `break` ends.
  private var breaks: [Int: Int] = [:]
  private var scopes: [(isStrong: Bool, id: Int)] = []
  private var scopeCount = 0
  private var items: [Item] = []
  private let isLossy: [Bool]

  // MARK: Making one

  /// A chain of at most `size` steps; with requests, or with messages that ask nothing; with `break`s or without. It
  /// runs so often in a row.
  init(seed: UInt64, size: Int, requests: Bool, breaks: Bool = false, runs: Int = 1) {
    var random = SplitMix(seed: seed)
    let lossy = (0..<Self.processes).map { _ in random.next(2) == 0 }
    isLossy = lossy
    var steps: [StepSpec] = []
    let chainItems = Self.make(&random, size: size, depth: 0, requests: requests, breaks: breaks, &steps)
    let processes = (0..<Self.processes).map { place in
      ProcessSpec(
        name: NameSpec("P\(place)", at: .beginning), shownAs: "p",
        sockets: [lossy[place] ? .router : .push, .pull, .req, .rep].map {
          SocketSpec(name: NameSpec("s", at: .beginning), type: $0, typeRange: .beginning, shownAs: "p")
        })
    }
    let chain = ChainSpec(name: NameSpec("chain", at: .beginning), steps: steps, items: chainItems)
    spec = ProtocolSpec(
      name: NameSpec("world", at: .beginning), processes: processes,
      messages: [MessageSpec(name: NameSpec("m", at: .beginning), wireType: "m", wireTypeRange: .beginning)],
      chains: [chain])
    for _ in 0..<runs {
      var latest: [Int: Int] = [:]
      items.append(scope(isStrong: false) { $0.writtenOut(chainItems, steps, &latest) })
    }
  }

  private static func make(
    _ random: inout SplitMix, size: Int, depth: Int, requests: Bool, breaks: Bool, _ steps: inout [StepSpec]
  ) -> [ChainItemSpec] {
    var items: [ChainItemSpec] = []
    for _ in 0..<(1 + random.next(3)) where steps.count < size {
      switch random.next(depth > 2 ? 3 : 6) {
      case 3:
        let kinds: [GroupSpec.Kind] = [.alt, .opt, .loop, .break]
        let kind = kinds[random.next(breaks ? 4 : 3)]
        let branches = (0..<(kind == .alt ? 2 : 1)).map { _ in
          make(&random, size: size, depth: depth + 1, requests: requests, breaks: breaks, &steps)
        }
        items.append(group(kind, branches))
      case 4, 5:
        items.append(
          group(
            .par,
            (0..<2).map { _ in make(&random, size: size, depth: depth + 1, requests: requests, breaks: breaks, &steps) }
          ))
      default:
        let from = random.next(processes)
        let to = (from + 1 + random.next(processes - 1)) % processes
        let request = steps.count
        items.append(.step(request))
        steps.append(step(request, .send, from, to, requests ? (2, 3) : (0, 1)))
        guard requests else { continue }
        if depth < 3 { items += make(&random, size: size, depth: depth + 1, requests: true, breaks: breaks, &steps) }
        items.append(.step(steps.count))
        steps.append(step(steps.count, .reply(to: request), to, from, (3, 2)))
      }
    }
    return items
  }

  private static func group(_ kind: GroupSpec.Kind, _ branches: [[ChainItemSpec]]) -> ChainItemSpec {
    .group(
      GroupSpec(
        kind, branches: branches.map { GroupSpec.Branch(condition: "", items: $0, range: .beginning) },
        range: .beginning))
  }

  private static func step(
    _ place: Int, _ kind: StepSpec.Kind, _ from: Int, _ to: Int, _ sockets: (Int, Int)
  ) -> StepSpec {
    StepSpec(
      number: place + 1, kind: kind,
      hops: [
        HopSpec(sender: SocketID(ProcessID(from), sockets.0), receivers: [SocketID(ProcessID(to), sockets.1)])
      ], message: MessageID(0), range: .beginning)
  }

  private mutating func writtenOut(
    _ items: [ChainItemSpec], _ steps: [StepSpec], _ latest: inout [Int: Int]
  ) -> [Item] {
    var result: [Item] = []
    for item in items {
      switch item {
      case .step(let place):
        let step = steps[place]
        let answers = step.answers.flatMap { latest[$0] }
        latest[place] = messages.count
        result.append(.message(messages.count))
        messages.append(
          Message(
            step: place, from: step.sender.process.index, to: step.receivers[0].process.index, answers: answers,
            isRequest: step.sender.index == 2))
      case .group(let group):
        if group.kind == .par {
          result.append(
            scope(isStrong: true) { world in
              var branches: [[Item]] = []
              for branch in group.branches { branches.append(world.writtenOut(branch.items, steps, &latest)) }
              return [.par(branches)]
            })
          continue
        }
        let firsts = group.branches.map { first($0.items, steps) }
        guard let anybody = firsts.compactMap({ $0 }).first else { continue }
        let rounds = group.kind == .loop ? 2 : 1
        func round(_ number: Int, _ world: inout SmallWorld, _ latest: inout [Int: Int]) -> Item {
          let choice = world.choices
          world.choices += 1
          var options: [[Item]] = []
          for (place, branch) in group.branches.enumerated() {
            var items = world.writtenOut(branch.items, steps, &latest)
            if place == 0, number < rounds { items.append(round(number + 1, &world, &latest)) }
            options.append(items)
          }
          var deciders = firsts.map { $0 ?? anybody }
          if group.kind != .alt {
            options.append([])
            deciders.append(deciders[0])
          }
          return .choice(choice, options, deciders: deciders)
        }
        if group.kind == .break {
          breaks[choices] = (scopes.last { $0.isStrong } ?? scopes[scopes.count - 1]).id
          result.append(round(1, &self, &latest))
        } else {
          result.append(scope(isStrong: group.kind == .loop) { [round(1, &$0, &latest)] })
        }
      case .note, .pause, .work: continue
      }
    }
    return result
  }

  private mutating func scope(isStrong: Bool, _ items: (inout SmallWorld) -> [Item]) -> Item {
    scopeCount += 1
    let id = scopeCount
    scopes.append((isStrong, id))
    defer { scopes.removeLast() }
    return .scope(id, items(&self))
  }

  /// The sender of the first step in the order of the file.
  private func first(_ items: [ChainItemSpec], _ steps: [StepSpec]) -> Int? {
    for item in items {
      switch item {
      case .step(let place): return steps[place].sender.process.index
      case .group(let group):
        if let found = group.branches.lazy.compactMap({ first($0.items, steps) }).first { return found }
      case .note, .pause, .work: continue
      }
    }
    return nil
  }

  // MARK: Exploring it

  private struct State: Hashable {
    var parts: [[Part]?]
    var underway: Set<Int> = []
    var dropped: Set<Int> = []
    var told: Set<Int> = []
    var taken: [Int: Int] = [:]
    /// The request that a process works on, and the one whose answer it waits for.
    var working: [Int: Int] = [:]
    var asking: [Int: Int] = [:]
    var mishap = ""
    var left: Set<Int> = []
  }

  /// All ends.
  func ends(withMishaps: Bool) -> Set<End> {
    var seen: Set<State> = []
    var ends: Set<End> = []
    var open = [State(parts: (0..<Self.processes).map { part(items, of: $0) })]
    while let state = open.popLast() {
      guard seen.insert(state).inserted else { continue }
      let next = successors(state)
      if next.isEmpty { ends.insert(end(state)) }
      open += next
      if withMishaps, state.mishap.isEmpty { open += mishaps(state) }
    }
    return ends
  }

  private func part(_ items: [Item], of process: Int) -> [Part] {
    items.compactMap { item in
      switch item {
      case .message(let message):
        if messages[message].from == process { return .send(message) }
        return messages[message].to == process ? .receive(message) : nil
      case .choice(let choice, let options, let deciders):
        let parts = options.map { part($0, of: process) }
        return parts.allSatisfy(\.isEmpty) ? nil : .choice(choice, parts, deciders: deciders)
      case .par(let branches):
        let parts = branches.map { part($0, of: process) }.filter { !$0.isEmpty }
        return parts.isEmpty ? nil : .par(parts)
      case .scope(let id, let items):
        let parts = part(items, of: process)
        return parts.isEmpty ? nil : .scope(id, parts)
      }
    }
  }

  private enum Action {
    case message(Int, isSend: Bool)
    case take(Int, Int)
  }

  /// What a process could do first, and what is then left for it.
  private func firsts(_ parts: [Part], _ process: Int) -> [(Action, [Part])] {
    guard let first = parts.first else { return [] }
    let rest = Array(parts.dropFirst())
    switch first {
    case .send(let message): return [(.message(message, isSend: true), rest)]
    case .receive(let message): return [(.message(message, isSend: false), rest)]
    case .choice(let choice, let options, let deciders):
      return options.indices.filter { deciders[$0] == process }.map { (.take(choice, $0), parts) }
    case .par(let branches):
      return branches.indices.flatMap { place in
        firsts(branches[place], process).map { action, left in
          var branches = branches
          branches[place] = left
          return (action, [.par(branches)] + rest)
        }
      }
    case .scope(let id, let inner):
      return firsts(inner, process).map { action, left in (action, [.scope(id, left)] + rest) }
    }
  }

  /// What is left once it is known which options were taken.
  private func settled(_ parts: [Part], _ taken: [Int: Int]) -> [Part] {
    parts.flatMap { part -> [Part] in
      switch part {
      case .send, .receive: return [part]
      case .choice(let choice, let options, let deciders):
        if let option = taken[choice] { return settled(options[option], taken) }
        return [.choice(choice, options.map { settled($0, taken) }, deciders: deciders)]
      case .par(let branches):
        let left = branches.map { settled($0, taken) }.filter { !$0.isEmpty }
        return left.isEmpty ? [] : [.par(left)]
      case .scope(let id, let inner):
        let left = settled(inner, taken)
        return left.isEmpty ? [] : [.scope(id, left)]
      }
    }
  }

  /// What is left when a `break` has ended a scope: what stands in the `break` itself.
  private func broken(_ parts: [Part], _ scope: Int, by choice: Int) -> [Part] {
    parts.flatMap { part -> [Part] in
      switch part {
      case .send, .receive: return [part]
      case .choice(let other, let options, let deciders):
        return [.choice(other, options.map { broken($0, scope, by: choice) }, deciders: deciders)]
      case .par(let branches): return [.par(branches.map { broken($0, scope, by: choice) })]
      case .scope(let id, let inner):
        // A `break` in this one ends the same scope once more.
        return [.scope(id, id == scope ? branch(of: choice, in: inner) : broken(inner, scope, by: choice))]
      }
    }
  }

  private func branch(of choice: Int, in parts: [Part]) -> [Part] {
    parts.flatMap { part -> [Part] in
      switch part {
      case .send, .receive: []
      case .choice(choice, let options, _): options[0]
      case .choice(_, let options, _): options.flatMap { branch(of: choice, in: $0) }
      case .par(let branches): branches.flatMap { branch(of: choice, in: $0) }
      case .scope(_, let inner): branch(of: choice, in: inner)
      }
    }
  }

  private func successors(_ state: State) -> [State] {
    var result: [State] = []
    for process in 0..<Self.processes {
      guard let parts = state.parts[process] else { continue }
      for (action, left) in firsts(parts, process) {
        var next = state
        switch action {
        case .take(let choice, let option):
          next.taken[choice] = option
          if option == 0, let scope = breaks[choice] {
            next.parts = next.parts.map { $0.map { broken($0, scope, by: choice) } }
            let awaited = Set(next.parts.flatMap { receptions($0 ?? []) })
            for message in next.underway where next.parts[messages[message].to] != nil && !awaited.contains(message) {
              next.underway.remove(message)
              next.left.insert(messages[message].step)
            }
          }
        case .message(let message, let isSend):
          guard isSend ? canSend(message, state) : canReceive(message, state) else { continue }
          next.parts[process] = left
          if isSend { send(message, &next) } else { receive(message, &next) }
        }
        next.parts = next.parts.map { $0.map { settled($0, next.taken) } }
        result.append(next)
      }
    }
    return result
  }

  private func canSend(_ message: Int, _ state: State) -> Bool {
    let value = messages[message]
    if value.isRequest, state.asking[value.from] != nil { return false }
    return state.underway.filter {
      messages[$0].from == value.from && messages[$0].to == value.to
        && messages[$0].isRequest == value.isRequest
    }.count < 2
  }

  private func canReceive(_ message: Int, _ state: State) -> Bool {
    guard state.underway.contains(message) else { return false }
    return !(messages[message].isRequest && state.working[messages[message].to] != nil)
  }

  private func send(_ message: Int, _ state: inout State) {
    let value = messages[message]
    if value.isRequest { state.asking[value.from] = message }
    if let request = value.answers, state.working[value.from] == request { state.working[value.from] = nil }
    guard state.parts[value.to] != nil else { return }
    state.underway.insert(message)
    state.told.insert(value.to)
  }

  private func receive(_ message: Int, _ state: inout State) {
    let value = messages[message]
    state.underway.remove(message)
    if value.isRequest { state.working[value.to] = message }
    if let request = value.answers, state.asking[value.to] == request { state.asking[value.to] = nil }
  }

  private func mishaps(_ state: State) -> [State] {
    var result: [State] = []
    for process in 0..<Self.processes {
      guard let parts = state.parts[process], !parts.isEmpty else { continue }
      for case (.message(let message, isSend: true), let left) in firsts(parts, process)
      where isLossy[process] && canSend(message, state) {
        var next = state
        next.parts[process] = left
        next.parts = next.parts.map { $0.map { settled($0, next.taken) } }
        next.mishap = "loss"
        result.append(next)
      }
      if state.told.contains(process) {
        var next = state
        next.parts[process] = nil
        next.underway = next.underway.filter { messages[$0].to != process }
        next.mishap = "restart \(process)"
        result.append(next)
      }
    }
    return result
  }

  private func end(_ state: State) -> End {
    var waits: Set<[Int]> = []
    for process in 0..<Self.processes {
      guard let parts = state.parts[process] else { continue }
      for message in awaited(parts) { waits.insert([process, messages[message].step]) }
    }
    return End(
      waits: waits, isWhole: state.parts.allSatisfy { $0?.isEmpty != false }, mishap: state.mishap,
      left: state.left)
  }

  /// All that is received in these parts, whichever ways are taken.
  private func receptions(_ parts: [Part]) -> [Int] {
    parts.flatMap { part -> [Int] in
      switch part {
      case .send: []
      case .receive(let message): [message]
      case .choice(_, let options, _): options.flatMap { receptions($0) }
      case .par(let branches): branches.flatMap { receptions($0) }
      case .scope(_, let inner): receptions(inner)
      }
    }
  }

  private func awaited(_ parts: [Part]) -> [Int] {
    switch parts.first {
    case nil, .send: []
    case .receive(let message): [message]
    case .choice(_, let options, _): options.flatMap { awaited($0) }
    case .par(let branches): branches.flatMap { awaited($0) }
    case .scope(_, let inner): awaited(inner)
    }
  }
}

extension SplitMix {
  /// A number from 0 to below `limit`.
  fileprivate mutating func next(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
