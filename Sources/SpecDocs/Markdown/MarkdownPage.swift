import SpecModel

/// A reference page of a protocol in GitHub's Markdown.
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
    let document = Document(spec, sourceName: sourceName)
    return marker(sourceName: sourceName, outputName: outputName) + "\n\n" + MarkdownWriter(document).text + "\n"
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
