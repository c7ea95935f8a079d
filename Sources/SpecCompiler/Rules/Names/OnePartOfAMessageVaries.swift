import SpecModel

/// At most one part of a message has a varying number of frames, and only the end of a packed frame a length that nothing
/// tells.
///
/// ```
/// [ $args..., bytes: $more... ]        where do the arguments end?
/// packed: [ text: $name, uint8: $age ]        where does the name end?
/// ```
struct OnePartOfAMessageVaries: Rule {
  static let code: DiagnosticCode = "ZS1020"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.layouts.flatMap { unmarkedEnds(in: $0) }
      + spec.messages.compactMap { message in
        message.layout.declared.flatMap { severalParts(of: message, spec[$0], in: spec) }
      }
  }

  private static func severalParts(of message: MessageSpec, _ layout: LayoutSpec, in spec: ProtocolSpec) -> Diagnostic?
  {
    let varying = MessageShape(of: message, in: spec).frames.filter { !($0.minimum == $0.maximum) }
    // Optional arguments at the end may be left out from behind, one after the other.
    guard varying.count > 1, varying.contains(where: { $0.maximum != 1 }) else { return nil }
    return error(
      at: message.name.range,
      "'\(message.name)' has \(varying.count) parts with a varying number of frames: a receiver cannot tell where one ends",
      help: "write a number of elements in front of one of them, or put one into a JSON frame as a list",
      notes: [Diagnostic.Note("its layout '\(layout.name)' is declared here", at: layout.name.range)])
  }

  private static func unmarkedEnds(in layout: LayoutSpec) -> [Diagnostic] {
    layout.frames.flatMap { frame -> [Diagnostic] in
      guard case .packed(let items) = frame.content else { return [] }
      return items.dropLast().filter(hasNoEnd).map { item in
        error(
          at: item.range, "nothing tells where `\(item.codec.name)` ends here, and more stands behind it",
          help: item.codec == .text
            ? "write `string8` or `string32`, which have the length in front, or move it to the end"
            : "write `bytes8` or `bytes32`, which have the length in front, or move it to the end")
      }
    }
  }

  private static func hasNoEnd(_ item: PackedItemSpec) -> Bool {
    guard case .value(let reference) = item.template else { return false }
    if item.isSpread { return true }
    return (item.codec == .text || item.codec == .bytes) && reference.target != .type
  }
}
