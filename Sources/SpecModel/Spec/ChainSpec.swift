/// A named task: the ordered steps that perform it.
public struct ChainSpec: Sendable, Hashable, Encodable {
  /// The declared name.
  public var name: NameSpec
  /// `title:`, one line for headings.
  public var title: String?
  /// `about:`, Markdown.
  public var about: String?
  /// The steps, in order.
  public var steps: [StepSpec]
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A chain of steps.
  public init(
    name: NameSpec, title: String? = nil, about: String? = nil, steps: [StepSpec], extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.steps = steps
    self.extensions = extensions
  }

  /// The title, or else the name with its hyphens as blanks and a capital: `sending-pings` → `Sending pings`.
  public var heading: String {
    if let title { return title }
    let words = name.text.map { $0 == "-" || $0 == "_" ? " " : $0 }
    return String(words).prefix(1).uppercased() + String(words).dropFirst()
  }
}
