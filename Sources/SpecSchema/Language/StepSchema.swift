import SpecModel
import ZMQWire

/// The schema of an entry of `steps`: an arrow with the keys beside it, a group, a note, a pause or work.
///
/// A chain of conditions, each of which knows its form by its first word, so that what an editor says about an entry is
/// about the form that is meant. What has none of these words is meant as an arrow.
enum StepSchema {
  static var document: JSONValue {
    let forms = LanguagePlace.stepForms.filter { $0.name != "else" }
    var schema: JSONValue = ["if": work, "then": [:], "else": arrow]
    for form in forms.reversed() {
      let opening = words(of: form).map(pattern).joined(separator: "|")
      schema = ["if": hasKey(like: opening), "then": self.schema(of: form), "else": schema]
    }
    return schema
  }

  // MARK: Arrows

  /// `A -> B: m` with the keys beside it.
  private static var arrow: JSONValue {
    let keys = LanguagePlace.step.keys
    return hasKey(like: Pattern.arrow).adding([
      "type": "object",
      "properties": .members(keys.map { ($0.name, $0.schema) }),
      "patternProperties": .members([
        (Pattern.arrow, message), (Pattern.extensionKey, LanguagePlace.extensionSchema),
      ]),
      "additionalProperties": false,
      "allOf": .array(conditions(on: keys)),
      "errorMessage": "Expected an arrow between two processes: `A -> B: message`, or `A <- B: message` for an answer.",
      "defaultSnippets": .array(
        LanguagePlace.arrows.map { arrow in
          ["label": .string(arrow.example), "description": .string(arrow.meaning), "body": snippet(of: arrow)]
        }),
    ])
  }

  /// Which keys exclude one another, and which mean nothing beside an arrow.
  private static func conditions(on keys: [LanguageKey]) -> [JSONValue] {
    let noFrames: JSONValue = ["properties": ["in": false, "out": false]]
    let beside = keys.compactMap { key -> JSONValue? in
      guard let arrow = key.arrow, let other = LanguagePlace.arrows.first(where: { $0.name != arrow }) else {
        return nil
      }
      return ["if": hasKey(like: other.name), "then": ["properties": .members([(key.name, .bool(false))])]]
    }
    return beside + [
      ["if": ["required": ["hops"]], "then": noFrames], ["if": hasKey(like: Pattern.longArrow), "then": noFrames],
    ]
  }

  /// What stands behind an arrow: the message.
  private static var message: JSONValue {
    let meanings = LanguagePlace.arrows.map { "`\($0.name)`: \($0.meaning)." }
    return JSONValue.members([("description", .string("The message. " + meanings.joined(separator: " ")))])
      .adding(TextShape.name.schema)
  }

  private static func snippet(of arrow: LanguageKey) -> JSONValue {
    .members([("${1:Sender} \(arrow.name) ${2:Receiver}", .string("${3:message}"))])
  }

  // MARK: Other forms

  /// `Worker: rasterise()`; a condition, because nothing but its value tells it from what is none of these.
  private static var work: JSONValue {
    [
      "type": "object", "minProperties": 1, "maxProperties": 1,
      "propertyNames": ["pattern": .string(Pattern.nameAlone)],
      "additionalProperties": LanguagePlace.work.value.schema,
    ]
  }

  /// `alt the scene is drawn: […]` with its branches, or `note: …`, which stands alone.
  private static func schema(of form: LanguageKey) -> JSONValue {
    guard form.isGroup else {
      return ["type": "object", "properties": .members([(form.name, form.schema)]), "additionalProperties": false]
    }
    let branches = words(of: form).flatMap { word in
      LanguagePlace.stepForms.filter { $0.name == word }.map { (pattern(word), $0.branch) }
    }
    return hasKey(like: pattern(form.name)).adding([
      "type": "object",
      "properties": .members(LanguagePlace.chain.keys.filter { $0.name == "about" }.map { ($0.name, $0.schema) }),
      "patternProperties": .members(branches + [(Pattern.extensionKey, LanguagePlace.extensionSchema)]),
      "additionalProperties": false,
    ])
  }

  /// The words that may stand in one entry: `else` beside `alt`.
  private static func words(of form: LanguageKey) -> [String] { form.name == "alt" ? ["alt", "else"] : [form.name] }

  private static func pattern(_ word: String) -> String { "^\(word)( |$)" }

  /// Whether any key is like a pattern: draft-07 can say only what all keys are like.
  private static func hasKey(like pattern: String) -> JSONValue {
    ["not": ["propertyNames": ["not": ["pattern": .string(pattern)]]]]
  }
}

extension LanguageKey {
  /// Whether steps stand behind it, and prose in its key.
  fileprivate var isGroup: Bool {
    switch value {
    case .steps, .list(.steps, _): true
    default: false
    }
  }

  /// The schema of a group's branch, whose example is the whole key.
  fileprivate var branch: JSONValue {
    JSONValue.members([
      ("description", .string("\(meaning).")),
      ("markdownDescription", .string("\(meaning).\n\n```yaml\n\(example): …\n```")),
    ]).adding(value.schema)
  }
}
