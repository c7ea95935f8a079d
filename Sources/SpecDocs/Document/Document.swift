import SpecModel

/// A reference page before it is Markdown, reStructuredText or HTML.
///
/// ```
/// # ping-pong
/// about · how to read it · contents
/// ## Processes          who owns which socket, who talks to whom, what starts first; then each by itself
/// ## Sending pings      per chain: drawing and frames, steps, timing, what if, messages
/// ## Other messages     what answers trouble, and no chain shows
/// ## Layouts            those of the protocol's own
/// ## Types
/// ## Versions           where anything is newer or older than the rest
/// ## Grammar            ABNF
/// ```
struct Document {
  /// The protocol.
  let spec: ProtocolSpec
  /// The protocol file as the reader of the page knows it.
  let sourceName: String
  /// From top to bottom.
  let blocks: [Block]

  /// The page of a protocol.
  init(_ spec: ProtocolSpec, sourceName: String) {
    self.spec = spec
    let file = sourceName.split(separator: "/").last.map(String.init) ?? sourceName
    self.sourceName = sourceName.hasPrefix("/") ? file : sourceName
    let names = PageNames(spec)
    let shown = ShownMessages(spec)
    let sockets = spec.projections()
    var blocks: [Block] = [.heading(1, .text(spec.title ?? spec.name.text), nil)]
    if let version = spec.version { blocks.append(.paragraph("Version \(version)")) }
    if let about = Markdown.prose(spec.about) { blocks.append(.prose(about)) }
    blocks += ReadingSection(spec: spec).blocks
    blocks += ContentsSection(spec: spec, names: names, shown: shown).blocks
    blocks += ProcessesSection(spec: spec, names: names, sockets: sockets).blocks
    for chain in spec.chains.indices {
      blocks +=
        ChainSection(
          spec: spec, names: names, sockets: sockets, index: chain, messages: shown.first[chain]
        ).blocks
    }
    if !shown.others.isEmpty {
      blocks.append(.heading(2, "Other messages", .section("Other messages")))
      for message in shown.others { blocks += MessageSection(spec: spec, names: names, message: message).blocks }
    }
    blocks += LayoutsSection(spec: spec, names: names).blocks
    blocks += TypesSection(spec: spec, names: names).blocks
    blocks += VersionsSection(spec: spec, names: names).blocks
    blocks += GrammarSection(spec: spec).blocks
    self.blocks = blocks
  }
}
