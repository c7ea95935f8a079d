import SpecModel

/// What the table of keys says about a node's place, as far as the form of the file depends on it.
enum FormatPlace: Hashable {
  /// An entry with keys of the language: a process, a field, a step.
  case keys(LanguagePlace)
  /// What stands behind a key.
  case value(ValueShape)
  /// A value that is not the language's: a default, an example, a frame, what `x-…` keeps. Its quotes mean
  /// something to somebody, and stay.
  case data
  /// Frames, whose codec and template are a pair without braces: `[ text: MDPW01, uint8: $type, $args... ]`.
  case frames
  /// One of the things that happen at the same time: the steps of a branch of `par`.
  case branch

  /// Whether the texts here keep their quotes.
  var keepsQuotes: Bool { self == .data || self == .frames }

  /// The place of the value behind a key.
  func value(of key: String, isList: Bool) -> FormatPlace {
    if key.hasPrefix("x-") { return .data }
    switch self {
    case .keys(let place):
      if let known = place.keys.first(where: { $0.name == key }) { return FormatPlace(known.value) }
      guard place == .step else { return .data }
      let word = key.prefix { $0 != " " }
      if let form = LanguagePlace.stepForms.first(where: { $0.name == word }) { return FormatPlace(form.value) }
      return isList ? .value(.steps) : .value(.text(.line))
    case .value(.arguments): return .keys(.field)
    case .value(.entries(let place)): return .keys(place)
    case .value(.table(let shape)): return FormatPlace(shape)
    case .value(.options): return .value(.text(.line))
    case .value(.anyOf(let shapes)):
      let tables = shapes.map(FormatPlace.init).map { $0.value(of: key, isList: isList) }
      return tables.first { $0 != .data } ?? .data
    case .frames: return key == "packed" ? .frames : .data
    case .value, .data, .branch: return .data
    }
  }

  /// The place of a list that stands here: a layout may be its frames alone.
  var list: FormatPlace { self == .keys(.layout) ? .frames : self }

  /// The place of an item of a list.
  var item: FormatPlace {
    switch self {
    case .value(.list(of: .steps, _)): .branch
    case .value(.list(let shape, _)), .value(.oneOrSeveral(let shape)): FormatPlace(shape)
    case .value(.steps), .branch: .keys(.step)
    case .frames: .frames
    case .value(.anyOf(let shapes)): shapes.map { FormatPlace($0).item }.first { $0 != .data } ?? .data
    case .value, .keys, .data: .data
    }
  }

  /// The place of what has a shape.
  init(_ shape: ValueShape) {
    switch shape {
    case .any, .text(.frame): self = .data
    case .frames: self = .frames
    case .place(let place): self = .keys(place)
    default: self = .value(shape)
    }
  }

  /// Whether a mapping or a list that stands here has a line for each item, however short it is: the top of the
  /// file, the tables in it, layouts, chains and steps, and the sockets of a process that has lines itself.
  func alwaysHasLines(depth: Int) -> Bool {
    switch self {
    case .keys(.file), .keys(.layout), .keys(.chain), .keys(.step), .value(.steps), .value(.list(of: .steps, _)): true
    case .value(.entries(.socket)): true
    case .value(.entries), .value(.table): depth == 1
    case .keys, .value, .data, .frames, .branch: false
    }
  }

  /// Whether a table opens here at the top of the file, which blank lines part from the others.
  var isSection: Bool {
    switch self {
    case .value(.entries), .value(.table): true
    default: false
    }
  }

  /// Whether the keys that stand here are the language's.
  var isKeyed: Bool { if case .keys = self { true } else { false } }

  /// Whether an `about` may stand in one line with the other keys.
  var bearsProseInLine: Bool { self == .keys(.field) || self == .keys(.socket) }

  /// Whether a text is a word of the language here, and would be something else in quotes: `subscribe: dynamic`.
  func isWord(_ text: String) -> Bool {
    guard case .value(.anyOf(let shapes)) = self else { return false }
    return shapes.contains { if case .words(let words) = $0 { words.contains { $0.name == text } } else { false } }
  }

  /// Whether a text that stands here has quotes in any case: the beginning of a topic and a regular expression often
  /// look odd, as `log.` and `/.*` do.
  func quotes(_ scalar: YAMLScalar) -> Bool {
    guard case .value(let shape) = self else { return false }
    switch shape {
    case .text(.prefix), .text(.regularExpression): return true
    case .oneOrSeveral(let inner): return FormatPlace(inner).quotes(scalar)
    case .anyOf(let shapes):
      return isWord(scalar.text) ? scalar.style != .plain : shapes.contains { FormatPlace($0).quotes(scalar) }
    default: return false
    }
  }
}
