import SpecModel

/// A process by itself: what each of its sockets sends, receives and answers, with the frames that its program sees.
///
/// ```
/// ### `Worker`
/// | socket | | message | frames | then |
/// |---|---|---|---|---|
/// | `broker` DEALER | sends | `ready` | `['', "MDPW01", 0x01, service]` |  |
/// |  | receives | `worker-request` | `['', "MDPW01", 0x02, client, '', body...]` | answers `worker-reply` |
/// ```
struct ProcessSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The frames of all chains.
  let frames: [[StepFrames]]
  /// What the process does.
  let projection: ProcessProjection

  /// Heading and table.
  var blocks: [Block] {
    var rows: [[Phrase]] = []
    for (index, socket) in projection.sockets.enumerated() {
      let id = SocketID(projection.process, index)
      let name: Phrase = "\(Phrase.code(spec[id].name.text)) \(spec[id].type.rawValue)"
      for (number, row) in self.rows(of: socket, at: id).enumerated() {
        rows.append([number == 0 ? name : .empty] + row)
      }
    }
    let name = spec[projection.process].name.text
    return [
      PageNames.heading("process", name), .table(["socket", "does", "message", "frames", "then"], rows),
    ]
  }

  private func rows(of socket: SocketProjection, at id: SocketID) -> [[Phrase]] {
    if let other = socket.proxied {
      return [["passes on", "everything", "as they are", "to \(names.fullSocket(other)) and back"]]
    }
    var rows: [[Phrase]] = []
    for emission in socket.emissions {
      rows.append([
        "sends", names.message(emission.message), .code(frames(sent: true, emission.message, emission.uses)),
        then(emission),
      ])
    }
    for reception in socket.receptions {
      rows.append([
        "receives", names.message(reception.message), .code(frames(sent: false, reception.message, reception.uses)),
        then(reception),
      ])
    }
    let otherwise: Phrase =
      switch spec[id].otherwise {
      case .drop: "counts and drops it"
      case .handle: "hands it to its handler"
      case .message(let message): "answers \(names.message(message))"
      }
    let listens = !socket.receptions.isEmpty || socket.emissions.contains { !$0.answers.isEmpty }
    if listens { rows.append(["receives", "anything else", .empty, otherwise]) }
    return rows.isEmpty ? [["nothing", .empty, .empty, .empty]] : rows
  }

  private func then(_ emission: SocketProjection.Emission) -> Phrase {
    var parts: [Phrase] = []
    if let every = emission.every { parts.append("by itself every \(every.spaced)") }
    if !emission.answers.isEmpty {
      let limit: Phrase = emission.within.map { " within \($0.spaced)" } ?? .empty
      parts.append("waits for \(answers(emission.answers))\(limit)")
    }
    let refusals = emission.refusals.filter { !emission.answers.all.contains($0) }
    if !refusals.isEmpty { parts.append("may get \(Phrase.list(refusals.map(names.message))) instead") }
    return parts.joined("; ")
  }

  private func then(_ reception: SocketProjection.Reception) -> Phrase {
    var parts: [Phrase] = []
    if !reception.answers.isEmpty { parts.append("answers \(answers(reception.answers))") }
    if reception.isSignOfLife { parts.append("a sign of life") }
    if reception.isFinal { parts.append("ends") }
    return parts.joined("; ")
  }

  /// `done or failed`; `any number of picture, then complete`
  private func answers(_ answers: SocketProjection.Answers) -> Phrase {
    let replies = answers.replies.map(names.message).joined(" or ")
    if !answers.isStream { return replies }
    let elements = answers.elements.map(names.message).joined(" or ")
    return "any number of \(elements)" + (answers.replies.isEmpty ? .empty : ", then \(replies)")
  }

  /// What the program sees of a message where it is first used.
  private func frames(sent isSent: Bool, _ message: MessageID, _ uses: [SocketProjection.Use]) -> String {
    guard let use = uses.first else { return "" }
    let hops = self.frames[use.chain][use.step].hops
    let frames = isSent ? hops.first?.sent : hops.last?.received
    return (frames ?? []).notation
  }
}
