import SpecModel

/// What is newer than the rest of the protocol, and what should no longer be used.
///
/// ```
/// ## Versions
/// | version | what |
/// |---|---|
/// | 1.1.0 | `render`: `name` |
/// | no longer | `done`: Use nothing. |
/// ```
struct VersionsSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames

  /// Heading and table; nothing where everything is as old as the protocol.
  var blocks: [Block] {
    var since: [(version: String, what: Phrase)] = []
    var gone: [[Phrase]] = []
    for id in spec.messageIDs {
      let (message, name) = (spec[id], names.message(id))
      if let version = message.since { since.append((version, name)) }
      if let reason = message.deprecated { gone.append(["no longer", "\(name): \(Phrase.prose(reason) ?? .empty)"]) }
      for field in message.fields {
        let what: Phrase = "\(name): \(Phrase.code(field.name.text))"
        if let version = field.since { since.append((version, what)) }
        if let reason = field.deprecated { gone.append(["no longer", "\(what): \(Phrase.prose(reason) ?? .empty)"]) }
      }
    }
    if since.isEmpty, gone.isEmpty { return [] }
    var versions: [String] = []
    for (version, _) in since where !versions.contains(version) { versions.append(version) }
    let rows = versions.map { version in
      [.text(version), since.filter { $0.version == version }.map(\.what).joined(", ")]
    }
    return [.heading(2, "Versions", .section("Versions")), .table(["version", "what"], rows + gone)]
  }

  /// `Since version 1.2.0.`
  static func since(_ version: String) -> Phrase { "Since version \(version)." }

  /// `**Deprecated:** Use nothing.`
  static func deprecated(_ reason: String) -> Phrase {
    "\(Phrase.strong("Deprecated:")) \(Phrase.prose(reason) ?? .empty)"
  }
}
