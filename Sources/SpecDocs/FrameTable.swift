import SpecModel

/// The frames of a message with a layout of the file's own, one by one.
///
/// ```
/// | frame | codec | what it is |
/// |---|---|---|
/// | 1 | `text` | `"MDPW01"` |
/// | 2 | `uint8` | `0x01` |
/// | 3 … | `bytes` | `body...` |
/// ```
struct FrameTable {
  /// The message.
  let message: MessageSpec
  /// Its layout.
  let layout: LayoutSpec
  /// Its protocol.
  let spec: ProtocolSpec

  /// The table, or a sentence where there are no frames.
  var text: String {
    let symbols = message.bodyFrames(in: spec)
    if symbols.isEmpty { return "It has no frames." }
    var number = 1
    var isExact = true
    var rows: [[String]] = []
    for (symbol, codec) in zip(symbols, layout.frames.flatMap(codecs)) {
      let isSeveral = symbol.notation.hasSuffix("...")
      rows.append([
        (isExact ? "\(number)" : "") + (isSeveral ? " …" : ""), Markdown.code(codec),
        symbol == .delimiter ? "the empty frame" : Markdown.code(symbol.notation),
      ])
      number += 1
      // What follows any number of frames has no number of its own.
      if isSeveral { isExact = false }
    }
    return Markdown.table(["frame", "codec", "what it is"], rows)
  }

  /// The codecs of the frames that one entry of the layout makes, in order.
  private func codecs(of frame: FrameSpec) -> [String] {
    switch frame.content {
    case .json: ["json"]
    case .msgpack: ["msgpack"]
    case .empty: ["empty"]
    case .scalar(let codec, _): [codec.name]
    case .packed(let items): ["packed " + items.map(\.codec.name).joined(separator: " ")]
    case .natural(let reference): natural(reference, isSpread: frame.isSpread)
    }
  }

  private func natural(_ reference: TemplateReference, isSpread: Bool) -> [String] {
    switch reference.target {
    case .type: ["text"]
    case .args where isSpread: message.args.map { codec(of: element(of: $0.type, isSpread: $0.isRest)) }
    case .args, .kwargs, .data: ["json"]
    case .field(let index): [codec(of: element(of: layout.fields[index].type, isSpread: isSpread))]
    case .argument(let name):
      message.fields.filter { $0.name.text == name }.prefix(1).map {
        codec(of: element(of: $0.type, isSpread: isSpread))
      }
    }
  }

  private func element(of type: TypeReference, isSpread: Bool) -> TypeReference {
    if case .list(let element) = type, isSpread { element } else { type }
  }

  private func codec(of type: TypeReference) -> String {
    if type == .empty { return "empty" }
    return ScalarCodec.natural(for: type)?.name ?? "json"
  }
}
