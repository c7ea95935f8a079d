import SpecModel

/// An entry of `processes` as written.
struct ProcessSyntax: Sendable, Hashable {
  /// The name.
  var name: NameSpec
  /// `about:`
  var about: String?
  /// `count:`
  var count: ProcessSpec.Count?
  /// `shown_as:`
  var shownAs: String?
  /// `routing_id:`
  var routingID: TemplateSpec?
  /// `sockets:`
  var sockets: [SocketSyntax] = []
  /// `proxies:`
  var proxies: [ProxySyntax] = []
  /// Whether something about its sockets or proxies was refused, so that one of them may be missing.
  var isIncomplete = false
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

extension Findings {
  /// The entries of `processes`.
  mutating func processes(_ node: YAMLNode) -> [ProcessSyntax] {
    guard let entries = entries(node, "`processes`") else { return [] }
    var processes: [ProcessSyntax] = []
    for entry in entries {
      guard let name = name(entry.keyText, "a process") else { continue }
      processes.append(process(name, entry.value))
    }
    return processes
  }

  private mutating func process(_ name: NameSpec, _ node: YAMLNode) -> ProcessSyntax {
    var process = ProcessSyntax(name: name)
    let help = "write a mapping with the key `sockets`"
    guard let entries = entries(node, "the process \(Prose.quoted(name.text))", help: help) else {
      process.isIncomplete = true
      return process
    }
    let before = diagnostics.count
    let keys = KeyedSyntax(entries, at: .process, owner: name.range, &self)
    process.about = keys["about"].flatMap { text($0, "`about`")?.text }
    process.count = keys["count"].flatMap { word($0, "the count", among: [("one", .one), ("many", .many)]) }
    process.shownAs = keys["shown_as"].flatMap { shownAs($0) }
    process.routingID = keys["routing_id"].flatMap { routingID($0) }
    process.sockets = keys["sockets"].map { sockets($0) } ?? []
    process.proxies = keys["proxies"].map { proxies($0) } ?? []
    process.extensions = keys.extensions
    let lostProxy = keys["proxies"].map { oneOrSeveral($0).count != process.proxies.count } ?? false
    process.isIncomplete =
      diagnostics.count > before && (hasLostSocket(keys["sockets"], process.sockets) || lostProxy)
    return process
  }

  /// Whether fewer sockets were read than are written, or one of them without its type.
  private func hasLostSocket(_ node: YAMLNode?, _ sockets: [SocketSyntax]) -> Bool {
    switch node?.content {
    case .mapping(let entries): entries.count != sockets.count || sockets.contains { $0.type == nil }
    case .scalar(let scalar): !scalar.isNull
    case .sequence, .refused: true
    // A misspelt `sockets` has been reported as an unknown key.
    case nil: true
    }
  }
}
