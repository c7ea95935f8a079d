import SpecModel
import ZMQWire

/// The schema of a frame of a layout: `text: MDPW01`, `json: [ $type, $data ]`, `$args...`, `empty`.
enum FrameSchema {
  static var document: JSONValue {
    let codecs: [(String, JSONValue)] =
      [
        ("json", ["description": "A tree of constants and values, as JSON."]),
        ("msgpack", ["description": "A tree of constants and values, as MessagePack."]),
        ("packed", packed), ("empty", ["description": "The frame without bytes.", "enum": ["", nil]]),
      ] + ScalarCodec.all.filter { !$0.codec.isLengthPrefixed }.map { ($0.name, scalar) }
    return [
      "anyOf": [
        [
          "type": "string", "pattern": .string(Pattern.reference),
          "patternErrorMessage": "Expected `$name`, or `$name...` for a frame of each element.",
        ],
        ["const": "empty"],
        oneOf(codecs),
      ]
    ]
  }

  /// Scalars behind one another in one frame, each with its codec.
  private static var packed: JSONValue {
    [
      "description": "Values behind one another in one frame.", "type": "array",
      "items": oneOf(ScalarCodec.all.map { ($0.name, scalar) }),
    ]
  }

  /// A constant or a value.
  private static var scalar: JSONValue { ["type": ["string", "number"]] }

  private static func oneOf(_ codecs: [(String, JSONValue)]) -> JSONValue {
    [
      "type": "object", "properties": .members(codecs), "additionalProperties": false, "minProperties": 1,
      "maxProperties": 1,
    ]
  }
}
