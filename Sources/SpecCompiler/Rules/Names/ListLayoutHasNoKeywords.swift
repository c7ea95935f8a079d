import SpecModel

/// `["ping",5]` has no place for keyword arguments.
struct ListLayoutHasNoKeywords: Rule {
  static let code: DiagnosticCode = "ZS1010"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.messages.compactMap { message in
      guard message.layout == .list, let first = message.kwargs.first else { return nil }
      return error(
        at: first.name.range,
        "the layout `list` has no place for keyword arguments: '\(first.name)' would be lost, and '\(message.name)' "
          + "read as if it had none",
        help: "move '\(first.name)' to `args`, or write `layout: triple` or `layout: object` on '\(message.name)'",
        notes: [Diagnostic.Note("'\(message.name)' has the layout `list`", at: message.name.range)])
    }
  }
}
