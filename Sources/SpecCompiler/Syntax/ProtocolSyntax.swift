import SpecModel

/// A protocol file as written.
struct ProtocolSyntax: Sendable, Hashable {
  /// `protocol:`; nil where it cannot be read.
  var name: NameSpec?
  /// `version:`
  var version: String?
  /// `title:`
  var title: String?
  /// `about:`
  var about: String?
  /// `layout:`
  var layout: NameSpec?
  /// `processes:`
  var processes: [ProcessSyntax] = []
  /// `layouts:`
  var layouts: [LayoutSyntax] = []
  /// `types:`
  var types: [TypeDeclarationSyntax] = []
  /// `messages:`
  var messages: [MessageSyntax] = []
  /// `chains:`
  var chains: [ChainSyntax] = []
  /// The names that cannot be read or were refused, by kind, so that a reference to one of them is not reported too.
  var lost: Set<LostName> = []
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []

  /// A declaration that parsing refused.
  enum LostName: Hashable, Sendable {
    case process(String), message(String), type(String), layout(String)
    /// The whole table could not be read.
    case allProcesses, allMessages, allTypes, allLayouts
  }

  /// The protocol in a file's root node.
  static func parse(_ root: YAMLNode) -> (ProtocolSyntax, [Diagnostic]) {
    var findings = Findings()
    let help = "begin with the lines `zmqspec: 1` and `protocol: <name>`"
    guard !root.isNull else {
      findings.error(Code.emptyFile, at: root.range, "the file is empty: expected a protocol", help: help)
      return (ProtocolSyntax(), findings.diagnostics)
    }
    guard case .mapping(let entries) = root.content else {
      findings.wrongKind(root, expected: "a protocol as a mapping", help: help)
      return (ProtocolSyntax(), findings.diagnostics)
    }
    let top = SourceRange(root.range.start, entries.first?.keyRange.end ?? root.range.start)
    let keys = KeyedSyntax(entries, at: .file, owner: top, &findings)
    var syntax = ProtocolSyntax()
    findings.checkLanguageVersion(keys["zmqspec"])
    syntax.name = keys["protocol"].flatMap { findings.filledText($0, "the name of the protocol") }
      .flatMap { findings.name($0, "a protocol") }
    syntax.version = keys["version"].flatMap { findings.semanticVersion($0) }
    syntax.title = keys["title"].flatMap { findings.text($0, "`title`")?.text }
    syntax.about = keys["about"].flatMap { findings.text($0, "`about`")?.text }
    syntax.layout = keys["layout"].flatMap { findings.layout($0) }
    syntax.processes = keys["processes"].map { findings.processes($0) } ?? []
    syntax.layouts = keys["layouts"].map { findings.layouts($0) } ?? []
    syntax.types = keys["types"].map { findings.types($0) } ?? []
    syntax.messages = keys["messages"].map { findings.messages($0) } ?? []
    syntax.chains = keys["chains"].map { findings.chains($0) } ?? []
    syntax.extensions = keys.extensions
    syntax.collectLost(keys)
    return (syntax, findings.diagnostics)
  }

  private mutating func collectLost(_ keys: KeyedSyntax) {
    func names(_ key: String, all: LostName, _ one: (String) -> LostName, but read: [NameSpec]) -> [LostName] {
      guard let node = keys[key] else { return [] }
      guard case .mapping(let entries) = node.content else { return node.isNull ? [] : [all] }
      let known = Set(read.map(\.text))
      return entries.map(\.key.text).filter { !known.contains($0) }.map(one)
    }
    lost.formUnion(names("processes", all: .allProcesses, LostName.process, but: processes.map(\.name)))
    lost.formUnion(names("messages", all: .allMessages, LostName.message, but: messages.map(\.name)))
    lost.formUnion(names("layouts", all: .allLayouts, LostName.layout, but: layouts.map(\.name)))
    lost.formUnion(names("types", all: .allTypes, LostName.type, but: types.map(\.name)))
    if !keys.has("processes") { lost.insert(.allProcesses) }
  }
}

extension Findings {
  fileprivate mutating func checkLanguageVersion(_ node: YAMLNode?) {
    guard let node, let text = text(node, "the version of the language"), text.text != "1" else { return }
    error(
      Code.languageVersion, at: text.range,
      "expected version 1 of the language, found \(Prose.quoted(text.text))",
      help: "write `zmqspec: 1`, or use a zmqspec that knows this version")
  }

  mutating func semanticVersion(_ node: YAMLNode) -> String? {
    guard let text = text(node, "the version") else { return nil }
    let core = text.text.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = { (part: Substring) in
      !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) } && (part.count == 1 || part.first != "0")
    }
    let suffix = text.text.dropFirst(core.count)
    let isSuffix = suffix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-+.".contains($0)) }
    if numbers.count == 3, numbers.allSatisfy(isNumber), isSuffix, suffix.count != 1 { return text.text }
    error(
      Code.notSemanticVersion, at: text.range, "expected a semantic version, found \(Prose.quoted(text.text))",
      help: "write three numbers parted by points, such as `1.2.0`")
    return nil
  }
}
