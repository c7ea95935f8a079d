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

  /// Heading, table, remarks.
  var blocks: [String] {
    let rows = spec.socketIDs.map { id in
      let many = spec[id.process].count == .many ? " (any number)" : ""
      return [
        id.index == 0 ? names.process(id.process) + many : "", Markdown.code(spec[id].name.text),
        spec[id].type.rawValue,
        endpoints(of: spec[id]).joined(separator: ", "), spec[id].peers.map(names.fullSocket).joined(separator: ", "),
      ]
    }
    let table = Markdown.table(["process", "socket", "type", "endpoint", "speaks with"], rows)
    let remarks = spec.processIDs.flatMap(remarks) + parameters
    return ["## Processes", table] + (remarks.isEmpty ? [] : [remarks.joined(separator: "\n")])
  }

  /// `` binds `tcp://*:5560` ``, `` connects to `Station.weather` ``
  private func endpoints(of socket: SocketSpec) -> [String] {
    var seen: [String] = []
    for endpoint in socket.bind { seen.append("binds \(Markdown.code(endpoint.address.text))") }
    for endpoint in socket.connect {
      let text = "connects to " + (endpoint.bound.map(names.fullSocket) ?? Markdown.code(endpoint.address.text))
      if !seen.contains(text) { seen.append(text) }
    }
    return seen
  }

  /// `` * `{client_port}`: The program says what stands here. ``
  private var parameters: [String] {
    var names: [String] = []
    for endpoint in spec.socketIDs.flatMap({ spec[$0].bind + spec[$0].connect }) {
      for name in endpoint.address.placeholders where !names.contains(name) { names.append(name) }
    }
    return names.map { "* \(Markdown.code("{\($0)}")): The program says what stands here." }
  }

  /// `` * `PingProc`: Counts. `` and the same for its sockets.
  private func remarks(on process: ProcessID) -> [String] {
    var lines: [String] = []
    var about = Markdown.prose(spec[process].about)
    if let routingID = spec[process].routingID {
      about = [about, "Its routing id is \(Markdown.code(routingID.text))."].compactMap { $0 }.joined(separator: "\n")
    }
    for proxy in spec[process].proxies {
      let passes =
        "It passes on, as it is, what arrives at \(Markdown.code(spec[proxy.frontend].name.text)) to"
        + " \(Markdown.code(spec[proxy.backend].name.text)) and the other way."
      about = [about, passes].compactMap { $0 }.joined(separator: "\n")
    }
    if let about { lines.append(item(names.process(process), about)) }
    for (index, socket) in spec[process].sockets.enumerated() {
      let remarks = [
        Markdown.prose(socket.about), routingID(of: socket, of: process), topics(of: socket), silence(of: socket),
        security(of: socket), options(of: socket),
      ].compactMap { $0 }
      if remarks.isEmpty { continue }
      lines.append(item(names.fullSocket(SocketID(process, index)), remarks.joined(separator: "\n")))
    }
    return lines
  }

  /// A list item whose further lines stand under its first.
  private func item(_ name: String, _ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "* \(name): " + lines.joined(separator: "\n  ").replacingBlankLines()
  }

  /// A socket's own routing id, where it is not that of its process.
  private func routingID(of socket: SocketSpec, of process: ProcessID) -> String? {
    guard let id = socket.routingID, id != spec[process].routingID else { return nil }
    return "Its routing id is \(Markdown.code(id.text))."
  }

  private func silence(of socket: SocketSpec) -> String? {
    socket.silence.map { "A peer from which nothing has come for \($0.spaced) is taken for gone." }
  }

  private func security(of socket: SocketSpec) -> String? {
    switch socket.security {
    case .none: nil
    case .plain: "It asks for a user name and a password (PLAIN); what travels is readable on the way."
    case .curve: "Both sides have keys (CURVE), and what travels is encrypted."
    }
  }

  /// ``Options: `linger` 250 ms, `sndhwm` 10000.``
  private func options(of socket: SocketSpec) -> String? {
    if socket.options.isEmpty { return nil }
    let list = socket.options.map { "\(Markdown.code($0.name.text)) \(value(of: $0))" }
    return "Options: " + list.joined(separator: ", ") + "."
  }

  /// A value in libzmq's unit; -1, which means no limit or the system's own, has none.
  private func value(of option: OptionSpec) -> String {
    switch (option.value, OptionKey.byName[option.name.text]?.kind) {
    case (.string(let text), _): Markdown.code(text)
    case (.int(let number), .flag): number == 0 ? "off" : "on"
    case (.int(let number), .milliseconds) where number >= 0: "\(number) ms"
    case (.int(let number), .seconds) where number >= 0: "\(number) s"
    case (.int(let number), .bytes) where number >= 0: "\(number) bytes"
    case (.int(let number), _): "\(number)"
    }
  }

  private func topics(of socket: SocketSpec) -> String? {
    if let topic = socket.topic { return "It publishes under the topic \(Markdown.code(topic.text))." }
    switch socket.subscription {
    case .prefixes(let prefixes):
      let all = prefixes.contains("")
      let list = Markdown.list(prefixes.map { Markdown.code("\"\($0)\"") })
      return all ? "It subscribes to everything." : "It subscribes to topics that begin with \(list)."
    case .dynamic: return "It subscribes while it runs."
    case nil: return nil
    }
  }
}

extension String {
  /// The same text without blanks on lines that have nothing else.
  fileprivate func replacingBlankLines() -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.allSatisfy(\.isWhitespace) ? "" : String($0) }.joined(separator: "\n")
  }
}
