import SpecModel

/// A reference page of a protocol in GitHub's Markdown.
///
/// ```
/// <!-- Generated from protocols/ping-pong.yaml … -->
/// # ping-pong
/// about · how to read it · contents
/// ## Processes          who owns which socket, and with whom it speaks
/// ## Sending pings      per chain: drawing and frames, steps, messages, what if
/// ## Other messages     what answers trouble, and no chain shows
/// ## Layouts            those of the protocol's own
/// ## Types
/// ```
///
/// The same protocol gives the same page: it holds no date and no absolute path.
public enum MarkdownPage {
  /// The page of a protocol.
  ///
  /// - Parameters:
  ///   - spec: A protocol without errors.
  ///   - sourceName: The protocol file as the reader of the page knows it: `protocols/ping-pong.yaml`.
  ///   - outputName: Where the page lies; `Docs/Protocols/ping-pong.md` where nothing is said.
  public static func render(_ spec: ProtocolSpec, sourceName: String, outputName: String? = nil) -> String {
    let names = PageNames(spec)
    let shown = ShownMessages(spec)
    var blocks = [
      marker(sourceName: sourceName, outputName: outputName), "# " + Markdown.plain(spec.title ?? spec.name.text),
    ]
    if let version = spec.version { blocks.append("Version \(Markdown.plain(version))") }
    if let about = Markdown.prose(spec.about) { blocks.append(about) }
    blocks.append(ReadingSection(spec: spec).text)
    blocks += ContentsSection(spec: spec, names: names, shown: shown).blocks
    blocks += ProcessesSection(spec: spec, names: names).blocks
    for chain in spec.chains.indices {
      blocks += ChainSection(spec: spec, names: names, index: chain, messages: shown.first[chain]).blocks
    }
    if !shown.others.isEmpty {
      blocks.append("## Other messages")
      for message in shown.others { blocks += MessageSection(spec: spec, names: names, message: message).blocks }
    }
    blocks += LayoutsSection(spec: spec, names: names).blocks
    blocks += TypesSection(spec: spec, names: names).blocks
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// ```
  /// <!-- Generated from protocols/ping-pong.yaml: change that file, not this one, and run
  ///      zmqspec render protocols/ping-pong.yaml --format markdown -o Docs/Protocols/ping-pong.md -->
  /// ```
  private static func marker(sourceName: String, outputName: String?) -> String {
    let file = sourceName.split(separator: "/").last.map(String.init) ?? sourceName
    let source = sourceName.hasPrefix("/") ? file : sourceName
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    let output = outputName ?? "Docs/Protocols/\(file[..<dot]).md"
    return """
      <!-- Generated from \(source): change that file, not this one, and run
           zmqspec render \(source) --format markdown -o \(output) -->
      """
  }
}
