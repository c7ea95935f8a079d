import SpecModel
import ZMQWire

extension LanguagePlace {
  /// The schema of what stands at this place: a mapping with its keys, or one of its short forms.
  var schema: JSONValue {
    guard !shortForms.isEmpty else { return mapping }
    return ["anyOf": .array(shortForms.map(\.schema) + [mapping])]
  }

  /// Its mapping; where no key is required, nothing at all is a mapping without keys.
  private var mapping: JSONValue {
    let required = keys.filter(\.isRequired).map(\.name)
    var schema: JSONValue = [
      "type": required.isEmpty ? ["object", "null"] : "object",
      "properties": .members(keys.map { ($0.name, $0.schema) }),
      "patternProperties": .members([(Pattern.extensionKey, Self.extensionSchema)]),
      "additionalProperties": false,
    ]
    if !required.isEmpty { schema = schema.adding(["required": .strings(required)]) }
    switch self {
    case .socket: schema = schema.adding(["allOf": .array(SocketSchema.conditions)])
    case .type: schema = schema.adding(["oneOf": .array(kindsOfType.map { ["required": [.string($0)]] })])
    default: break
    }
    return schema
  }

  /// The keys of which a type has exactly one.
  private var kindsOfType: [String] { keys.map(\.name).filter { ["enum", "record", "union"].contains($0) } }

  /// What a key of the author's own may be.
  static let extensionSchema: JSONValue = ["description": "Kept for other tools."]
}

extension LanguageKey {
  /// The schema of its value, with what an editor shows about the key.
  var schema: JSONValue {
    JSONValue.members([
      ("description", .string("\(meaning).")),
      ("markdownDescription", .string("\(meaning).\n\n```yaml\n\(name): \(example)\n```")),
    ]).adding(value.schema).adding(["examples": [FlowReader.value(of: example)]])
  }
}
