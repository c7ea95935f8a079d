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
        .text((isExact ? "\(number)" : "") + (isSeveral ? " …" : "")), .code(codec),
        symbol == .delimiter ? "the empty frame" : .code(symbol.notation),
      ])
      number += 1
      // What follows any number of frames has no number of its own.
      if isSeveral { isExact = false }
    }
    return .table(["frame", "codec", "what it is"], rows)
  }
}
