import SpecModel

/// Records that contain themselves other than through a list or a map: no value of such a type ends, and no
/// Swift struct can hold one.
enum RecordCycles {
  /// One finding for each circle, at the field that closes it.
  static func find(in spec: ProtocolSpec) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var state = [State](repeating: .unseen, count: spec.types.count)
    for start in spec.types.indices where state[start] == .unseen {
      // A stack of our own: ten thousand records in a row must not exhaust the machine's.
      var stack = [(type: start, fields: contained(in: spec.types[start]), next: 0)]
      state[start] = .open
      while let top = stack.last {
        guard top.next < top.fields.count else {
          state[top.type] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let (range, target) = top.fields[top.next]
        switch state[target] {
        case .unseen:
          state[target] = .open
          stack.append((target, contained(in: spec.types[target]), 0))
        case .open:
          let circle = stack.drop { $0.type != target }.map { spec.types[$0.type].name.text }
          diagnostics.append(diagnostic(at: range, circle: circle))
        case .done: break
        }
      }
    }
    return diagnostics
  }

  private enum State { case unseen, open, done }

  /// The types of which a value of this type holds one, and where that is written.
  private static func contained(in type: TypeSpec) -> [(SourceRange, Int)] {
    switch type.kind {
    case .enumeration: return []
    case .union(let cases, _): return cases.map { ($0.typeRange, $0.type.index) }
    case .record(let fields):
      return fields.compactMap { field in
        var type = field.type
        if case .optional(let value) = type { type = value }
        guard case .named(let id) = type else { return nil }
        return (field.typeRange, id.index)
      }
    }
  }

  private static func diagnostic(at range: SourceRange, circle: [String]) -> Diagnostic {
    let name = circle.first ?? ""
    let way = circle.count > 1 ? " through \(Prose.list(circle.dropFirst(), Prose.quoted))" : ""
    return Diagnostic(
      Code.recursiveRecord, at: range, "the record \(Prose.quoted(name)) contains itself\(way)",
      help: "put it into a list: `list<\(name)>`")
  }
}
