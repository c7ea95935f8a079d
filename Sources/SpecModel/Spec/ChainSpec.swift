/// A named task: the ordered steps that perform it.
public struct ChainSpec: Sendable, Hashable, Encodable {
  /// The declared name.
  public var name: NameSpec
  /// `title:`, one line for headings.
  public var title: String?
  /// `about:`, Markdown.
  public var about: String?
  /// All steps, in the order of the file, whatever group they stand in: numbers go through.
  public var steps: [StepSpec]
  /// What happens, in the order of time: steps by their places in `steps`, groups, notes, pauses, work.
  public var items: [ChainItemSpec]
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A chain of steps; without `items`, they follow one another.
  public init(
    name: NameSpec, title: String? = nil, about: String? = nil, steps: [StepSpec],
    items: [ChainItemSpec]? = nil, extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.steps = steps
    self.items = items ?? steps.indices.map { .step($0) }
    self.extensions = extensions
  }

  /// The title, or else the name with its hyphens as blanks and a capital: `sending-pings` → `Sending pings`.
  public var heading: String {
    if let title { return title }
    let words = name.text.map { $0 == "-" || $0 == "_" ? " " : $0 }
    return String(words).prefix(1).uppercased() + String(words).dropFirst()
  }
}
