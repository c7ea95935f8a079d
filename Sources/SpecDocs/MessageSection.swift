import SpecModel

/// A message: what it means, its fields, and how one looks on the wire.
///
/// ```
/// ### `ping`
/// | field | type | default | meaning |
/// ["ping",5]
/// ```
struct MessageSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The message.
  let message: MessageID

  /// All of it.
  var blocks: [String] {
    let message = spec[message]
    var blocks = [PageNames.heading("message", message.name.text)]
    if let deprecated = message.deprecated { blocks.append(Markdown.deprecated(deprecated)) }
    if let about = Markdown.prose(message.about) { blocks.append(about) }
    if let since = message.since { blocks.append(Markdown.since(since)) }
    if message.wireType != message.name.text, saysItsType {
      blocks.append("On the wire it is called \(Markdown.code(message.wireType)).")
    }
    blocks += FieldTable(names: names).blocks(message.fields, none: "It has no fields.")
    if let layout = message.layout.declared {
      blocks.append("Its frames, in the layout \(names.layout(layout)):")
      blocks.append(FrameTable(message: message, spec: spec).text)
    } else {
      blocks.append(Markdown.block(message.sampleBody(in: spec), language: "json"))
    }
    return blocks
  }

  /// Whether its frames say what they are; a reply may be known by its request alone.
  private var saysItsType: Bool {
    guard let layout = spec[message].layout.declared else { return true }
    return spec[layout].references.contains { $0.target == .type }
      || spec[layout].fields.contains { $0.source?.kind == .type }
  }
}
