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
  var blocks: [String] {
    if spec.chains.count < 2 { return [] }
    let lines = spec.chains.map { chain in
      var messages: [String] = []
      for step in chain.steps {
        let name = Markdown.code(spec[step.message].name.text)
        if !messages.contains(name) { messages.append(name) }
      }
      return "* \(Markdown.link(Markdown.plain(chain.heading), to: chain.name.text)): "
        + messages.joined(separator: ", ")
    }
    return ["**Chains**", lines.joined(separator: "\n")]
  }
}
