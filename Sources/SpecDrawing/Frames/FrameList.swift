import SpecModel

/// The frames of a chain, line by line, before they have columns.
///
/// ```
/// 1 IN : ['ping, count']                     what goes to send_multipart
/// 1 NET: ['', 'ping, count']                 what travels, with `showWire`
/// 1 OUT: ['ping, count']                     what comes out of recv_multipart
/// ```
struct FrameList {
  /// One for each message.
  private(set) var blocks: [FrameBlock] = []
  /// Whether lines name their sockets.
  let namesSockets: Bool

  /// The frames of a chain.
  init(_ chain: ChainSpec, in spec: ProtocolSpec, options: DrawingOptions) {
    let hops = chain.steps.flatMap(\.hops)
    namesSockets = options.showWho ?? (Set(hops.flatMap { [$0.sender] + $0.receivers }).count > 2)
    for (step, frames) in zip(chain.steps, spec.frames(of: chain)) {
      let notation = FrameNotation(step, in: spec, realJSON: options.realJSON)
      var lines: [FrameLine] = []
      for (index, (hop, frames)) in zip(step.hops, frames.hops).enumerated() {
        lines += self.lines(
          of: hop, frames, label: step.label(ofHop: index), step: step,
          isLost: step.isLost && index == step.hops.count - 1, in: spec, notation: notation, options: options)
      }
      blocks.append(FrameBlock(lines: lines))
    }
  }

  private func lines(
    of hop: HopSpec, _ frames: HopFrames, label: String, step: StepSpec, isLost: Bool, in spec: ProtocolSpec,
    notation: FrameNotation, options: DrawingOptions
  ) -> [FrameLine] {
    let notes = FrameNotes(
      step: step, frames: frames, sender: spec[hop.sender], receiver: hop.receivers.first.map { spec[$0] })
    var lines = [
      FrameLine(
        "\(label) IN : \(notation.text(of: frames.sent))", socket: namesSockets ? spec.frameSocket(hop.sender) : nil,
        note: namesSockets ? notes.sent : "")
    ]
    let nothing = notes.loss ?? (isLost ? "nothing, because it is lost" : nil)
    if options.showWire {
      let wire = frames.wire.isEmpty ? nothing ?? "[]" : notation.text(of: frames.wire)
      lines.append(FrameLine("\(label) NET: \(wire)", socket: nil, note: notes.wire))
    }
    let out = "\(label) OUT: \(nothing ?? notation.text(of: frames.received))"
    guard namesSockets else {
      return lines + [FrameLine(out, socket: nil, note: options.showWire && !isLost ? notes.arrival : "")]
    }
    for (index, receiver) in hop.receivers.inOrder.enumerated() {
      lines.append(
        FrameLine(
          index == 0 ? out : "", socket: spec.frameSocket(receiver), note: index == 0 && !isLost ? notes.received : ""))
    }
    return lines
  }
}

extension ProtocolSpec {
  /// `Display SUB "report."`
  fileprivate func frameSocket(_ id: SocketID) -> FrameSocket {
    let socket = self[id]
    let prefixes =
      switch socket.subscription {
      case .prefixes(let prefixes): prefixes.map { "\"\(Page.visible($0))\"" }.joined(separator: ", ")
      case .dynamic: "dynamic"
      case nil: ""
      }
    return FrameSocket(
      process: Page.visible(self[id.process].name.text), type: socket.type.rawValue, prefixes: prefixes)
  }
}

extension [SocketID] {
  /// In the order of declaration, which is that of the diagram.
  fileprivate var inOrder: [SocketID] {
    sorted { ($0.process.index, $0.index) < ($1.process.index, $1.index) }
  }
}
