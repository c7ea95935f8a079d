import SpecModel

/// Who takes part: a table of sockets, and below it what the author says about each process and socket.
///
/// ```
/// | process | socket | type | endpoint | speaks with |
/// |---|---|---|---|---|
/// | `PingProc` | `pongs` | REQ | connects to `PongProc.pings` | `PongProc.pings` |
/// | `PongProc` | `pings` | REP | binds `tcp://127.0.0.1:5678` | `PingProc.pongs` |
/// ```
struct ProcessesSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// What each socket sends and receives.
  let sockets: [SocketID: SocketProjection]

  /// Heading, table, remarks; who talks to whom; what starts first; each process by itself.
  var blocks: [Block] {
    let rows = spec.socketIDs.map { id -> [Phrase] in
      let many: Phrase = spec[id.process].count == .many ? " (any number)" : .empty
      return [
        id.index == 0 ? names.process(id.process) + many : .empty, .code(spec[id].name.text),
        .text(spec[id].type.rawValue), endpoints(of: spec[id]).joined(", "),
        spec[id].peers.map(names.fullSocket).joined(", "),
      ]
    }
    let table = Block.table(["process", "socket", "type", "endpoint", "speaks with"], rows)
    let remarks = spec.processIDs.flatMap(remarks) + parameters
    let frames = PageFrames(spec)
    return [.heading(2, "Processes", .section("Processes")), table] + (remarks.isEmpty ? [] : [.list(remarks)])
      + TalkTable(spec: spec, names: names).blocks + StartOrder(spec: spec, names: names).blocks
      + spec.processIDs.flatMap {
        ProcessSection(spec: spec, names: names, frames: frames, sockets: sockets, process: $0).blocks
      }
      + TroubleSection(spec: spec, names: names, sockets: sockets).blocks
  }

  /// `` binds `tcp://*:5560` ``, `` connects to `Station.weather` ``
  private func endpoints(of socket: SocketSpec) -> [Phrase] {
    var seen: [Phrase] = []
    for endpoint in socket.bind { seen.append("binds \(Phrase.code(endpoint.address.text))") }
    for endpoint in socket.connect {
      let text: Phrase = "connects to \(endpoint.bound.map(names.fullSocket) ?? .code(endpoint.address.text))"
      if !seen.contains(text) { seen.append(text) }
    }
    return seen
  }

  /// `` * `{client_port}` and `{worker_port}`: The program says what stands here. ``
  private var parameters: [Block.Item] {
    var names: [String] = []
    let endpoints = spec.socketIDs.flatMap { spec[$0].bind + spec[$0].connect }.map(\.address)
    let routingIDs = spec.processes.compactMap(\.routingID) + spec.socketIDs.compactMap { spec[$0].routingID }
    for name in (endpoints + routingIDs).flatMap(\.placeholders) where !names.contains(name) { names.append(name) }
    if names.isEmpty { return [] }
    return [Block.Item("\(Phrase.list(names.map { .code("{\($0)}") })): The program says what stands here.")]
  }

  /// `` * `PingProc`: Counts. `` and the same for its sockets.
  private func remarks(on process: ProcessID) -> [Block.Item] {
    var items: [Block.Item] = []
    var about: [Phrase?] = [.prose(spec[process].about)]
    if let routingID = spec[process].routingID {
      about.append("Its routing id is \(Phrase.code(routingID.text)).")
    }
    for proxy in spec[process].proxies {
      let (front, back) = (Phrase.code(spec[proxy.frontend].name.text), Phrase.code(spec[proxy.backend].name.text))
      about.append("It passes on, as it is, what arrives at \(front) to \(back) and the other way.")
    }
    items += item(names.process(process), about)
    for (index, socket) in spec[process].sockets.enumerated() {
      items += item(
        names.fullSocket(SocketID(process, index)),
        [
          .prose(socket.about), routingID(of: socket, of: process), topics(of: socket), silence(of: socket),
          security(of: socket), options(of: socket),
        ])
    }
    return items
  }

  /// What is said about something, each remark on a line of its own; nothing where there is none.
  private func item(_ name: Phrase, _ remarks: [Phrase?]) -> [Block.Item] {
    let remarks = remarks.compactMap { $0 }
    return remarks.isEmpty ? [] : [Block.Item("\(name): \(remarks.joined("\n"))")]
  }

  /// A socket's own routing id, where it is not that of its process.
  private func routingID(of socket: SocketSpec, of process: ProcessID) -> Phrase? {
    guard let id = socket.routingID, id != spec[process].routingID else { return nil }
    return "Its routing id is \(Phrase.code(id.text))."
  }

  private func silence(of socket: SocketSpec) -> Phrase? {
    guard let silence = socket.silence?.spaced else { return nil }
    switch socket.type {
    case .router, .rep: return "A peer that has spoken and then says nothing at all for \(silence) is taken for gone."
    default: return "When nothing at all has come for \(silence), also in the beginning, its peer is taken for gone."
    }
  }

  private func security(of socket: SocketSpec) -> Phrase? {
    switch socket.security {
    case .none: nil
    case .plain: "It asks for a user name and a password (PLAIN); what travels is readable on the way."
    case .curve: "Both sides have keys (CURVE), and what travels is encrypted."
    }
  }

  /// ``Options: `linger` 250 ms, `sndhwm` 10000.``
  private func options(of socket: SocketSpec) -> Phrase? {
    if socket.options.isEmpty { return nil }
    let list = socket.options.map { "\(Phrase.code($0.name.text)) \(value(of: $0))" as Phrase }
    return "Options: " + list.joined(", ") + "."
  }

  /// A value in libzmq's unit; -1, which means no limit or the system's own, has none.
  private func value(of option: OptionSpec) -> Phrase {
    switch (option.value, OptionKey.byName[option.name.text]?.kind) {
    case (.string(let text), _): .code(text)
    case (.int(let number), .flag): number == 0 ? "off" : "on"
    case (.int(let number), .milliseconds) where number >= 0: "\(number) ms"
    case (.int(let number), .seconds) where number >= 0: "\(number) s"
    case (.int(let number), .bytes) where number >= 0: "\(number) bytes"
    case (.int(let number), _): "\(number)"
    }
  }

  private func topics(of socket: SocketSpec) -> Phrase? {
    if let topic = socket.topic { return "It publishes under the topic \(Phrase.code(topic.text))." }
    switch socket.subscription {
    case .prefixes(let prefixes):
      let all = prefixes.contains("")
      let list = Phrase.list(prefixes.map { .code("\"\($0)\"") })
      return all ? "It subscribes to everything." : "It subscribes to topics that begin with \(list)."
    case .dynamic: return "It subscribes while it runs."
    case nil: return nil
    }
  }
}
