import SpecModel

/// Where a layout writes `$type`, its codec can write the type of each message that has the layout.
///
/// The four built-in layouts write a text.
struct WireTypeFitsItsCodec: Rule {
  static let code: DiagnosticCode = "ZS1107"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let places = spec.layouts.map { layout in
      layout.scalars.first { if case .value(let reference) = $0.template { reference.target == .type } else { false } }
        .map { (codec: $0.codec, range: $0.range) }
    }
    return spec.messages.compactMap { message in
      guard let id = message.layout.declared else {
        guard message.wireNumber != nil else { return nil }
        return error(
          at: message.wireTypeRange,
          "the layout `\(message.layout.builtIn?.rawValue ?? "")` writes a message's type as a text, and `wire` is a number",
          help: "write `wire: \"\(message.wireType)\"` for the text, or a layout of your own with `uint8: $type`",
          fix: [Edit(message.wireTypeRange, "\"\(message.wireType)\"")])
      }
      guard let place = places[id.index] else { return nil }
      let note = Diagnostic.Note("the layout '\(spec[id].name)' writes `$type` here", at: place.range)
      if place.codec == .text, message.wireNumber != nil {
        return error(
          at: message.wireTypeRange,
          "the layout '\(spec[id].name)' writes a message's type as a text, and `wire` is a number",
          help: "write `wire: \"\(message.wireType)\"` for the text", notes: [note],
          fix: [Edit(message.wireTypeRange, "\"\(message.wireType)\"")])
      }
      let type = message.wireNumber.map { ValueSpec.Content.int($0) } ?? .string(message.wireType)
      guard let problem = CodecFit.problem(type, shown: message.wireType, codec: place.codec) else { return nil }
      let help = message.wireNumber == nil ? "give '\(message.name)' a number: `wire: 0x01`" : problem.help
      return error(at: message.wireTypeRange, problem.message, help: help, notes: [note])
    }
  }
}
