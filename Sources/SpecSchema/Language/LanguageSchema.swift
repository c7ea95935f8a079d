import SpecModel
import ZMQWire

/// The JSON Schema (draft-07) of protocol files, made of the language's table of keys: with it an editor completes,
/// explains and checks while one writes.
///
/// It accepts every file that the compiler accepts. What it cannot see (names that are not declared, sockets that do
/// not fit, frames) only the compiler tells. `markdownDescription`, `enumDescriptions`, `patternErrorMessage` and
/// `defaultSnippets` are what yaml-language-server knows beyond the draft; other validators pass them over.
public enum LanguageSchema {
  /// The schema as text, indented, with a line break at its end.
  public static var text: String { SchemaText.text(of: document) }

  private static var document: JSONValue {
    let head: JSONValue = [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "zmqspec protocol file",
      "description": "Who says what to whom over ZeroMQ. Docs/Language.md of zmqspec explains the language.",
    ]
    let places = LanguagePlace.allCases.filter { $0 != .file && $0 != .step }
    var definitions = places.map { ($0.rawValue, $0.schema) }
    definitions.append(("step", StepSchema.document))
    definitions.append(("frame", FrameSchema.document))
    definitions.append(("options", OptionSchema.document))
    definitions.append(("type-expression", TextShape.type.schema))
    definitions.append(("field-expression", TextShape.field.schema))
    return head.adding(LanguagePlace.file.schema).adding(["definitions": .members(definitions)])
  }
}
