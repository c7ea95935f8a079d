import SpecModel
import ZMQWire

/// The schema of `options`: every stable libzmq option with the form of its value.
enum OptionSchema {
  static var document: JSONValue {
    [
      "type": ["object", "null"],
      "properties": .members(OptionKey.all.map { ($0.name, schema(of: $0)) }),
      "additionalProperties": false,
    ]
  }

  private static func schema(of option: OptionKey) -> JSONValue {
    var description = "\(option.meaning)."
    if option.socketTypes.count < SocketType.allCases.count {
      let types = SocketType.allCases.filter(option.socketTypes.contains).map(\.rawValue)
      description += " Only on \(types.joined(separator: ", "))."
    }
    return JSONValue.members([("description", .string(description))]).adding(value(of: option.kind))
  }

  private static func value(of kind: OptionKey.Kind) -> JSONValue {
    switch kind {
    case .flag: ["type": "boolean"]
    case .number(let bounds, let orSystem):
      orSystem ? ["anyOf": [integer(within: bounds), ["enum": [-1]]]] : integer(within: bounds)
    case .milliseconds(let minimum, _, _): time(withoutUnit: minimum == -1 ? [0, -1] : [0])
    case .seconds: time(withoutUnit: [-1])
    case .bytes(let minimum, let maximum):
      [
        "anyOf": [
          maximum == .max
            ? ["type": "integer", "minimum": .int(Int64(minimum))] : integer(within: minimum...maximum),
          [
            "type": "string", "pattern": .string(Pattern.size),
            "patternErrorMessage": "Expected a number of bytes, or a number and its unit, as `64MiB`.",
          ],
        ]
      ]
    case .text: ["type": "string", "minLength": 1]
    }
  }

  private static func integer(within bounds: ClosedRange<Int>) -> JSONValue {
    ["type": "integer", "minimum": .int(Int64(bounds.lowerBound)), "maximum": .int(Int64(bounds.upperBound))]
  }

  /// A time, or what is written without a unit: that means something else for each option.
  private static func time(withoutUnit numbers: [JSONValue]) -> JSONValue {
    let withUnit: JSONValue = [
      "type": "string", "pattern": .string("^\(Pattern.time)$"),
      "patternErrorMessage": "Expected a number and its unit with no blank between, as `250ms`.",
    ]
    return ["anyOf": [withUnit, ["enum": .array(numbers)]]]
  }
}
