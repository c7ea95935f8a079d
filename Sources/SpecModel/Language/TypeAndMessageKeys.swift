// The keys of types, messages and fields.

extension LanguagePlace {
  static let typeKeys: [LanguageKey] = [
    LanguageKey("about", "What the type means, in Markdown", .text(.markdown), example: "In the order of the rainbow."),
    LanguageKey(
      "enum", "The strings of which a value is one", .list(of: .text(.name), atLeast: 1),
      example: "[ red, green, blue ]"),
    LanguageKey("record", "The fields of an object, by name", .entries(of: .field), example: "{ x: float, y: float }"),
    LanguageKey(
      "union", "The records of which a value is one, by tag", .table(of: .text(.type)),
      example: "{ circle: Circle, square: Square }"),
    LanguageKey(
      "tag", "The member of the object that tells the case of a union; default: `type`", .text(.name), example: "kind"),
    LanguageKey(
      "unknown", "What becomes of a record's members that are not declared: `refuse` (the default), `ignore` or `keep`",
      .words(LanguageWord.unknownMembers), example: "keep"),
  ]

  static let messageKeys: [LanguageKey] = [
    LanguageKey("about", "What the message means, in Markdown", .text(.markdown), example: "Asks for a pong."),
    LanguageKey(
      "wire", "The string or the number that names it on the wire; default: its name",
      .anyOf([.text(.wireType), .number]), example: "\"PING\""),
    LanguageKey(
      "layout", "How it becomes frames, where that is not the file's `layout`",
      .anyOf([.words(LanguageWord.layouts), .text(.name)]), example: "object"),
    LanguageKey(
      "fields", "The fields of its layout that are the same in every such message", .table(of: .any),
      example: "{ number: 1 }"),
    LanguageKey("args", "Positional arguments, in order", .arguments, example: "{ count: int }"),
    LanguageKey("kwargs", "Keyword arguments", .entries(of: .field), example: "{ verbose: bool = false }"),
    LanguageKey("since", "The version of the protocol that brought the message", .text(.version), example: "1.2.0"),
    LanguageKey(
      "deprecated", "Why the message should no longer be sent", .text(.line), example: "Send 'ping2'."),
  ]

  static let layoutKeys: [LanguageKey] = [
    LanguageKey("about", "What the layout is for, in Markdown", .text(.markdown), example: "A call with its result."),
    LanguageKey(
      "fields", "Headers of every message with this layout, each with its type and source", .entries(of: .field),
      example: "{ id: int = fresh }"),
    LanguageKey(
      "frames", "The frames, in order", .frames, example: "[ json: [ 0, $type, $args, $kwargs ] ]", isRequired: true),
  ]

  static let fieldKeys: [LanguageKey] = [
    LanguageKey("type", "The type", .text(.type), example: "optional<list<float>>", isRequired: true),
    LanguageKey("default", "The value of a field that the sender may leave out", .any, example: "1.0"),
    LanguageKey("minimum", "The least value allowed", .text(.line), example: "0"),
    LanguageKey("maximum", "The greatest value allowed", .text(.line), example: "100"),
    LanguageKey(
      "length", "The length, or the range of lengths, of a text, of bytes, of a list or a map", .text(.lengths),
      example: "1..64"),
    LanguageKey(
      "pattern", "The regular expression that the whole of a text must match", .text(.regularExpression),
      example: "\"[a-z]+\""),
    LanguageKey("about", "What the field means, in Markdown", .text(.markdown), example: "In metres."),
    LanguageKey("example", "A value for pages and tests", .any, example: "2.5"),
    LanguageKey(
      "since", "The version of the protocol that brought the field", .text(.version), example: "1.2.0"),
    LanguageKey(
      "deprecated", "Why the field should no longer be used", .text(.line), example: "Use 'count'."),
  ]
}
