import SpecModel

/// Two names that differ in the file still differ in Swift.
///
/// `icanhaz-cheezburger` and `icanhaz_cheezburger` are both `IcanhazCheezburger`; processes, messages and
/// types share one namespace, the generated `enum` of the protocol.
struct NamesDifferInSwift: Rule {
  static let code: DiagnosticCode = "ZS1007"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found += outermost(of: spec)
    for process in spec.processes {
      found += collisions(in: process.sockets.map { Named($0.name, "socket") }, convert: SwiftName.type)
      found += collisions(in: parameters(of: process), convert: SwiftName.member)
    }
    for type in spec.types {
      switch type.kind {
      case .enumeration(let cases): found += collisions(in: cases.map { Named($0, "case") }, convert: SwiftName.member)
      case .record(let fields): found += collisions(of: fields)
      case .union(let cases, _):
        found += collisions(in: cases.map { Named($0.name, "case") }, convert: SwiftName.member)
      }
    }
    for message in spec.messages { found += collisions(of: message.fields) }
    for layout in spec.layouts { found += collisions(of: layout.fields) }
    found += collisions(in: spec.chains.map { Named($0.name, "chain") }, convert: SwiftName.member)
    return found
  }

  /// A name and what it names.
  private struct Named {
    var name: NameSpec
    var kind: String

    init(_ name: NameSpec, _ kind: String) {
      self.name = name
      self.kind = kind
    }
  }

  private static func outermost(of spec: ProtocolSpec) -> [Diagnostic] {
    let names =
      spec.processes.map { Named($0.name, "process") }
      + spec.types.map { Named($0.name, "type") } + spec.messages.map { Named($0.name, "message") }
    return collisions(in: names, convert: SwiftName.type)
  }

  /// What a process is told where it starts: each name once, at the first template that has it.
  private static func parameters(of process: ProcessSpec) -> [Named] {
    var templates = process.routingID.map { [$0] } ?? []
    for socket in process.sockets {
      if let id = socket.routingID { templates.append(id) }
      templates += (socket.bind + socket.connect.filter { $0.bound == nil }).map(\.address)
    }
    var seen: Set<String> = []
    return templates.flatMap { template in
      template.placeholders.filter { seen.insert($0).inserted }.map {
        Named(NameSpec($0, at: template.range), "parameter")
      }
    }
  }

  private static func collisions(of fields: [FieldSpec]) -> [Diagnostic] {
    collisions(in: fields.map { Named($0.name, "field") }, convert: SwiftName.member)
  }

  private static func collisions(in names: [Named], convert: (String) -> String) -> [Diagnostic] {
    var known: [String: Named] = [:]
    var found: [Diagnostic] = []
    for named in names {
      let swift = convert(named.name.text)
      guard let before = known[swift] else {
        known[swift] = named
        continue
      }
      found.append(
        error(
          at: named.name.range,
          "\(named.kind) '\(named.name)' and \(before.kind) '\(before.name)' are both '\(swift)' in Swift",
          help: named.kind == "message"
            ? "rename one of them; a message keeps its type on the wire with `wire: \(named.name)`"
            : "rename one of them",
          notes: [Diagnostic.Note("\(before.kind) '\(before.name)' is declared here", at: before.name.range)]))
    }
    return found
  }
}
