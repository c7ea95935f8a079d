import SpecModel

/// The message of which another one copies a part, in the code that does so.
struct Cause {
  /// The local that holds it.
  let local: String
  /// Which message it is.
  let message: MessageID
  /// Where the code stands.
  let scope: SwiftSpec.Scope
}

extension SwiftSpec {
  /// What `cause.header.id` copies, as an expression: `message.header.id`; where a record may be missing,
  /// `message.header?.id`; where the message fixes the field, its value.
  ///
  /// - Returns: nil where the message has no such thing.
  func value(at path: [String], of cause: Cause) -> String? {
    guard let found = spec.field(at: path, of: cause.message), let first = found.fields.first else { return nil }
    let fixed = spec[cause.message].fixedFields.first { $0.field == found.layoutField }
    var text =
      fixed.map { expression($0.value, as: first.type, in: cause.scope) }
      ?? "\(cause.local).\(SwiftSpec.member(first.name))"
    for (record, field) in zip(found.fields, found.fields.dropFirst()) {
      text += "\(record.type.isOptional ? "?" : "").\(SwiftSpec.member(field.name))"
    }
    return text
  }
}
