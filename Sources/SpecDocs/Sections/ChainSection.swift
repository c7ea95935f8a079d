import SpecModel

/// A chain: what the author says, the drawing with its frames, the steps in words, its messages.
struct ChainSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// What each socket sends and receives.
  let sockets: [SocketID: SocketProjection]
  /// The chain's place.
  let index: Int
  /// The messages that this chain is the first to use.
  let messages: [MessageID]

  /// All of it.
  var blocks: [Block] {
    let chain = spec.chains[index]
    var blocks = [names.heading(of: chain)]
    if let about = Markdown.prose(chain.about) { blocks.append(.prose(about)) }
    if !chain.steps.isEmpty {
      blocks.append(.diagram(index))
      blocks += ItemSentences(spec: spec, names: names, chain: chain).blocks
      blocks += TimingSentences(spec: spec, names: names, sockets: sockets, chain: chain).blocks
      blocks.append(.paragraph(TroubleSentences(spec: spec, names: names, chain: chain).text))
    }
    for message in messages { blocks += MessageSection(spec: spec, names: names, message: message).blocks }
    return blocks
  }
}
