import SpecModel
import ZMQWire

extension ValueShape {
  /// The schema of what may stand there.
  var schema: JSONValue {
    switch self {
    case .text(.type), .text(.field): ["allOf": [["$ref": .string("#/definitions/\(definition)")]]]
    case .text(let form): form.schema
    case .words(let words): Self.words(words)
    case .flag: ["type": "boolean"]
    case .number: ["type": "number"]
    case .any: [:]
    case .list(let item, 0): ["type": "array", "items": item.schema]
    case .list(let item, let least): ["type": "array", "items": item.schema, "minItems": .int(Int64(least))]
    case .oneOrSeveral(let shape): ["anyOf": [shape.schema, ["type": "array", "items": shape.schema]]]
    case .anyOf(let shapes): ["anyOf": .array(shapes.map(\.schema))]
    case .table(let shape): Self.table(of: shape.schema)
    case .entries(let place): Self.table(of: ["$ref": .string("#/definitions/\(place.rawValue)")])
    case .arguments:
      Self.table(of: ["$ref": "#/definitions/field"], named: Pattern.argument)
    case .frames: ["type": "array", "minItems": 1, "items": ["$ref": "#/definitions/frame"]]
    case .place(let place): ["$ref": .string("#/definitions/\(place.rawValue)")]
    case .options: ["$ref": "#/definitions/options"]
    case .steps: ["type": "array", "minItems": 1, "items": ["$ref": "#/definitions/step"]]
    }
  }

  /// Where a type expression is defined, whose pattern is too long to stand in several places.
  private var definition: String { if case .text(let form) = self { "\(form.rawValue)-expression" } else { "" } }

  /// A number among the words may be written with or without quotes.
  private static func words(_ words: [LanguageWord]) -> JSONValue {
    let numbers = words.compactMap { word in Int64(word.name).map { (JSONValue.int($0), word.meaning) } }
    let all = numbers + words.map { (JSONValue.string($0.name), $0.meaning) }
    return ["enum": .array(all.map(\.0)), "enumDescriptions": .strings(all.map(\.1))]
  }

  /// A mapping from names; nothing at all is a mapping without entries.
  private static func table(of entry: JSONValue, named pattern: String = Pattern.nameAlone) -> JSONValue {
    [
      "type": ["object", "null"],
      "propertyNames": [
        "pattern": .string(pattern),
        "patternErrorMessage": .string("Expected \(TextShape.name.phrase)."),
      ],
      "additionalProperties": entry,
    ]
  }
}
