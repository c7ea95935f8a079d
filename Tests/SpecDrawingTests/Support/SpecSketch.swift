import SpecModel
import ZMQWire

/// A protocol put together by hand, for tests that need no YAML.
///
/// ```swift
/// var sketch = SpecSketch(layout: .pair)
/// let ping = sketch.socket(.dealer, of: "PingProc", shownAs: "ping_uuid", delimiter: true)
/// ```
struct SpecSketch {
  private(set) var spec: ProtocolSpec

  init(layout: BuiltInLayout = .triple) {
    spec = ProtocolSpec(name: NameSpec("sketch", at: .beginning), layout: .builtIn(layout))
    spec.chains = [ChainSpec(name: NameSpec("chain", at: .beginning), steps: [])]
  }

  /// Adds a socket, and its process where that is new.
  mutating func socket(
    _ type: SocketType, of process: String, count: ProcessSpec.Count = .one, shownAs: String? = nil,
    delimiter: Bool = false, topic: String? = nil, prefixes: [String]? = nil
  ) -> SocketID {
    let shownAs = shownAs ?? "\(process)_id"
    let index: Int
    if let known = spec.processes.firstIndex(where: { $0.name.text == process }) {
      index = known
    } else {
      index = spec.processes.count
      spec.processes.append(
        ProcessSpec(name: name(process), count: count, shownAs: shownAs, sockets: []))
    }
    let id = SocketID(ProcessID(index), spec.processes[index].sockets.count)
    let template = topic.map { TemplateSpec(text: $0, pieces: [.literal($0)], range: .beginning) }
    spec.processes[index].sockets.append(
      SocketSpec(
        name: name("socket\(id.index)"), type: type, typeRange: .beginning, shownAs: shownAs, delimiter: delimiter,
        topic: template, subscription: prefixes.map { .prefixes($0) }))
    return id
  }

  /// Adds a message with integer arguments.
  mutating func message(_ text: String, _ fields: [String] = []) -> MessageID {
    let args = fields.map { FieldSpec(name: name($0), type: .int, typeRange: .beginning) }
    spec.messages.append(
      MessageSpec(name: name(text), wireType: text, wireTypeRange: .beginning, args: args, layout: spec.layout))
    return MessageID(spec.messages.count - 1)
  }

  /// Adds a step to the only chain.
  mutating func step(_ sender: SocketID, _ receivers: [SocketID], _ message: MessageID, answers: Int? = nil) {
    add(newStep([HopSpec(sender: sender, receivers: receivers)], message, answers: answers))
  }

  /// A step of the only chain that has no place in it yet.
  mutating func newStep(
    _ hops: [HopSpec], _ message: MessageID, answers: Int? = nil, isLost: Bool = false, every: String? = nil
  ) -> ChainItemSpec {
    let number = chain.steps.count + 1
    spec.chains[0].steps.append(
      StepSpec(
        number: number, kind: answers.map { .reply(to: $0) } ?? .send, hops: hops, message: message,
        every: every.map(span), isLost: isLost, range: .beginning))
    return .step(number - 1)
  }

  /// Adds items to the only chain.
  mutating func add(_ items: ChainItemSpec...) { spec.chains[0].items += items }

  /// A group of branches, each with its condition.
  func group(_ kind: GroupSpec.Kind, _ branches: (String, [ChainItemSpec])...) -> ChainItemSpec {
    .group(
      GroupSpec(
        kind,
        branches: branches.map { GroupSpec.Branch(condition: $0.0, items: $0.1, range: .beginning) },
        range: .beginning))
  }

  /// `- pause: 2.5s`
  func pause(_ text: String) -> ChainItemSpec { .pause(span(text)) }

  /// `- note: …`
  func note(_ text: String) -> ChainItemSpec { .note(NoteSpec(text, range: .beginning)) }

  /// `- Worker: rasterise()`
  func work(_ socket: SocketID, _ text: String) -> ChainItemSpec {
    .work(WorkSpec(socket.process, text, range: .beginning))
  }

  /// The only chain.
  var chain: ChainSpec { spec.chains[0] }

  private func name(_ text: String) -> NameSpec { NameSpec(text, at: .beginning) }
  private func span(_ text: String) -> DurationSpec { DurationSpec(microseconds: 1, text: text, range: .beginning) }
}
