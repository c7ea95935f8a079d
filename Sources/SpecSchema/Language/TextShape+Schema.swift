import SpecModel
import ZMQWire

extension TextShape {
  /// The pattern of a text of this form, in the regular expressions of ECMA 262; nil where any text is one.
  ///
  /// It accepts all that the compiler accepts. The compiler refuses more: what a pattern cannot say, as that
  /// `0.5us` is no whole number of microseconds.
  var pattern: String? {
    switch self {
    case .line, .markdown, .regularExpression, .frame: nil
    case .name: Pattern.nameAlone
    case .version: "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)([-+][A-Za-z0-9.+-]+)?$"
    case .endpoint: "^\(Pattern.templatePiece)+$"
    case .connection: "^((?=[\\s\\S]*://)\(Pattern.templatePiece)+|\(Pattern.name)\\.\(Pattern.name))$"
    case .template: "^\(Pattern.templatePiece)*$"
    case .prefix: "^[^{}]*$"
    case .proxy: "^ *\(Pattern.name) *<-> *\(Pattern.name) *$"
    case .duration: "^(?=[0-9.]*[1-9])\(Pattern.time)$"
    case .type: "^\(Pattern.type)$"
    case .field: "^\(Pattern.type)(=\(Pattern.shortDefault))?$"
    case .wireType: "[\\s\\S]"
    case .work: "\\([\\s\\S]*\\)$"
    case .lengths: "^([0-9]+(\\.\\.[0-9]*)?|\\.\\.[0-9]+)$"
    }
  }

  /// Whether a number without quotes is a text of this form, too: `title: 2001`.
  var takesNumbers: Bool {
    switch self {
    case .line, .markdown, .template, .prefix, .frame, .lengths: true
    default: false
    }
  }

  /// The schema of such a text.
  var schema: JSONValue {
    let types: JSONValue =
      switch self {
      case .frame: ["string", "number", "boolean"]
      case .lengths: ["string", "integer"]
      case _ where takesNumbers: ["string", "number"]
      default: "string"
      }
    guard let pattern else { return ["type": types] }
    return ["type": types, "pattern": .string(pattern), "patternErrorMessage": .string("Expected \(phrase).")]
  }
}

/// Pieces of patterns.
enum Pattern {
  /// A name; one that begins with `x-` would be an extension.
  static let name = "(?!x-)[A-Za-z][A-Za-z0-9_-]*"
  /// A text that is a name and nothing else.
  static let nameAlone = "^\(name)$"
  /// The name of an argument, or of the one that collects the rest.
  static let argument = "^\(name)(\\.\\.\\.)?$"
  /// `$name`, `$name...`
  static let reference = "^\\$\(name)(\\.\\.\\.)?$"
  /// `Process` or `Process.socket`
  static let end = "\(name)(\\.\(name))?"
  /// `A -> B`, `A -> B, C`, `A <- B`, `A -> B -> C`; no name ends in a hyphen in front of an arrow.
  static let arrow = "^(?!.*-->) *\(end)(( *-> *\(end))+( *, *\(end))*|( *<- *\(end))+) *$"
  /// An arrow through a proxy.
  static let longArrow = "(->.*->|<-.*<-)"
  /// What stands in a template: a text without braces, or a name in braces.
  static let templatePiece = "([^{}]|\\{\(name)\\})"
  /// What stands behind `=`: a text in quotes, or a word.
  static let shortDefault = "[ \\n]*(\"[^\"\\\\]*\"|'([^']|'')*'|[^\"'\\[{ \\n][\\s\\S]*)[ \\n]*"
  /// A time with its unit.
  static let time = "[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)"
  /// A size in bytes with its unit.
  static let size = "^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$"
  /// Keys of the author's own.
  static let extensionKey = "^x-"

  /// A type expression: brackets to the depth that the compiler takes, because patterns cannot count.
  static let type: String = {
    let blanks = "[ \\n]*"
    let word = "(?!(list|map|optional)[ \\n]*([^A-Za-z0-9_-]|$))[A-Za-z0-9_-]+"
    var type = "\(blanks)\(word)\(blanks)"
    for _ in 0..<16 {
      let constructor = "(list|map|optional(?![ \\n]*<[ \\n]*optional[ \\n]*<))"
      type = "\(blanks)(\(constructor)\(blanks)<\(type)>|\(word))\(blanks)"
    }
    return type
  }()
}
