import ArgumentParser

/// What `zmqspec render` makes of a protocol.
enum RenderFormat: String, ExpressibleByArgument, CaseIterable {
  /// Diagrams and frames, as a terminal shows them.
  case text
  /// A page of reference, as GitHub shows it.
  case markdown
  /// The same in one file for a browser, with a search.
  case html
  /// The same for Sphinx.
  case rst
  /// A chain as a picture.
  case svg
  /// A chain in the language of Mermaid.
  case mermaid
  /// The laid-out grids of all chains, for other programs.
  case json

  /// The format of a file by its ending; text for one that tells nothing.
  init(ofFile path: String) {
    self = RenderFormat.allCases.first { path.hasSuffix($0.ending) } ?? .text
  }

  /// `.md`
  var ending: String {
    switch self {
    case .text: ".txt"
    case .markdown: ".md"
    case .html: ".html"
    case .rst: ".rst"
    case .svg: ".svg"
    case .mermaid: ".mmd"
    case .json: ".json"
    }
  }

  /// Whether a file holds one chain, and not a protocol.
  var holdsOneChain: Bool { self == .svg || self == .mermaid }

  /// Whether it says all of a protocol, and no option takes anything out of it.
  var isPage: Bool { [.markdown, .html, .rst].contains(self) }
}
