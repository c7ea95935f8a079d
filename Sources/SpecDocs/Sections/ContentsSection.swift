import SpecModel

/// Links to the chains, where a page has more than one.
///
/// ```
/// **Chains**
///
/// * [Sending pings](#sending-pings): `ping`, `pong`
/// * [Stopping](#stopping): `plzdiekthxbye`
/// ```
struct ContentsSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// Where messages are described.
  let shown: ShownMessages

  /// The list, or nothing.
  var blocks: [Block] {
    if spec.chains.count < 2 { return [] }
    let items = spec.chains.map { chain in
      var messages: [Phrase] = []
      for step in chain.steps {
        let name = Phrase.code(spec[step.message].name.text)
        if !messages.contains(name) { messages.append(name) }
      }
      let link = Phrase.link(.text(chain.heading), to: .chain(chain.name.text))
      return Block.Item("\(link): \(messages.joined(", "))")
    }
    return [.paragraph(.strong("Chains")), .list(items)]
  }
}
