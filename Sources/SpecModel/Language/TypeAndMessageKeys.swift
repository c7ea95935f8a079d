// The keys of types, messages and fields.

extension LanguagePlace {
  static let typeKeys: [LanguageKey] = [
    LanguageKey("about", "What the type means, in Markdown", example: "In the order of the rainbow."),
    LanguageKey("enum", "The strings of which a value is one", example: "[ red, green, blue ]"),
    LanguageKey("record", "The fields of an object, by name", example: "{ x: float, y: float }"),
    LanguageKey(
      "union", "The types of which a value is one, by tag", example: "{ circle: Circle, square: Square }",
      laterWriteInstead: "declare one message for each case, or give the field the type `json`"),
    LanguageKey(
      "tag", "The member of the object that tells the case of a union", example: "kind",
      laterWriteInstead: "declare one message for each case, or give the field the type `json`"),
    LanguageKey(
      "unknown", "What becomes of members that are not declared: `ignore` or `keep`", example: "keep",
      laterWriteInstead: "declare the members, or give the field the type `json`; members not declared are refused"),
  ]

  static let messageKeys: [LanguageKey] = [
    LanguageKey("about", "What the message means, in Markdown", example: "Asks for a pong."),
    LanguageKey("args", "Positional arguments, in order", example: "{ count: int }"),
    LanguageKey("kwargs", "Keyword arguments", example: "{ verbose: bool = false }"),
    LanguageKey("wire", "The string that names it on the wire; default: its name", example: "\"PING\""),
    LanguageKey(
      "layout", "How it becomes frames, where that is not the file's `layout`", example: "object"),
  ]

  static let fieldKeys: [LanguageKey] = [
    LanguageKey("type", "The type", example: "optional<list<float>>", isRequired: true),
    LanguageKey("default", "The value of a field that the sender may leave out", example: "1.0"),
    LanguageKey("about", "What the field means, in Markdown", example: "In metres."),
    LanguageKey("example", "A value for pages and tests", example: "2.5"),
    constraint("minimum", "The least number allowed", example: "0"),
    constraint("maximum", "The greatest number allowed", example: "100"),
    constraint("length", "The length, or the range of lengths, of a text or list", example: "1..64"),
    constraint("pattern", "The regular expression that a text must match", example: "\"[a-z]+\""),
    LanguageKey(
      "since", "The version of the protocol that brought the field", example: "1.2.0",
      laterWriteInstead:
        "say it in the field's `about`, and give the field a default so that older peers are understood"),
    LanguageKey(
      "deprecated", "Why the field should no longer be used", example: "Use 'count'.",
      laterWriteInstead: "say it in the field's `about`"),
  ]

  private static func constraint(_ name: String, _ meaning: String, example: String) -> LanguageKey {
    LanguageKey(
      name, meaning, example: example,
      laterWriteInstead: "say it in the field's `about`, and check the value in the handler")
  }
}
