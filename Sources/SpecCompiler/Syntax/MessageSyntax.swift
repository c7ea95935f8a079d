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
  /// The number, where `wire:` is one.
  var wireNumber: Int64?
  /// `layout:`, one of the built-in ones or of the file's own.
  var layout: NameSpec?
  /// `fields:`, the fields of its layout that are always the same.
  var fixedFields: [FixedFieldSyntax] = []
  /// `since:`
  var since: String?
  /// `deprecated:`
  var deprecated: String?
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

/// A field of the layout that a message fixes: `number: 1`.
struct FixedFieldSyntax: Sendable, Hashable {
  /// The field.
  var name: NameSpec
  /// Its value.
  var value: ValueSpec
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

  /// The name of a layout.
  mutating func layout(_ node: YAMLNode) -> NameSpec? {
    if case .mapping = node.content {
      wrongKind(
        node, expected: "the name of a layout", help: "declare it under `layouts`, and write its name here")
      return nil
    }
    return filledText(node, "the layout").flatMap { name($0, "a layout") }
  }

  private mutating func message(_ name: NameSpec, _ node: YAMLNode) -> MessageSyntax {
    var message = MessageSyntax(name: name)
    let help = "write `\(name.text): {}`, or a mapping with keys such as `args`"
    guard let entries = entries(node, "the message \(Prose.quoted(name.text))", help: help) else { return message }
    let keys = KeyedSyntax(entries, at: .message, owner: name.range, &self)
    message.about = keys["about"].flatMap { text($0, "`about`")?.text }
    message.args = keys["args"].map { fields($0, "`args`", as: .argument) } ?? []
    message.kwargs = keys["kwargs"].map { fields($0, "`kwargs`", as: .keyword) } ?? []
    if let node = keys["wire"] { readWire(node, into: &message) }
    message.layout = keys["layout"].flatMap { layout($0) }
    message.fixedFields = keys["fields"].map { fixedFields($0) } ?? []
    message.since = keys["since"].flatMap { semanticVersion($0) }
    message.deprecated = keys["deprecated"].flatMap { filledText($0, "`deprecated`")?.text }
    message.extensions = keys.extensions
    return message
  }

  private mutating func fixedFields(_ node: YAMLNode) -> [FixedFieldSyntax] {
    let help = "write each field of the layout with its value: `{ number: 1 }`"
    guard let entries = entries(node, "`fields`", help: help) else { return [] }
    var fields: [FixedFieldSyntax] = []
    for entry in entries {
      guard let name = name(entry.keyText, "a field"), let value = value(entry.value) else { continue }
      fields.append(FixedFieldSyntax(name: name, value: value))
    }
    return fields
  }

  /// A text, or a number in plain digits: `wire: PING`, `wire: 0x02`.
  private mutating func readWire(_ node: YAMLNode, into message: inout MessageSyntax) {
    if case .scalar(let scalar) = node.content, scalar.style == .plain,
      case .int(let number) = PlainScalar(scalar.text)
    {
      message.wire = NameSpec(scalar.text, at: node.range)
      message.wireNumber = number
      return
    }
    guard let text = wireText(node, "the message type") else { return }
    guard !text.text.isEmpty else {
      error(Code.emptyValue, at: text.range, "the message type is empty", help: "write a word, or leave the key out")
      return
    }
    message.wire = text.name
  }
}
