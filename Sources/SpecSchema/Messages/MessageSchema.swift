import SpecModel
import ZMQWire

/// The JSON Schema (draft-07) of message bodies, for programs that know nothing of zmqspec.
///
/// A schema accepts what a peer may send: optional members may be missing or null, and an argument of a triple may come
/// by position or by keyword. What JSON Schema cannot say, the runtime refuses all the same: `5.0` where an `int` is
/// declared, which a schema takes for the integer 5, a date such as the 31st of February, or a key that stands twice.
public enum MessageSchema {
  /// All messages of a protocol, in `definitions`; the schema itself accepts the body of any of them.
  public static func text(of spec: ProtocolSpec) -> String {
    let references = spec.messages.map { reference(to: $0.name.text) }
    return SchemaText.text(
      of: head(spec.title ?? spec.name.text, spec.about)
        .adding(spec.messages.isEmpty ? false.asSchema : ["anyOf": .array(references)])
        .adding(definitions(spec.messages, spec)))
  }

  /// One message, with the types that it uses in `definitions`.
  public static func text(of message: MessageSpec, in spec: ProtocolSpec) -> String {
    let body = BodySchema(spec, message).document
    return SchemaText.text(
      of: head("\(spec.name): \(message.name)", nil).adding(body).adding(definitions([], spec, usedBy: [message])))
  }

  private static func head(_ title: String, _ about: String?) -> JSONValue {
    let head: JSONValue = ["$schema": "http://json-schema.org/draft-07/schema#", "title": .string(title)]
    return about.map { head.adding(["description": .string($0)]) } ?? head
  }

  static func reference(to definition: String) -> JSONValue { ["$ref": .string("#/definitions/\(definition)")] }

  /// Messages and types by name; the checker sees to it that no message is called as a type is.
  private static func definitions(
    _ messages: [MessageSpec], _ spec: ProtocolSpec, usedBy users: [MessageSpec] = []
  ) -> JSONValue {
    let types = UsedTypes.of(messages + users, in: spec)
    let all =
      messages.map { ($0.name.text, BodySchema(spec, $0).document) }
      + types.map { (spec[$0].name.text, TypeSchema(spec).declared($0)) }
    return all.isEmpty ? [:] : ["definitions": .members(all)]
  }
}

extension Bool {
  /// A schema that nothing satisfies, or that everything does.
  fileprivate var asSchema: JSONValue { self ? [:] : ["not": [:]] }
}
