// The keys of types, messages and fields.

extension LanguagePlace {
  static let typeKeys: [LanguageKey] = [
    LanguageKey("about", "What the type means, in Markdown", .text(.markdown), example: "In the order of the rainbow."),
    LanguageKey(
      "enum", "The strings of which a value is one", .list(of: .text(.name), atLeast: 1),
      example: "[ red, green, blue ]"),
    LanguageKey("record", "The fields of an object, by name", .entries(of: .field), example: "{ x: float, y: float }"),
    LanguageKey(
      "union", "The types of which a value is one, by tag", .table(of: .text(.type)),
      example: "{ circle: Circle, square: Square }",
      laterWriteInstead: "declare one message for each case, or give the field the type `json`"),
    LanguageKey(
      "tag", "The member of the object that tells the case of a union", .text(.name), example: "kind",
      laterWriteInstead: "declare one message for each case, or give the field the type `json`"),
    LanguageKey(
      "unknown", "What becomes of members that are not declared: `ignore` or `keep`",
      .words(LanguageWord.unknownMembers), example: "keep",
      laterWriteInstead: "declare the members, or give the field the type `json`; members not declared are refused"),
  ]

  static let messageKeys: [LanguageKey] = [
    LanguageKey("about", "What the message means, in Markdown", .text(.markdown), example: "Asks for a pong."),
    LanguageKey("args", "Positional arguments, in order", .entries(of: .field), example: "{ count: int }"),
    LanguageKey("kwargs", "Keyword arguments", .entries(of: .field), example: "{ verbose: bool = false }"),
    LanguageKey(
      "wire", "The string that names it on the wire; default: its name", .text(.wireType), example: "\"PING\""),
    LanguageKey(
      "layout", "How it becomes frames, where that is not the file's `layout`", .words(LanguageWord.layouts),
      example: "object"),
  ]

  static let fieldKeys: [LanguageKey] = [
    LanguageKey("type", "The type", .text(.type), example: "optional<list<float>>", isRequired: true),
    LanguageKey("default", "The value of a field that the sender may leave out", .any, example: "1.0"),
    LanguageKey("about", "What the field means, in Markdown", .text(.markdown), example: "In metres."),
    LanguageKey("example", "A value for pages and tests", .any, example: "2.5"),
    constraint("minimum", "The least number allowed", .number, example: "0"),
    constraint("maximum", "The greatest number allowed", .number, example: "100"),
    constraint("length", "The length, or the range of lengths, of a text or list", .text(.lengths), example: "1..64"),
    constraint(
      "pattern", "The regular expression that a text must match", .text(.regularExpression), example: "\"[a-z]+\""),
    LanguageKey(
      "since", "The version of the protocol that brought the field", .text(.version), example: "1.2.0",
      laterWriteInstead:
        "say it in the field's `about`, and give the field a default so that older peers are understood"),
    LanguageKey(
      "deprecated", "Why the field should no longer be used", .text(.line), example: "Use 'count'.",
      laterWriteInstead: "say it in the field's `about`"),
  ]

  private static func constraint(
    _ name: String, _ meaning: String, _ value: ValueShape, example: String
  ) -> LanguageKey {
    LanguageKey(
      name, meaning, value, example: example,
      laterWriteInstead: "say it in the field's `about`, and check the value in the handler")
  }
}
