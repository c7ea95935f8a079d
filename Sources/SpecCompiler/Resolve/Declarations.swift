import SpecModel

/// The declared names, each with its id, so that a reference costs the same among ten and ten thousand.
struct Declarations {
  /// Processes by name.
  let processes: [String: ProcessID]
  /// Sockets by name, for each process.
  let sockets: [[String: SocketID]]
  /// Messages by name.
  let messages: [String: MessageID]
  /// Types by name.
  let types: [String: TypeID]
  /// The file's own layouts by name.
  let layouts: [String: LayoutID]

  private let syntax: ProtocolSyntax
  private let processNames: [String]
  private let messageNames: [String]
  private let typeNames: [String]
  private let uncapitalisedTypeNames: Set<String>

  /// The names that a file declares.
  init(_ syntax: ProtocolSyntax) {
    self.syntax = syntax
    processNames = syntax.processes.map(\.name.text)
    messageNames = syntax.messages.map(\.name.text)
    typeNames = TypeReference.scalars.map(\.name) + TypeSyntax.constructors + syntax.types.map(\.name.text)
    uncapitalisedTypeNames = Set(typeNames.map { $0.lowercased() })
    processes = Declarations.places(syntax.processes.map(\.name), ProcessID.init)
    messages = Declarations.places(syntax.messages.map(\.name), MessageID.init)
    types = Declarations.places(syntax.types.map(\.name), TypeID.init)
    layouts = Declarations.places(syntax.layouts.map(\.name), LayoutID.init)
    sockets = syntax.processes.enumerated().map { index, process in
      Declarations.places(process.sockets.map(\.name)) { SocketID(ProcessID(index), $0) }
    }
  }

  private static func places<ID>(_ names: [NameSpec], _ id: (Int) -> ID) -> [String: ID] {
    Dictionary(names.enumerated().map { ($1.text, id($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The process with a name, or nil after reporting.
  func process(_ name: NameSpec, _ findings: inout Findings) -> ProcessID? {
    if let id = processes[name.text] { return id }
    if syntax.lost.contains(.allProcesses) || syntax.lost.contains(.process(name.text)) { return nil }
    findings.error(
      Code.unknownProcess, at: name.range, "no process is called \(Prose.quoted(name.text))",
      help: findings.suggestion(
        for: name.text, among: processNames, listedAs: "declared are",
        none: "declare it under `processes`"),
      fix: findings.respelling(of: name.text, at: name.range, among: processNames))
    return nil
  }

  /// The socket of a process with a name, or nil after reporting.
  func socket(_ name: NameSpec, of process: ProcessID, _ findings: inout Findings) -> SocketID? {
    if let id = sockets[process.index][name.text] { return id }
    let owner = syntax.processes[process.index]
    if owner.isIncomplete { return nil }
    findings.error(
      Code.unknownSocket, at: name.range,
      "\(Prose.quoted(owner.name.text)) has no socket \(Prose.quoted(name.text))",
      help: findings.suggestion(
        for: name.text, among: owner.sockets.map(\.name.text), listedAs: "it has",
        none: "declare the socket under `sockets` of the process"),
      notes: [Diagnostic.Note("\(Prose.quoted(owner.name.text)) is declared here", at: owner.name.range)],
      fix: findings.respelling(of: name.text, at: name.range, among: owner.sockets.map(\.name.text)))
    return nil
  }

  /// The message with a name, or nil after reporting.
  ///
  /// - Parameter words: What may stand there besides a message's name.
  func message(_ name: NameSpec, orOneOf words: [String] = [], _ findings: inout Findings) -> MessageID? {
    if let id = messages[name.text] { return id }
    if syntax.lost.contains(.allMessages) || syntax.lost.contains(.message(name.text)) { return nil }
    findings.error(
      Code.unknownMessage, at: name.range, "no message is called \(Prose.quoted(name.text))",
      help: findings.suggestion(
        for: name.text, among: words + messageNames, listedAs: words.isEmpty ? "declared are" : "write one of",
        none: "declare it under `messages`: `\(name.text): {}`"),
      fix: findings.respelling(of: name.text, at: name.range, among: words + messageNames))
    return nil
  }

  /// The layout with a name, or nil after reporting.
  func layout(_ name: NameSpec, _ findings: inout Findings) -> LayoutReference? {
    if let builtIn = BuiltInLayout(rawValue: name.text) { return .builtIn(builtIn) }
    if let id = layouts[name.text] { return .declared(id) }
    if syntax.lost.contains(.allLayouts) || syntax.lost.contains(.layout(name.text)) { return nil }
    let names = BuiltInLayout.allCases.map(\.rawValue) + syntax.layouts.map(\.name.text)
    findings.error(
      Code.unknownLayout, at: name.range, "no layout is called \(Prose.quoted(name.text))",
      help: findings.suggestion(for: name.text, among: names, listedAs: "there are", none: ""),
      fix: findings.respelling(of: name.text, at: name.range, among: names))
    return nil
  }

  /// The declared type with a name, or nil after reporting.
  func declaredType(_ name: NameSpec, _ findings: inout Findings) -> TypeID? {
    let type = type(TypeSyntax(content: .name(name.text), range: name.range), &findings)
    if case .named(let id) = type { return id }
    if type != nil { reportNoRecord(name, &findings) }
    return nil
  }

  /// Reports that a case of a union is no record.
  func reportNoRecord(_ name: NameSpec, _ findings: inout Findings) {
    findings.error(
      Code.unionCase, at: name.range, "a case of a union is a record, and \(Prose.quoted(name.text)) is none",
      help: "declare a record for the case, with a field of this type")
  }

  /// The type as written, its names resolved; nil after reporting.
  func type(_ type: TypeSyntax, _ findings: inout Findings) -> TypeReference? {
    switch type.content {
    case .list(let element): return self.type(element, &findings).map(TypeReference.list)
    case .map(let value): return self.type(value, &findings).map(TypeReference.map)
    case .optional(let value): return self.type(value, &findings).map(TypeReference.optional)
    case .name(let name):
      if let scalar = Declarations.scalars[name] { return scalar }
      if let id = types[name] { return .named(id) }
      if syntax.lost.contains(.allTypes) || syntax.lost.contains(.type(name)) { return nil }
      reportUnknownType(name, at: type.range, &findings)
      return nil
    }
  }

  private func reportUnknownType(_ name: String, at range: SourceRange, _ findings: inout Findings) {
    // A type of this file that differs by its capitals alone is meant before all. Then what the name means elsewhere:
    // `uint` is one letter away from `int`, and not meant by it.
    let isDeclared = uncapitalisedTypeNames.contains(name.lowercased())
    let meant = isDeclared ? nil : ForeignType.scalar(called: name)
    let container = isDeclared ? nil : ForeignType.container(called: name)
    let nearest = meant ?? container ?? findings.nearest(to: name, among: typeNames)
    let guess = nearest.map { "did you mean \(Prose.quoted($0))? " } ?? ""
    findings.error(
      Code.unknownType, at: range, "no type is called \(Prose.quoted(name))",
      help: "\(guess)write a built-in type such as `int` or `string`, or declare '\(name)' under `types`",
      fix: container == nil ? findings.respelling(of: name, as: meant, at: range, among: typeNames) : [])
  }

  private static let scalars = Dictionary(
    TypeReference.scalars.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
}
