import SpecModel

/// What is declared takes part in some chain.
///
/// A warning: code is generated for it all the same, but nobody ever says or hears it.
struct EverythingDeclaredIsUsed: Rule {
  static let code: DiagnosticCode = "ZS1009"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    if spec.chains.isEmpty {
      return [
        warning(
          at: spec.name.range, "'\(spec.name)' has no chains, so nothing is ever sent",
          help: "write the first one under `chains`, with a step such as `A -> B: message`")
      ]
    }
    var found: [Diagnostic] = []
    let uses = Uses(in: spec)
    for id in spec.processIDs {
      let process = spec[id]
      if !uses.processes.contains(id) {
        found.append(unused("process", process.name, help: "write a step for it, or remove it"))
        continue
      }
      for socket in process.sockets.indices where !uses.sockets.contains(SocketID(id, socket)) {
        if process.sockets[socket].type == .stream { continue }
        found.append(
          unused(
            "socket", process.sockets[socket].name, of: process.name, help: "write a step that uses it, or remove it"))
      }
    }
    for id in spec.messageIDs where !uses.messages.contains(id) {
      found.append(
        unused("message", spec[id].name, help: "write a step that says it, or remove it; nobody can send it yet"))
    }
    for index in spec.layouts.indices where !uses.layouts.contains(LayoutID(index)) {
      found.append(
        unused("layout", spec.layouts[index].name, help: "write it as the `layout` of a message, or remove it"))
    }
    for index in spec.types.indices where !uses.types.contains(TypeID(index)) {
      found.append(unused("type", spec.types[index].name, help: "use it for a field, or remove it"))
    }
    return found
  }

  private static func unused(_ kind: String, _ name: NameSpec, of owner: NameSpec? = nil, help: String) -> Diagnostic {
    let whose = owner.map { " of '\($0)'" } ?? ""
    let user = kind == "type" ? "no field of a message" : kind == "layout" ? "no message" : "no chain"
    return warning(at: name.range, "\(user) uses \(kind) '\(name)'\(whose)", help: help)
  }

  /// Everything that some chain reaches.
  private struct Uses {
    var processes: Set<ProcessID> = []
    var sockets: Set<SocketID> = []
    var messages: Set<MessageID> = []
    var layouts: Set<LayoutID> = []
    var types: Set<TypeID> = []

    init(in spec: ProtocolSpec) {
      for chain in spec.chains {
        for step in chain.steps {
          messages.insert(step.message)
          for socket in step.hops.flatMap({ [$0.sender] + $0.receivers }) {
            sockets.insert(socket)
            processes.insert(socket.process)
          }
        }
      }
      for id in spec.socketIDs {
        if case .message(let refusal) = spec[id].otherwise { messages.insert(refusal) }
      }
      layouts = Set((spec.messages.map(\.layout) + [spec.layout]).compactMap(\.declared))
      var pending = (spec.messages.flatMap(\.fields) + spec.layouts.flatMap(\.fields)).compactMap { $0.type.declared }
      while let type = pending.popLast() {
        guard types.insert(type).inserted else { continue }
        switch spec[type].kind {
        case .record(let fields): pending += fields.compactMap { $0.type.declared }
        case .union(let cases, _): pending += cases.map(\.type)
        case .enumeration: break
        }
      }
    }
  }
}

extension TypeReference {
  /// The declared type that it names, however deep.
  fileprivate var declared: TypeID? {
    switch self {
    case .named(let id): id
    case .list(let inner), .map(let inner), .optional(let inner): inner.declared
    default: nil
    }
  }
}
