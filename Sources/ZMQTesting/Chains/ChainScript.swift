import ZMQRuntime
import ZMQWire

/// One way through a chain, to be played by a test: the sockets, and the steps in the order of time.
///
/// Generated code writes it, call by call; its loops and alternatives are Swift's own, so that what arrives here is a
/// list without choices.
///
/// ```swift
/// var script = ChainScript("Sending pings")
/// script.socket("PingProc.pongs", .dealer, shownAs: "ping_uuid")
/// script.head("    PingProc      PongProc")
/// script.step(1, Ping.self, ping, sample: ["[\"ping\",1]"])
/// script.row("      [REQ] ---1--> [REP]")
/// script.hop("PingProc.pongs", ["PongProc.pings"])
/// ```
public struct ChainScript: Sendable {
  /// The chain's heading.
  let title: String
  /// The names and boxes of the drawing.
  private(set) var header: [String] = []
  var sockets: [ChainSocket] = []
  var steps: [ChainStep] = []
  /// What the process that is tested may send at any time, by the socket that it arrives at.
  var signs: [String: [@Sendable ([[UInt8]]) -> Bool]] = [:]
  /// The processes that speak to others of their type.
  private(set) var several: [String] = []
  /// For how long nothing is said before the next step.
  private var pause = Duration.zero

  /// A script without steps.
  public init(_ title: String) {
    self.title = title
  }

  /// Adds a row above the first arrow.
  public mutating func head(_ row: String) { header.append(row) }

  /// Adds a socket of some process.
  ///
  /// - Parameters:
  ///   - name: `Process.socket`
  ///   - type: What a test opens in its place: a DEALER for a REQ, a ROUTER for a REP.
  ///   - shownAs: The name of its routing id in frame lists.
  ///   - binds: Whether it binds, and its peers connect.
  ///   - security: How its peers are known.
  public mutating func socket(
    _ name: String, _ type: SocketType, shownAs: String, binds: Bool = false, security: SecurityMechanism? = nil
  ) {
    sockets.append(ChainSocket(name: name, type: type, shownAs: shownAs, binds: binds, security: security))
  }

  /// Says that a process speaks to another one of its type.
  public mutating func several(_ process: String) { several.append(process) }

  /// Says that for so long nothing is said before the next step.
  public mutating func pause(_ duration: Duration) { pause += duration }

  /// Adds a message of a built-in layout.
  ///
  /// - Parameters:
  ///   - number: As in the chain's drawing; one that happens again has it again.
  ///   - given: What is sent, or what is expected; nil: the sample is sent, and anything of the type is expected.
  ///   - sample: The body's frames, with sample values.
  ///   - request: The number of the step that it answers.
  ///   - within: How long a test waits for it.
  ///   - isLost: It does not arrive.
  ///   - final: The process that ends with it.
  ///   - topic: Under which it is published.
  public mutating func step<Message: JSONMessage>(
    _ number: Int, _ type: Message.Type, _ given: Message?, sample: [String], answers request: Int? = nil,
    within: Duration = .seconds(2), isLost: Bool = false, final: String? = nil,
    topic: (@Sendable (Message) -> String)? = nil
  ) {
    add(
      number, given, sample: sample.map { Array($0.utf8) }, answers: request, within: within, isLost: isLost,
      final: final, topic: topic
    ) { frames in
      guard let frame = frames.first, frames.count == 1 else { return nil }
      return try Message.decode(frame.span)
    }
  }

  /// Adds a message of a layout of the protocol file's own.
  public mutating func step<Message: FramedMessage>(
    _ number: Int, _ type: Message.Type, _ given: Message?, sample: [[UInt8]], answers request: Int? = nil,
    within: Duration = .seconds(2), isLost: Bool = false, final: String? = nil,
    topic: (@Sendable (Message) -> String)? = nil
  ) {
    add(
      number, given, sample: sample, answers: request, within: within, isLost: isLost, final: final, topic: topic
    ) { frames in try Message.decode(StoredFrames(frames)) }
  }

  /// Whether a socket sends to whoever has subscribed, and to nobody else.
  func publishes(_ socket: String) -> Bool {
    sockets.contains { $0.name == socket && [.pub, .xpub].contains($0.type) }
  }

  private mutating func add<Message: PlayedMessage>(
    _ number: Int, _ given: Message?, sample: [[UInt8]], answers request: Int?, within: Duration, isLost: Bool,
    final: String?, topic: (@Sendable (Message) -> String)?, decode: @escaping @Sendable ([[UInt8]]) throws -> Message?
  ) {
    steps.append(
      ChainStep(
        number: number, name: "\(Message.self)", given: given, sample: sample,
        // What happens again answers what was last asked.
        request: request.flatMap { request in steps.lastIndex { $0.number == request } }, within: within,
        pause: pause, isLost: isLost, final: final, topic: { message in (message as? Message).flatMap { topic?($0) } },
        decode: decode))
    pause = .zero
  }

  /// Adds a row to the drawing of the last step.
  public mutating func row(_ row: String) {
    if !steps.isEmpty { steps[steps.count - 1].rows.append(row) }
  }

  /// Adds a part of the last step's way.
  ///
  /// - Parameters:
  ///   - sender: `Process.socket`
  ///   - receivers: The same of those that it reaches.
  ///   - sent: What the sender puts in front of the body.
  ///   - received: What the receivers find in front of it.
  public mutating func hop(
    _ sender: String, _ receivers: [String], sent: [EnvelopeSlot] = [], received: [EnvelopeSlot] = []
  ) {
    if steps.isEmpty { return }
    steps[steps.count - 1].hops.append(ChainHop(sender: sender, receivers: receivers, sent: sent, received: received))
  }

  /// Fills in what the last step's message copies from the one that it answers: `reply.id = request.id`.
  public mutating func copies<Reply: PlayedMessage, Request: PlayedMessage>(
    _ copy: @escaping @Sendable (inout Reply, Request) -> Void
  ) {
    if steps.isEmpty { return }
    steps[steps.count - 1].copy = { reply, request in
      guard var copied = reply as? Reply, let request = request as? Request else { return reply }
      copy(&copied, request)
      return copied
    }
  }

  /// Takes over what is new in each message of the last step's type, so that the rest can be compared:
  /// `expected.id = found.id`.
  public mutating func adopts<Message: PlayedMessage>(
    _ adopt: @escaping @Sendable (inout Message, Message) -> Void
  ) {
    if steps.isEmpty { return }
    steps[steps.count - 1].adopt = { expected, found in
      guard var adopted = expected as? Message, let found = found as? Message else { return expected }
      adopt(&adopted, found)
      return adopted
    }
  }

  /// Says that such a message may arrive at a socket at any time: a sign of life.
  public mutating func sign<Message: JSONMessage>(_ socket: String, _ type: Message.Type) {
    signs[socket, default: []].append { frames in
      guard let frame = frames.last else { return false }
      return (try? Message.decode(frame.span)) != nil
    }
  }

  /// Says that such a message may arrive at a socket at any time: a sign of life.
  public mutating func sign<Message: FramedMessage>(_ socket: String, _ type: Message.Type) {
    signs[socket, default: []].append { frames in
      // Whatever stands in front of the body.
      frames.indices.contains { (try? Message.decode(StoredFrames(Array(frames[$0...])))) != nil }
    }
  }
}
