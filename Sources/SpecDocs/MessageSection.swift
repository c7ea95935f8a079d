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
    if let about = Markdown.prose(message.about) { blocks.append(about) }
    if message.wireType != message.name.text {
      blocks.append("On the wire it is called \(Markdown.code(message.wireType)).")
    }
    blocks += FieldTable(names: names).blocks(message.fields, none: "It has no fields.")
    blocks.append(Markdown.block(message.sampleBody(in: spec), language: "json"))
    return blocks
  }
}
