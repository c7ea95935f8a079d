import SpecModel

/// A reference page of a protocol in reStructuredText, for Sphinx.
///
/// Its labels begin with the name of the protocol file, so that the pages of several protocols stand in one project:
/// `` :ref:`a request <majordomo-message-request>` ``.
public enum ReStructuredTextPage {
  /// The page of a protocol.
  ///
  /// - Parameters:
  ///   - spec: A protocol without errors.
  ///   - sourceName: The protocol file as the reader of the page knows it: `protocols/ping-pong.yaml`.
  public static func render(_ spec: ProtocolSpec, sourceName: String) -> String {
    let document = Document(spec, sourceName: sourceName)
    let source = ReStructuredText.escaped(document.sourceName)
    return ".. Generated from \(source): change that file, not this one.\n\n"
      + ReStructuredTextWriter(document).text + "\n"
  }
}
