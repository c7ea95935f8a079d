import SpecModel
import ZMQWire

/// Names to ids, and what follows from what is written: who talks to whom, delimiters, subscriptions.
struct Resolver {
  let syntax: ProtocolSyntax
  let declarations: Declarations
  var findings = Findings()
  var spec: ProtocolSpec

  /// The protocol with every reference resolved. Where there are errors, what could not be resolved is left
  /// out, and the spec is of no use but to go on looking for more.
  static func resolve(_ syntax: ProtocolSyntax) -> (ProtocolSpec, [Diagnostic]) {
    var resolver = Resolver(syntax)
    resolver.resolveTypes()
    resolver.resolveLayouts()
    resolver.resolveMessages()
    resolver.resolveProcesses()
    resolver.resolveChains()
    resolver.resolveWiring()
    return (resolver.spec, resolver.findings.diagnostics)
  }

  private init(_ syntax: ProtocolSyntax) {
    self.syntax = syntax
    declarations = Declarations(syntax)
    spec = ProtocolSpec(
      name: syntax.name ?? NameSpec("", at: .beginning), version: syntax.version, title: syntax.title,
      about: syntax.about, layout: .triple, extensions: syntax.extensions)
  }

  private mutating func resolveTypes() {
    for type in syntax.types {
      let kind: TypeSpec.Kind
      switch type.kind {
      case .enumeration(let cases): kind = .enumeration(cases)
      case .record(let fields): kind = .record(resolve(fields))
      case .union(let cases, let tag): kind = .union(resolve(cases), tag: tag)
      case nil: kind = .record([])
      }
      spec.types.append(
        TypeSpec(
          name: type.name, about: type.about, kind: kind, unknown: type.unknown ?? .refuse,
          extensions: type.extensions))
    }
    findings.append(RecordCycles.find(in: spec))
  }

  /// The cases of a union, each a record.
  private mutating func resolve(_ cases: [TypeDeclarationSyntax.UnionCaseSyntax]) -> [UnionCaseSpec] {
    cases.compactMap { written in
      guard let id = declarations.declaredType(written.type, &findings) else { return nil }
      if let kind = syntax.types[id.index].kind {
        guard case .record = kind else {
          declarations.reportNoRecord(written.type, &findings)
          return nil
        }
      }
      return UnionCaseSpec(name: written.name, type: id, typeRange: written.type.range)
    }
  }

  private mutating func resolveMessages() {
    for message in syntax.messages {
      let layout = message.layout.flatMap { declarations.layout($0, &findings) } ?? spec.layout
      var resolved = MessageSpec(
        name: message.name, wireType: message.wire?.text ?? message.name.text, wireNumber: message.wireNumber,
        wireTypeRange: message.wire?.range ?? message.name.range, about: message.about, args: resolve(message.args),
        kwargs: resolve(message.kwargs), layout: layout, since: message.since, deprecated: message.deprecated,
        extensions: message.extensions)
      resolved.fixedFields = fixedFields(of: message, layout)
      spec.messages.append(resolved)
      reportFieldsThatStandTwice(message)
      if let id = layout.declared { checkArguments(message, of: id) }
    }
  }

  func resolve(_ field: FieldSyntax, _ type: TypeReference) -> FieldSpec {
    FieldSpec(
      name: field.name, type: field.isRest ? .list(type) : type, typeRange: field.typeRange,
      defaultValue: field.defaultValue, about: field.about, example: field.example, constraints: field.constraints,
      since: field.since, deprecated: field.deprecated, isRest: field.isRest, extensions: field.extensions)
  }

  private mutating func resolve(_ fields: [FieldSyntax]) -> [FieldSpec] {
    fields.compactMap { field in
      field.type.flatMap { declarations.type($0, &findings) }.map { resolve(field, $0) }
    }
  }

  /// An argument may come by position or by keyword, so `args` and `kwargs` share their names.
  private mutating func reportFieldsThatStandTwice(_ message: MessageSyntax) {
    let positional = Dictionary(message.args.map { ($0.name.text, $0.name) }, uniquingKeysWith: { first, _ in first })
    for field in message.kwargs {
      guard let first = positional[field.name.text] else { continue }
      findings.error(
        Code.duplicateDeclaration, at: field.name.range,
        "\(Prose.quoted(message.name.text)) has two arguments called \(Prose.quoted(field.name.text))",
        help: "rename one of the two: an argument in `args` may also be sent by its keyword",
        notes: [Diagnostic.Note("\(Prose.quoted(first.text)) stands under `args` here", at: first.range)])
    }
  }

  private mutating func resolveProcesses() {
    for process in syntax.processes {
      let shownAs = process.shownAs ?? SnakeCase.of(process.name.text) + "_id"
      var resolved = ProcessSpec(
        name: process.name, about: process.about, count: process.count ?? .one, shownAs: shownAs,
        routingID: process.routingID, sockets: [], extensions: process.extensions)
      for socket in process.sockets {
        resolved.sockets.append(
          SocketSpec(
            name: socket.name, about: socket.about, type: socket.type ?? .pair, typeRange: socket.typeRange,
            bind: socket.bind.map { EndpointSpec($0) }, routingID: socket.routingID ?? process.routingID,
            shownAs: socket.shownAs ?? shownAs, delimiter: socket.delimiter ?? false,
            delimiterRange: socket.delimiterRange, topic: socket.topic, otherwise: resolve(socket.otherwise),
            otherwiseRange: socket.otherwiseRange, silence: socket.silence, security: socket.security ?? .none,
            securityRange: socket.securityRange, options: socket.options, extensions: socket.extensions))
      }
      for proxy in process.proxies {
        guard let frontend = declarations.socket(proxy.frontend, of: ProcessID(spec.processes.count), &findings),
          let backend = declarations.socket(proxy.backend, of: ProcessID(spec.processes.count), &findings)
        else { continue }
        resolved.proxies.append(ProxySpec(frontend: frontend, backend: backend, range: proxy.range))
      }
      spec.processes.append(resolved)
    }
  }

  private mutating func resolve(_ otherwise: SocketSyntax.Otherwise?) -> SocketSpec.Otherwise {
    switch otherwise {
    case nil, .drop: .drop
    case .handle: .handle
    case .message(let name):
      declarations.message(name, orOneOf: ["drop", "handle"], &findings).map { .message($0) } ?? .drop
    }
  }
}
