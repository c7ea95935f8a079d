import SpecModel

/// A process's view as text: enough to write the process from, in any language.
///
/// ```
/// Worker
/// ======
///
/// jobs: REP, connects to tcp://127.0.0.1:5712
///
///     receives render(scene: string)
///         OUT: ['render, [scene], {}']
///       answers with one of
///       - done(url: string)
///         IN : ['done, [url], {}']
///       - failed(reason: string)
///         IN : ['failed, [reason], {}']
///     drops anything else, and counts it
///
/// Rendering a scene
/// -----------------
///
///     1b receives render from Broker.workers
///        rasterise()
///        alt, decided here: the scene is drawn
///     2a   answers 1 with done
///        else: the scene is broken
///     3a   answers 1 with failed
/// ```
struct ProcessPage {
  private(set) var text: String

  init(_ document: ProcessDocument) {
    var blocks = [ProcessPage.heading(document.process, "=")]
    if let about = document.about {
      blocks.append(Printable.line(about.split(separator: "\n").joined(separator: " ")))
    }
    for socket in document.sockets { blocks += ProcessPage.blocks(of: socket) }
    for chain in document.chains {
      var lines = StepLines()
      lines.add(chain.items, indented: 0, at: document.process)
      blocks.append(ProcessPage.heading(chain.title, "-"))
      blocks.append(lines.text)
    }
    text = blocks.joined(separator: "\n\n") + "\n"
  }

  private static func heading(_ text: String, _ line: String) -> String {
    let text = Printable.line(text)
    return text + "\n" + String(repeating: line, count: max(1, TextWidth.columns(of: text)))
  }

  // MARK: Sockets

  /// `tcp://127.0.0.1:5712` for `tcp://*:5712`: all interfaces are something to bind, not to connect to.
  private static func reachable(_ endpoint: String) -> String {
    let wildcard = "tcp://*:"
    return endpoint.hasPrefix(wildcard) ? "tcp://127.0.0.1:" + endpoint.dropFirst(wildcard.count) : endpoint
  }

  private static func blocks(of socket: ProcessDocument.Socket) -> [String] {
    var parts = ["\(socket.name): \(socket.type)"]
    if !socket.bind.isEmpty { parts.append("binds \(socket.bind.joined(separator: ", "))") }
    if !socket.connect.isEmpty {
      parts.append("connects to \(socket.connect.map(reachable).joined(separator: ", "))")
    }
    if let id = socket.routingID { parts.append("routing id \(id)") }
    if let prefixes = socket.subscribe, !prefixes.isEmpty {
      parts.append("subscribes to \(prefixes.map { "\"\($0)\"" }.joined(separator: ", "))")
    }
    var lines = socket.options.map { "option \($0)" }
    if let other = socket.passesOnTo {
      lines.append("passes all messages on to \(other) as they are, and those of \(other) to its own peers")
    }
    for sent in socket.sends { lines += self.lines(of: sent) }
    for received in socket.receives { lines += self.lines(of: received) }
    if let silence = socket.silence { lines.append("acts when a peer has said nothing for \(silence)") }
    if !socket.receives.isEmpty { lines.append(otherwise(socket.otherwise)) }
    let block = lines.map { "    " + Printable.line($0) }.joined(separator: "\n")
    return [Printable.line(parts.joined(separator: ", "))] + (block.isEmpty ? [] : [block])
  }

  private static func otherwise(_ otherwise: String) -> String {
    switch otherwise {
    case "drop": "drops anything else, and counts it"
    case "handle": "handles anything else: a message that is malformed, unknown or out of turn"
    default: "answers anything else with \(otherwise)"
    }
  }

  private static func lines(of sent: ProcessDocument.Sent) -> [String] {
    let to = sent.namesPeer ? " to a peer that it names" : ""
    let peers = sent.namesPeer ? " to each peer that has spoken" : ""
    var lines: [String] = []
    if sent.isSpoken { lines.append("sends \(signature(sent.message))\(to)") }
    if let every = sent.every {
      lines.append(
        "sends \(sent.isSpoken ? sent.message.name : signature(sent.message)) by itself every \(every)\(peers)")
    }
    lines += frames("IN ", sent.message)
    if let answers = sent.answers {
      let limit = sent.within.map { ", each within \($0)" } ?? ""
      lines += self.lines(of: answers, "is answered with", "OUT", limit)
    }
    for refusal in sent.refusals { lines.append("  or is refused with \(signature(refusal))") }
    return lines
  }

  private static func lines(of received: ProcessDocument.Received) -> [String] {
    let sign = received.isSignOfLife ? ", a sign of life" : ""
    let end = received.isFinal ? ", and ends" : ""
    var lines = ["receives \(signature(received.message))\(sign)\(end)"] + frames("OUT", received.message)
    if let answers = received.answers { lines += self.lines(of: answers, "answers with", "IN ", "") }
    return lines
  }

  private static func lines(
    of answers: ProcessDocument.Answers, _ verb: String, _ label: String, _ limit: String
  ) -> [String] {
    var lines: [String] = []
    if !answers.elements.isEmpty {
      lines.append("  \(verb) any number of\(limit)")
      for element in answers.elements { lines += item(element, label) }
    }
    if answers.replies.isEmpty { return lines + ["  and no last one: it goes on until one of the two ends"] }
    let limit = answers.elements.isEmpty ? limit : ""
    let introduction = answers.elements.isEmpty ? verb : "and then"
    if answers.replies.count == 1 {
      lines.append("  \(introduction) \(signature(answers.replies[0]))\(limit)")
      return lines + frames(label, answers.replies[0])
    }
    lines.append("  \(introduction) one of\(limit)")
    for reply in answers.replies { lines += item(reply, label) }
    return lines
  }

  private static func item(_ message: ProcessDocument.Message, _ label: String) -> [String] {
    ["  - \(signature(message))"] + frames(label, message)
  }

  private static func frames(_ label: String, _ message: ProcessDocument.Message) -> [String] {
    message.frames.isEmpty ? [] : ["    \(label): [\(message.frames.joined(separator: ", "))]"]
  }

  private static func signature(_ message: ProcessDocument.Message) -> String {
    "\(message.name)(\(message.fields.joined(separator: ", ")))"
  }
}

/// A chain as one process sees it, line by line: the number, then what it does.
private struct StepLines {
  private var lines: [(label: String, text: String)] = []

  var text: String {
    let width = lines.map(\.label.count).max() ?? 0
    return lines.map { label, text in
      "    \(label)\(String(repeating: " ", count: width - label.count)) \(Printable.line(text))"
    }.joined(separator: "\n")
  }

  mutating func add(_ items: [ProcessDocument.Item], indented depth: Int, at process: String) {
    if items.isEmpty { add("", depth, "(nothing here)") }
    for item in items {
      if let step = item.step { add(step.label, depth, words(step)) }
      if let work = item.work { add("", depth, work) }
      if let pause = item.pause { add("", depth, "\(pause) pass") }
      if let group = item.group { add(group, depth, at: process) }
    }
  }

  private mutating func add(_ label: String, _ depth: Int, _ text: String) {
    lines.append((label, String(repeating: "  ", count: depth) + text))
  }

  private mutating func add(_ group: ProcessDocument.Group, _ depth: Int, at process: String) {
    let decider = group.decidedBy.map { $0 == process ? ", decided here" : ", decided by \($0)" } ?? ""
    for (index, branch) in group.branches.enumerated() {
      let key = index == 0 ? group.kind + decider : group.kind == "par" ? "and" : "else"
      add("", depth, branch.condition.isEmpty ? key : "\(key): \(branch.condition)")
      add(branch.items, indented: depth + 1, at: process)
    }
  }

  private func words(_ step: ProcessDocument.Step) -> String {
    let peers = step.peers.joined(separator: ", ")
    let through = "\(step.socket)"
    var text: String
    switch step.does {
    case "sends": text = "\(through) sends \(step.message) to \(peers)"
    case "receives": text = "\(through) receives \(step.message) from \(peers)"
    case "answers": text = "\(through) answers \(step.answersStep ?? 0) with \(step.message)"
    case "is-answered": text = "\(through) receives \(step.message), which answers \(step.answersStep ?? 0)"
    default: text = "\(through) passes \(step.message) on"
    }
    if let every = step.every { text += ", every \(every)" }
    if let within = step.within, step.does == "is-answered" { text += ", within \(within)" }
    if step.isLost { text += "; it is lost" }
    if step.endsWithIt { text += ", and it ends" }
    return text
  }
}
