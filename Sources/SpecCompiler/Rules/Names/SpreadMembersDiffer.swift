import SpecModel

/// Where `$kwargs...` is spread in an object, no keyword argument has the name of a member beside it.
///
/// The object would have two members with one key, of which a reader keeps one.
struct SpreadMembersDiffer: Rule {
  static let code: DiagnosticCode = "ZS1017"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let keys = spec.layouts.map { $0.frames.flatMap { keysBesideKeywords(in: $0) } }
    var found: [Diagnostic] = []
    for message in spec.messages {
      guard let id = message.layout.declared, !keys[id.index].isEmpty else { continue }
      for field in message.kwargs {
        guard let key = keys[id.index].first(where: { $0.text == field.name.text }) else { continue }
        found.append(
          error(
            at: field.name.range,
            "the layout '\(spec[id].name)' has a member '\(key)' beside `$kwargs...`, and '\(message.name)' a keyword of "
              + "that name: one of the two would be lost",
            help: "rename the keyword, or put the keywords into an object of their own: `params: $kwargs`",
            notes: [Diagnostic.Note("the member stands here", at: key.range)]))
      }
    }
    return found
  }

  private static func keysBesideKeywords(in frame: FrameSpec) -> [NameSpec] {
    switch frame.content {
    case .json(let tree), .msgpack(let tree): keys(in: tree)
    case .scalar, .empty, .packed, .natural: []
    }
  }

  private static func keys(in tree: TreeTemplateSpec) -> [NameSpec] {
    switch tree {
    case .constant, .value: return []
    case .list(let items):
      return items.flatMap { item -> [NameSpec] in if case .element(let tree) = item { keys(in: tree) } else { [] } }
    case .object(let members):
      var (own, inner, spreads): ([NameSpec], [NameSpec], Bool) = ([], [], false)
      for member in members {
        switch member {
        case .member(let key, let value):
          own.append(key)
          inner += keys(in: value)
        case .spread(let reference): spreads = spreads || reference.target == .kwargs
        }
      }
      return (spreads ? own : []) + inner
    }
  }
}
