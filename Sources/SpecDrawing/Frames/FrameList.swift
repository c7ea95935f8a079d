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
    let sockets = Set(chain.steps.flatMap { [$0.sender] + $0.receivers })
    namesSockets = options.showWho ?? (sockets.count > 2)
    for (step, frames) in zip(chain.steps, spec.frames(of: chain)) {
      let notation = FrameNotation(step, in: spec, realJSON: options.realJSON)
      let notes = FrameNotes(
        step: step, frames: frames, sender: spec[step.sender], receiver: step.receivers.first.map { spec[$0] })
      var lines = [
        FrameLine(
          "\(step.number) IN : \(notation.text(of: frames.sent))",
          socket: namesSockets ? spec.frameSocket(step.sender) : nil, note: namesSockets ? notes.sent : "")
      ]
      let nothing = notes.loss
      if options.showWire {
        let wire = frames.wire.isEmpty ? nothing ?? "[]" : notation.text(of: frames.wire)
        lines.append(FrameLine("\(step.number) NET: \(wire)", socket: nil, note: notes.wire))
      }
      let out = "\(step.number) OUT: \(nothing ?? notation.text(of: frames.received))"
      if namesSockets {
        for (index, receiver) in step.receivers.inOrder.enumerated() {
          lines.append(
            FrameLine(
              index == 0 ? out : "", socket: spec.frameSocket(receiver), note: index == 0 ? notes.received : ""))
        }
      } else {
        lines.append(FrameLine(out, socket: nil, note: options.showWire ? notes.arrival : ""))
      }
      blocks.append(FrameBlock(lines: lines))
    }
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
