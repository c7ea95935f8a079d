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
  var blocks: [Block] {
    let message = spec[message]
    var blocks = [PageNames.heading("message", message.name.text)]
    if let deprecated = message.deprecated { blocks.append(.paragraph(VersionsSection.deprecated(deprecated))) }
    if let about = Markdown.prose(message.about) { blocks.append(.prose(about)) }
    if let since = message.since { blocks.append(.paragraph(VersionsSection.since(since))) }
    if message.wireType != message.name.text, saysItsType {
      blocks.append(.paragraph("On the wire it is called \(Phrase.code(message.wireType))."))
    }
    blocks += FieldTable(names: names).blocks(message.fields, none: "It has no fields.")
    if let layout = message.layout.declared {
      blocks.append(.paragraph("Its body frames, in the layout \(names.layout(layout)):"))
      blocks.append(FrameTable(message: message, spec: spec).block)
      let json = message.sampleFrames(in: spec).compactMap { if case .json(let text) = $0.form { text } else { nil } }
      if !json.isEmpty { blocks.append(.code(json.joined(separator: "\n"), language: "json")) }
    } else {
      blocks.append(.code(message.sampleBody(in: spec), language: "json"))
    }
    return blocks + [
      .paragraph("For example, byte by byte, without envelope\(isSigned ? ", a word in place of the signature" : ""):"),
      .code(ByteDump.text(of: message, in: spec), language: ""),
    ]
  }

  /// Whether one of its frames is a signature, which cannot be shown without a key.
  private var isSigned: Bool {
    guard let layout = spec[message].layout.declared else { return false }
    return spec[layout].fields.contains { if case .sign? = $0.source?.kind { true } else { false } }
  }

  /// Whether its frames say what they are; a reply may be known by its request alone.
  private var saysItsType: Bool {
    guard let layout = spec[message].layout.declared else { return true }
    return spec[layout].references.contains { $0.target == .type }
      || spec[layout].fields.contains { $0.source?.kind == .type }
  }
}
