import SpecModel
import ZMQWire

/// Each `{placeholder}` of a topic is a field of every message that is published under it.
///
/// The topic is frame 0, and it is made from the message: `weather.{city}` needs a city. The field has a
/// type whose text is unmistakable.
struct TopicIsMadeOfFields: Rule {
  static let code: DiagnosticCode = "ZS0901"

  private struct Publication: Hashable {
    var topic: SourceRange
    var message: MessageID
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var seen: Set<Publication> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where spec[step.sender].type == .pub || spec[step.sender].type == .xpub {
        guard let topic = step.topic ?? spec[step.sender].topic else { continue }
        guard seen.insert(Publication(topic: topic.range, message: step.message)).inserted else { continue }
        let message = spec[step.message]
        for placeholder in topic.placeholders {
          if let field = message.fields.first(where: { $0.name.text == placeholder }) {
            if isPlain(field.type, in: spec) { continue }
            found.append(
              error(
                at: topic.range,
                "'{\(placeholder)}' in a topic needs one plain value, and '\(placeholder)' of '\(message.name)' is "
                  + "\(field.type.notation(in: spec))",
                help: "use a field of the type `string`, `int`, `bool`, `uuid` or an enum",
                notes: [Diagnostic.Note("'\(placeholder)' is declared here", at: field.typeRange)]))
          } else {
            let fields = message.fields.isEmpty ? "no fields" : "only \(message.fields.map(\.name).quotedList())"
            found.append(
              error(
                at: topic.range,
                "the topic of '\(message.name)' needs '\(placeholder)', and '\(message.name)' has \(fields)",
                help: "declare '\(placeholder)' in '\(message.name)', or write a `topic` of its own on the step",
                notes: [
                  Diagnostic.Note("'\(message.name)' is published here", at: step.range),
                  Diagnostic.Note("'\(message.name)' is declared here", at: message.name.range),
                ]))
          }
        }
      }
    }
    return found
  }

  /// Whether a value has one text: two peers write the same topic for it.
  private static func isPlain(_ type: TypeReference, in spec: ProtocolSpec) -> Bool {
    switch type {
    case .bool, .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .string, .uuid: true
    case .named(let id): if case .enumeration = spec[id].kind { true } else { false }
    default: false
    }
  }
}
