/// A form that a text of the protocol language has: the small notations inside YAML's scalars.
public enum TextShape: String, Sendable, Hashable, CaseIterable {
  /// One line for a heading.
  case line
  /// Prose in Markdown.
  case markdown
  /// A letter, then letters, digits, `_` and `-`.
  case name
  /// `1.2.0`
  case version
  /// `tcp://*:{client_port}`
  case endpoint
  /// `tcp://127.0.0.1:5555` or `Broker.clients`
  case connection
  /// `weather.{city}`
  case template
  /// `weather.`
  case prefix
  /// `clients <-> workers`
  case proxy
  /// `250ms`
  case duration
  /// `optional<list<float>>`
  case type
  /// `int` or `int = 5`
  case field
  /// What names a message on the wire: no text that YAML takes for a number.
  case wireType
  /// `8` or `1..64`
  case lengths
  /// `[a-z]+`
  case regularExpression
  /// What a process does by itself: `rasterise()`
  case work
  /// A frame in the article's notation: `'ping, count'`
  case frame

  /// What it is, behind "expected".
  public var phrase: String {
    switch self {
    case .line: "a line of text"
    case .markdown: "a text in Markdown"
    case .name: "a name: a letter from a to z, then such letters, digits, `_` and `-`"
    case .version: "a semantic version: three numbers parted by points, such as `1.2.0`"
    case .endpoint: "an endpoint, such as \"tcp://*:5555\""
    case .connection: "an endpoint, such as \"tcp://127.0.0.1:5555\", or the socket that binds one, as `Broker.clients`"
    case .template: "a text, with `{name}` where a value is filled in"
    case .prefix: "a text without braces"
    case .proxy: "two sockets of the process, as `clients <-> workers`"
    case .duration:
      "a time longer than nothing: a number and one of the units `us`, `ms`, `s`, `min` and `h` with no blank between, "
        + "such as `250ms`"
    case .type: "a type's name, or `list<…>`, `map<…>` or `optional<…>` round a type"
    case .field: "a type, or a type and its default, as `int = 5`"
    case .wireType: "a text, in quotes where YAML would read a number"
    case .lengths: "a length, or the least and the greatest, as `1..64`"
    case .regularExpression: "a regular expression"
    case .work: "what the process does, as `rasterise()`"
    case .frame: "a frame: a value by name, `''`, a serialised list in single quotes or a constant in double quotes"
    }
  }
}
