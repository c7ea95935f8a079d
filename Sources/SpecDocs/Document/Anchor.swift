/// A place of a page that links lead to. It is made of names that the protocol file has, never of numbers, so a link
/// still leads there when a step has been put in between.
///
/// One rule for all: the kind, a hyphen, the name; a step stands behind its chain. Sections have names of their own.
enum Anchor: Sendable, Hashable {
  /// A chain: `chain-requesting`.
  case chain(String)
  /// A message, a layout, a type, a process: `message-ping`.
  case part(String, String)
  /// The use of a message in a chain; the second and later ones by their count: `chain-stopping.ping`,
  /// `chain-stopping.ping-2`.
  case step(chain: String, message: String, use: Int)
  /// A heading of every page: `processes`.
  case section(String)

  /// The text of the anchor within its page: `message-ping`.
  var text: String {
    switch self {
    case .chain(let name): "chain-\(Markdown.slug(of: name))"
    case .part(let kind, let name): "\(kind)-\(Markdown.slug(of: name))"
    case .step(let chain, let message, let use):
      "\(Anchor.chain(chain).text).\(Markdown.slug(of: message))" + (use > 1 ? "-\(use)" : "")
    case .section(let heading): Markdown.slug(of: heading)
    }
  }
}
