/// A text with holes: `weather.{city}`, `tcp://*:{client_port}`.
public struct TemplateSpec: Sendable, Hashable, Encodable {
  /// A stretch of a template.
  public enum Piece: Sendable, Hashable, Encodable {
    /// This text.
    case literal(String)
    /// The value of the field, or of the parameter, with this name.
    case placeholder(String)
  }

  /// The text as written.
  public var text: String
  /// The text cut at its placeholders.
  public var pieces: [Piece]
  /// Where it is written.
  public var range: SourceRange

  /// A template from its pieces.
  public init(text: String, pieces: [Piece], range: SourceRange) {
    self.text = text
    self.pieces = pieces
    self.range = range
  }

  /// The names in braces, in order, each once.
  public var placeholders: [String] {
    var names: [String] = []
    for case .placeholder(let name) in pieces where !names.contains(name) { names.append(name) }
    return names
  }

  /// What every value of the template begins with: the text in front of the first placeholder.
  public var literalPrefix: String {
    if case .literal(let text) = pieces.first { text } else { "" }
  }
}
