import SpecDrawing
import SpecModel
import ZMQWire

/// Emits the scripts of all chains: for each a function whose parameters are its messages and its choices.
struct ScriptEmitter {
  let names: SwiftSpec

  var spec: ProtocolSpec { names.spec }

  /// ```swift
  /// extension PingPong {
  ///   public struct Chain: Sendable {
  ///     public static var sendingPings: Chain { sendingPings() }
  ///     public static func sendingPings(ping: Ping? = nil, pong: Pong? = nil) -> Chain { … }
  ///   }
  /// }
  /// ```
  func declarations() -> [Code] {
    let chains = spec.chains.filter { !$0.steps.isEmpty }.map { ChainScriptEmitter(names: names, chain: $0) }
    if chains.isEmpty { return [] }
    return [
      .blank,
      .block(
        "extension \(names.namespace)",
        [
          .doc("A chain to be played by a test, with the values and the choices that matter to it."),
          .block(
            "public struct \(names.chainType): Sendable",
            [
              .doc("What is played."),
              .line("public let script: ChainScript"),
              .blank,
              .line("private init(_ script: ChainScript) { self.script = script }"),
            ] + chains.flatMap { [.blank] + $0.declarations() }),
        ]),
    ]
  }
}

/// Emits the script of one chain.
struct ChainScriptEmitter {
  let names: SwiftSpec
  let chain: ChainSpec
  private let frames: [StepFrames]
  private let drawing: ChainRows
  private let choices: ChainChoices
  private let labels: [String]

  init(names: SwiftSpec, chain: ChainSpec) {
    self.names = names
    self.chain = chain
    frames = names.spec.frames(of: chain)
    drawing = ChainRows(chain, in: names.spec)
    labels = ChainScriptEmitter.labels(of: chain, in: names.spec)
    choices = ChainChoices(chain, names.chainType, besides: labels)
  }

  private var spec: ProtocolSpec { names.spec }
  private var name: String { SwiftSpec.member(chain.name) }

  /// `ping`; where a chain says a message in several steps `ping1`, `ping3`.
  private static func labels(of chain: ChainSpec, in spec: ProtocolSpec) -> [String] {
    chain.steps.map { step in
      let isOnly = chain.steps.count { $0.message == step.message } == 1
      return SwiftName.member(spec[step.message].name.text) + (isOnly ? "" : "\(step.number)")
    }
  }

  func declarations() -> [Code] {
    let parameters = chain.steps.indices.map { index in
      let type = names.type(of: chain.steps[index].message, in: .namespace)
      return "\(Identifier.escaped(labels[index])): \(type)? = nil"
    }
    let type = names.chainType
    let drawing = Drawing.text(of: chain, in: spec).trimmed
    return choices.enums.flatMap { $0 + [.blank] } + [
      .doc("**\(chain.heading)**\n\n```\n\(drawing)\n```"),
      .line("public static var \(name): \(type) { \(name)() }"),
      .blank,
      .doc(
        "**\(chain.heading)**, with messages of one's own: what the process that is tested is sent, and what it must send."
          + choices.documentation),
      .function("public static func \(name)(", parameters + choices.parameters, ") -> \(type)", body()),
    ]
  }

  // MARK: The body

  private func body() -> [Code] {
    var codes: [Code] = [.line("var script = ChainScript(\(SwiftLiteral.string(chain.heading)))")]
    codes += drawing.header.map { .line("script.head(\(SwiftLiteral.string($0)))") }
    codes += sockets() + signs()
    codes += items(chain.items)
    return codes + [.line("return \(names.chainType)(script)")]
  }

  /// `script.socket("PingProc.pongs", .dealer, shownAs: "ping_uuid")`
  private func sockets() -> [Code] {
    var used: [SocketID] = []
    for hop in chain.steps.flatMap(\.hops) {
      for id in [hop.sender] + hop.receivers where !used.contains(id) { used.append(id) }
    }
    let several = spec.several(in: chain).map {
      Code.line("script.several(\(SwiftLiteral.string(spec[$0].name.text)))")
    }
    return several
      + used.map { id in
        let socket = spec[id]
        let type =
          switch socket.type {
          case .req: "dealer"
          case .rep: "router"
          case .xsub: "sub"
          default: socket.type.rawValue.lowercased()
          }
        return .call(
          "script.socket(",
          [text(id), ".\(type)", "shownAs: \(SwiftLiteral.string(socket.shownAs))"]
            + (socket.bind.isEmpty ? [] : ["binds: true"])
            + (socket.security == .none ? [] : ["security: .\(socket.security.rawValue)"]))
      }
  }

  /// What the runtime of a process sends by itself may come at any time.
  private func signs() -> [Code] {
    var signs: [Code] = []
    for other in spec.chains {
      for step in other.steps where step.every != nil {
        for receiver in step.receivers {
          let type = names.type(of: step.message, in: .namespace)
          let line = "script.sign(\(text(receiver)), \(type).self)"
          let isKnown = signs.contains { if case .line(line) = $0 { true } else { false } }
          let isHere = chain.steps.contains { $0.hops.contains { $0.receivers.contains(receiver) } }
          if isHere, !isKnown { signs.append(.line(line)) }
        }
      }
    }
    return signs
  }

  private func items(_ items: [ChainItemSpec]) -> [Code] {
    items.flatMap { item -> [Code] in
      switch item {
      case .step(let index): step(index)
      case .group(let group): choices.code(of: group, self.items)
      case .pause(let pause): [.line("script.pause(\(SwiftSpec.duration(microseconds: pause.microseconds)))")]
      case .note, .work: []
      }
    }
  }

  private func step(_ index: Int) -> [Code] {
    let step = chain.steps[index]
    let message = spec[step.message]
    var arguments = [
      "\(step.number)", "\(names.type(of: step.message, in: .namespace)).self", Identifier.escaped(labels[index]),
      "sample: \(sample(of: message))",
    ]
    if let request = step.answers { arguments.append("answers: \(chain.steps[request].number)") }
    let within = (step.within?.microseconds ?? 2_000_000) + (step.every?.microseconds ?? 0)
    if within != 2_000_000 { arguments.append("within: \(SwiftSpec.duration(microseconds: within))") }
    if step.isLost { arguments.append("isLost: true") }
    if let final = step.final { arguments.append("final: \(SwiftLiteral.string(spec[final].name.text))") }
    if let topic = step.topic ?? spec[step.sender].topic {
      let emitter = ProcessEmitter(names: names, id: step.sender.process)
      let usesFields = !topic.placeholders.isEmpty
      arguments.append("topic: { \(usesFields ? "message" : "_") in \(emitter.text(topic, of: message, "message")) }")
    }
    var codes: [Code] = [.call("script.step(", arguments)]
    codes += copying(step)
    codes += drawing.rows[index].map { .line("script.row(\(SwiftLiteral.string($0)))") }
    for (number, hop) in step.hops.enumerated() where frames[index].hops.indices.contains(number) {
      codes.append(self.hop(hop, frames[index].hops[number], bodyLength: message.bodyFrames(in: spec).count))
    }
    return codes
  }

  private func sample(of message: MessageSpec) -> String {
    let frames = message.sampleFrames(in: spec)
    if message.layout.declared == nil {
      return "[" + frames.map { SwiftLiteral.string(String(decoding: $0.bytes, as: UTF8.self)) }.joined(separator: ", ")
        + "]"
    }
    return "["
      + frames.map { frame in
        switch frame.form {
        case .json, .text: "Array(\(SwiftLiteral.string(String(decoding: frame.bytes, as: UTF8.self))).utf8)"
        case .binary, .empty: "[" + frame.bytes.map { "\($0)" }.joined(separator: ", ") + "]"
        }
      }.joined(separator: ", ") + "]"
  }

  /// ```swift
  /// script.copies { (reply: inout Pong, request: Ping) in reply.id = request.id }
  /// script.adopts { (expected: inout Pong, found: Pong) in expected.sent = found.sent }
  /// ```
  private func copying(_ step: StepSpec) -> [Code] {
    let message = spec[step.message]
    let type = names.type(of: step.message, in: .namespace)
    let request = step.answers.map { Cause(local: "request", message: chain.steps[$0].message, scope: .namespace) }
    var copied: [String] = []
    var adopted: [String] = []
    for field in names.sourcedHeaders(of: message) {
      let member = SwiftSpec.member(field.name)
      if field.isCopied, let value = names.headerValue(field, cause: request) {
        copied.append("reply.\(member) = \(value)")
      } else {
        adopted.append("expected.\(member) = found.\(member)")
      }
    }
    var codes: [Code] = []
    if let request, !copied.isEmpty {
      let asked = names.type(of: request.message, in: .namespace)
      codes.append(
        .closure("script.copies", parameters: "(reply: inout \(type), request: \(asked))", copied.map { .line($0) }))
    }
    if !adopted.isEmpty {
      codes.append(
        .closure("script.adopts", parameters: "(expected: inout \(type), found: \(type))", adopted.map { .line($0) }))
    }
    return codes
  }

  // MARK: Envelopes

  /// `script.hop("PingProc.pongs", ["PongProc.pings"], sent: [.delimiter], received: [.id("ping_uuid"), .delimiter])`
  private func hop(_ hop: HopSpec, _ frames: HopFrames, bodyLength: Int) -> Code {
    let sender = spec[hop.sender]
    // A test opens a DEALER in place of a REQ and a ROUTER in place of a REP, and sees what these write and keep.
    var sent = sender.type == .req || sender.type == .rep ? frames.wire : frames.sent
    if sender.type == .rep, let receiver = hop.receivers.first {
      sent.insert(.routingID(spec[receiver].shownAs), at: 0)
    }
    var received = frames.received
    if let receiver = hop.receivers.first, frames.loss == nil {
      if spec[receiver].type == .req { received = frames.wire }
      if spec[receiver].type == .rep { received = [.routingID(sender.shownAs)] + frames.wire }
    }
    var items = [text(hop.sender), "[\(hop.receivers.map(text).joined(separator: ", "))]"]
    let slots = [("sent", sent), ("received", received)].map { label, frames in
      (label, frames.dropLast(min(bodyLength, frames.count)).map(slot))
    }
    items += slots.filter { !$0.1.isEmpty }.map { "\($0.0): [\($0.1.joined(separator: ", "))]" }
    return .call("script.hop(", items)
  }

  private func slot(_ frame: FrameSymbol) -> String {
    switch frame {
    case .delimiter: ".delimiter"
    case .topic: ".topic"
    case .routingID(let name), .value(let name): ".id(\(SwiftLiteral.string(name)))"
    case .body(let text), .constant(let text), .binary(let text): ".id(\(SwiftLiteral.string(text)))"
    }
  }

  private func text(_ socket: SocketID) -> String {
    SwiftLiteral.string("\(spec[socket.process].name).\(spec[socket].name)")
  }
}

extension ProtocolSpec {
  /// The processes that speak to others of their type in a chain.
  func several(in chain: ChainSpec) -> [ProcessID] {
    processIDs.filter { id in
      self[id].count == .many
        && chain.steps.contains { $0.sender.process == id && $0.receivers.contains { $0.process == id } }
    }
  }
}
