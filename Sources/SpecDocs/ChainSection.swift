import SpecDrawing
import SpecModel

/// A chain: what the author says, the drawing with its frames, the steps in words, its messages.
struct ChainSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The chain's place.
  let index: Int
  /// The messages that this chain is the first to use.
  let messages: [MessageID]

  /// All of it.
  var blocks: [String] {
    let chain = spec.chains[index]
    var blocks = [names.heading(of: chain)]
    if let about = Markdown.prose(chain.about) { blocks.append(about) }
    var text = Drawing.text(of: chain, in: spec)
    if text.hasSuffix("\n") { text.removeLast() }
    if !text.isEmpty { blocks.append(Markdown.block(text)) }
    if !chain.steps.isEmpty {
      blocks.append(ItemSentences(spec: spec, names: names, chain: chain).text)
      blocks.append(TroubleSentences(spec: spec, names: names, chain: chain).text)
    }
    for message in messages { blocks += MessageSection(spec: spec, names: names, message: message).blocks }
    return blocks
  }
}
