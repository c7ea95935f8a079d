import SpecModel

/// A node of a file that is to be laid out anew: what it says, with its comments and blank lines.
struct FormatNode {
  /// What the node is.
  enum Content {
    /// A text.
    case scalar(YAMLScalar)
    /// The items of a list, without keys.
    case list([FormatItem])
    /// Keys with values.
    case mapping([FormatItem])
  }

  /// What the node is.
  var content: Content
  /// What the language says about this place.
  var place: FormatPlace
  /// A text as it stands in several lines, where it does and can do so again.
  var lines: TextLines?
  /// Comments behind the last item.
  var atEnd: [FormatComment] = []
  /// Whether it may stand in one line, if there is room.
  var fitsBrackets = true
  /// Whether there is an `about` in it.
  var hasProse = false

  /// The items of a list or mapping.
  var items: [FormatItem] {
    get {
      switch content {
      case .scalar: []
      case .list(let items), .mapping(let items): items
      }
    }
    set {
      switch content {
      case .scalar: break
      case .list: content = .list(newValue)
      case .mapping: content = .mapping(newValue)
      }
    }
  }

  /// Whether it is a mapping.
  var isMapping: Bool { if case .mapping = content { true } else { false } }
  /// Whether nothing is written at all: the value of `ping:`.
  var isNothing: Bool {
    if case .scalar(let scalar) = content { scalar.style == .plain && scalar.text.isEmpty } else { false }
  }

  /// Takes away the comments in front of its first item.
  mutating func takeLeading() -> [FormatComment] {
    guard let first = items.first, !first.before.isEmpty else { return [] }
    items[0].before = []
    items[0].hasBlankLine = false
    return first.before
  }
}

/// A key with its value, or an item of a list.
struct FormatItem {
  /// The key; nil in a list.
  var key: YAMLScalar?
  /// The value.
  var value: FormatNode
  /// Comments in lines of their own in front of it.
  var before: [FormatComment] = []
  /// The comment behind it in its line.
  var behind: YAMLComment?
  /// Whether a blank line stands in front of it, behind its comments.
  var hasBlankLine = false

  /// Whether there is a comment beside it.
  var hasComment: Bool { behind != nil || !before.isEmpty }
}

/// A comment in a line of its own.
struct FormatComment {
  /// The text, `#` included.
  var text: String
  /// Whether a blank line stands in front of it.
  var hasBlankLine = false
}
