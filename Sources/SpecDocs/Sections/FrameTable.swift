import SpecDrawing
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
  /// Its protocol.
  let spec: ProtocolSpec

  /// The table, or a sentence where there are no frames.
  var block: Block {
    let symbols = message.bodyFrames(in: spec)
    if symbols.isEmpty { return .paragraph("It has no frames.") }
    var number = 1
    var isExact = true
    var rows: [[Phrase]] = []
    for (symbol, codec) in zip(symbols, message.frameCodecs(in: spec)) {
      let isSeveral = symbol.notation.hasSuffix("...")
      rows.append([
        .text((isExact ? "\(number)" : "") + (isSeveral ? " …" : "")),
        .code(codec.hasPrefix("packed ") ? "packed" : codec), content(symbol, codec),
      ])
      number += 1
      // What follows any number of frames has no number of its own.
      if isSeveral { isExact = false }
    }
    return .table(["frame", "codec", "what it is"], rows)
  }

  private func content(_ symbol: FrameSymbol, _ codec: String) -> Phrase {
    guard case .binary(let text) = symbol else {
      return symbol == .delimiter ? "the empty frame" : .code(symbol.notation)
    }
    let values = text.split(separator: ", ")
    let codecs = codec.split(separator: " ").dropFirst()
    // A constant text may have a comma in it, and MessagePack has codecs of its own.
    guard codec.hasPrefix("packed "), values.count == codecs.count else {
      return codecs.isEmpty
        ? .code(symbol.notation) : "\(Phrase.code(symbol.notation)): \(codecs.map { .code(String($0)) }.joined(", "))"
    }
    return zip(values, codecs).map { "\(Phrase.code(String($0))) as \(Phrase.code(String($1)))" as Phrase }.joined(", ")
  }
}
