import SpecModel

/// An entry of `messages` as written.
struct MessageSyntax: Sendable, Hashable {
  /// The name.
  var name: NameSpec
  /// `about:`
  var about: String?
  /// `args:`
  var args: [FieldSyntax] = []
  /// `kwargs:`
  var kwargs: [FieldSyntax] = []
  /// `wire:`
  var wire: NameSpec?
  /// `layout:`
  var layout: BuiltInLayout?
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

extension Findings {
  /// The entries of `messages`.
  mutating func messages(_ node: YAMLNode) -> [MessageSyntax] {
    guard let entries = entries(node, "`messages`") else { return [] }
    var messages: [MessageSyntax] = []
    for entry in entries {
      guard let name = name(entry.keyText, "a message") else { continue }
      messages.append(message(name, entry.value))
    }
    return messages
  }

  /// One of the built-in layouts.
  mutating func layout(_ node: YAMLNode) -> BuiltInLayout? {
    if case .mapping = node.content {
      notYet("a layout of your own", at: node.range, instead: "write `triple`, `pair`, `list` or `object`")
      return nil
    }
    return word(node, "the layout", among: BuiltInLayout.allCases.map { ($0.rawValue, $0) })
  }

  private mutating func message(_ name: NameSpec, _ node: YAMLNode) -> MessageSyntax {
    var message = MessageSyntax(name: name)
    let help = "write `\(name.text): {}`, or a mapping with keys such as `args`"
    guard let entries = entries(node, "the message \(Prose.quoted(name.text))", help: help) else { return message }
    let keys = KeyedSyntax(entries, at: .message, owner: name.range, &self)
    message.about = keys["about"].flatMap { text($0, "`about`")?.text }
    message.args = keys["args"].map { fields($0, "`args`") } ?? []
    message.kwargs = keys["kwargs"].map { fields($0, "`kwargs`") } ?? []
    message.wire = keys["wire"].flatMap { wire($0) }
    message.layout = keys["layout"].flatMap { layout($0) }
    message.extensions = keys.extensions
    return message
  }

  private mutating func wire(_ node: YAMLNode) -> NameSpec? {
    if case .scalar(let scalar) = node.content, scalar.style == .plain {
      switch PlainScalar(scalar.text) {
      case .int, .uint:
        notYet(
          "a number as message type", at: node.range, instead: "write the text \"\(scalar.text)\" in quotes, or a word")
        return nil
      default: break
      }
    }
    guard let text = wireText(node, "the message type") else { return nil }
    guard !text.text.isEmpty else {
      error(Code.emptyValue, at: text.range, "the message type is empty", help: "write a word, or leave the key out")
      return nil
    }
    return text.name
  }
}
