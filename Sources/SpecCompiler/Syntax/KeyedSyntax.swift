import SpecModel

/// A mapping whose keys are the language's, read by its table of keys: what is unknown, reserved or missing
/// has been reported.
struct KeyedSyntax {
  private var values: [String: YAMLEntry] = [:]
  /// The `x-…` keys, kept.
  private(set) var extensions: [ExtensionSpec] = []

  /// Reads the entries that stand at a place.
  ///
  /// - Parameter owner: What has the keys, and where it is named: a missing key is reported there.
  init(_ entries: [YAMLEntry], at place: LanguagePlace, owner: SourceRange, _ findings: inout Findings) {
    for entry in entries {
      let key = entry.key.text
      if key.hasPrefix("x-") {
        extensions.append(ExtensionSpec(key: entry.name, value: ValueSpec(kept: entry.value)))
        continue
      }
      if place.keys.contains(where: { $0.name == key }) {
        values[key] = entry
      } else {
        findings.unknownKey(entry.keyText, at: place, beside: entries.map(\.key.text))
      }
    }
    for key in place.keys where key.isRequired && values[key.name] == nil {
      findings.error(
        Code.missingKey, at: owner, "\(place.phrase) needs the key \(Prose.key(key.name))",
        help: "add it (\(key.meaning.lowercasedFirst)), for example `\(key.name): \(key.example)`")
    }
  }

  /// The value of a key, or nil where it is not written.
  subscript(key: String) -> YAMLNode? { values[key]?.value }

  /// Where a key is written.
  func range(of key: String) -> SourceRange? { values[key]?.keyRange }

  /// Whether a key is written, readable or not.
  func has(_ key: String) -> Bool { values[key] != nil }
}

extension Findings {
  /// Reports a key that the language does not have here, with the keys that it has.
  mutating func unknownKey(
    _ key: TextSyntax, at place: LanguagePlace, alsoLegal: String = "", beside others: [String] = []
  ) {
    let legal = place.keys.map(\.name)
    let meant = ForeignKey.translated(key.text, among: legal)
    let guess = (meant ?? nearest(to: key.text, among: legal)).map { "did you mean \(Prose.key($0))? " } ?? ""
    error(
      Code.unknownKey, at: key.range, "\(place.phrase) has no key \(Prose.key(key.text))",
      help: "\(guess)the keys of \(place.phrase) are \(legal.map(Prose.key).joined(separator: ", "))\(alsoLegal); "
        + "keys of your own begin with `x-`",
      fix: respelling(of: key.text, as: meant, at: key.range, among: legal).filter { !others.contains($0.text) })
  }
}

extension String {
  /// The text with its first letter small, for the middle of a sentence; `PUB, XPUB: …` stays as it is.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isLowercase != false else { return self }
    return first.lowercased() + dropFirst()
  }
}
