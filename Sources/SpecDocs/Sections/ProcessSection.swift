import SpecModel

/// A process by itself: what each of its sockets sends, receives and answers, with the frames that its program sees.
///
/// ```
/// ### `Worker`
/// | socket | does | message | frames | then |
/// |---|---|---|---|---|
/// | `broker` DEALER | sends | `ready` | `['', "MDPW01", 0x01, service]` |  |
/// |  | receives | `worker-request` | `['', "MDPW01", 0x02, client, '', body...]` | answers `worker-reply` |
/// |  | answers with | `worker-reply` | `['', "MDPW01", 0x03, client, '', body...]` | to `worker-request` |
/// ```
struct ProcessSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The frames of all chains.
  let frames: PageFrames
  /// What each socket sends and receives.
  let sockets: [SocketID: SocketProjection]
  /// The process.
  let process: ProcessID

  /// Heading and table.
  var blocks: [Block] {
    var rows: [[Phrase]] = []
    for id in spec[process].sockets.indices.map({ SocketID(process, $0) }) {
      guard let socket = sockets[id] else { continue }
      let name: Phrase = "\(Phrase.code(spec[id].name.text)) \(spec[id].type.rawValue)"
      for (number, row) in self.rows(of: socket, at: id).enumerated() {
        rows.append([number == 0 ? name : .empty] + row)
      }
    }
    let name = spec[process].name.text
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
      rows.append(["sends", names.message(emission.message), code(frames.sent(emission.uses)), then(emission)])
    }
    for answer in Answered.received(at: socket) {
      let use = frames.answer(answer.message, to: answer.uses)
      rows.append([
        "is answered with", names.message(answer.message), code(frames.received(use.map { [$0] } ?? [])),
        "to \(names.messages(answer.requests))",
      ])
    }
    for refusal in Answered.refusals(at: socket) {
      rows.append([
        "is answered with", names.message(refusal.message),
        code(frames.refusal(refusal.message, receivedFor: refusal.uses)),
        "to \(names.messages(refusal.requests)) that is refused",
      ])
    }
    for reception in socket.receptions {
      rows.append([
        "receives", names.message(reception.message), code(frames.received(reception.uses)), then(reception),
      ])
    }
    for answer in Answered.sent(by: socket) {
      let use = frames.answer(answer.message, to: answer.uses)
      rows.append([
        "answers with", names.message(answer.message), code(frames.sent(use.map { [$0] } ?? [])),
        "to \(names.messages(answer.requests))",
      ])
    }
    rows += otherwise(socket, at: id)
    return rows.isEmpty ? [["nothing", .empty, .empty, .empty]] : rows
  }

  private func code(_ frames: [FrameSymbol]?) -> Phrase { frames.map { .code($0.notation) } ?? .empty }

  // MARK: What is wrong

  /// What becomes of everything else that arrives; a message that says so, with its frames.
  private func otherwise(_ socket: SocketProjection, at id: SocketID) -> [[Phrase]] {
    if !socket.listens { return [] }
    let anything: [Phrase] = ["receives", "anything else", .empty]
    switch spec[id].otherwise {
    case .drop: return [anything + ["counts and drops it"]]
    case .handle: return [anything + ["hands it to its handler"]]
    case .message(let message):
      let uses = socket.receptions.first?.uses ?? []
      return [
        anything + ["answers \(names.message(message))"],
        [
          "answers with", names.message(message), code(frames.refusal(message, sentFor: uses)), "to anything else",
        ],
      ]
    }
  }

  // MARK: What then

  private func then(_ emission: SocketProjection.Emission) -> Phrase {
    var parts: [Phrase] = []
    if let every = emission.every { parts.append("by itself every \(every.spaced)") }
    if !emission.answers.isEmpty {
      let limit: Phrase = emission.within.map { " within \($0.spaced)" } ?? " within \(usualWait)"
      parts.append("waits for \(answers(emission.answers))\(limit)")
    }
    let refusals = emission.refusals.filter { !emission.answers.all.contains($0) }
    if !refusals.isEmpty { parts.append("may get \(Phrase.list(refusals.map(names.message))) instead") }
    return parts.joined("; ")
  }

  private var usualWait: Phrase { "\(DurationSpec.usualWait.spaced), or what its program says" }

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
}

extension SocketProjection {
  /// Whether anything can arrive there that its program has to look at.
  var listens: Bool { proxied == nil && (!receptions.isEmpty || emissions.contains { !$0.answers.isEmpty }) }
}
