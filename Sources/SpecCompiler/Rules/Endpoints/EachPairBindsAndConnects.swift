import SpecModel

/// Of two sockets that talk, one binds and the other connects.
///
/// Two that connect retry for ever, two that bind wait for ever, and neither tells anyone.
/// Source: man zmq_connect, zmq_bind.
struct EachPairBindsAndConnects: Rule {
  static let code: DiagnosticCode = "ZS0802"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketPairs.compactMap { pair in
      if spec[pair.a].type == .stream || spec[pair.b].type == .stream { return nil }
      if meets(pair.a, pair.b, in: spec) || meets(pair.b, pair.a, in: spec) { return nil }
      let (a, b) = (spec[pair.a], spec[pair.b])
      let (nameA, nameB) = (spec.socket(pair.a), spec.socket(pair.b))
      switch (a.bind.isEmpty, b.bind.isEmpty) {
      case (false, false):
        return error(
          at: pair.range, "\(nameA) and \(nameB) both bind: each waits for the other to connect, for ever",
          help: "let one of them connect, for example `connect: \(spec[pair.b.process].name).\(b.name)` on \(nameA)",
          notes: binds([pair.a, pair.b], in: spec))
      case (true, true):
        let connects = !a.connect.isEmpty && !b.connect.isEmpty
        return error(
          at: pair.range,
          "\(nameA) and \(nameB) never meet: " + (connects ? "both connect" : "neither binds an endpoint"),
          help: "write `bind` on the socket that stays in one place, for example "
            + "`bind: \"tcp://127.0.0.1:5555\"` on \(nameB); the other connects to it by itself",
          notes: [spec.typeNote(pair.a), spec.typeNote(pair.b)])
      case (true, false), (false, true):
        let (binder, other) = a.bind.isEmpty ? (pair.b, pair.a) : (pair.a, pair.b)
        let target = "\(spec[binder.process].name).\(spec[binder].name)"
        return error(
          at: pair.range,
          "\(nameA) and \(nameB) never meet: \(spec.socket(other)) "
            + (spec[other].connect.isEmpty ? "connects to nothing" : "connects elsewhere"),
          help: "add `\(target)` to the `connect` of \(spec.socket(other))", notes: binds([binder], in: spec))
      }
    }
  }

  /// Whether `connecting` connects to `bound`: by name, or by an endpoint of its own that may be the same.
  private static func meets(_ connecting: SocketID, _ bound: SocketID, in spec: ProtocolSpec) -> Bool {
    guard !spec[bound].bind.isEmpty else { return false }
    return spec[connecting].connect.contains { $0.bound == bound || $0.bound == nil }
  }

  private static func binds(_ sockets: [SocketID], in spec: ProtocolSpec) -> [Diagnostic.Note] {
    sockets.compactMap { id in
      spec[id].bind.first.map { Diagnostic.Note("\(spec.socket(id)) binds here", at: $0.address.range) }
    }
  }
}
