import SpecModel

/// The fields of a message, a record or a layout.
///
/// ```
/// | field | type | default | meaning |
/// |---|---|---|---|
/// | `count` | `int` |  | How many pings were sent. At least `0`. |
/// ```
struct FieldTable {
  /// How the page speaks of types.
  let names: PageNames

  /// The table, or a sentence where there are no fields.
  func blocks(_ fields: [FieldSpec], none: Phrase) -> [Block] {
    if fields.isEmpty { return [.paragraph(none)] }
    let rows = fields.map { field -> [Phrase] in
      [
        .code(field.name.text + (field.isRest ? "..." : "")), names.type(type(of: field)),
        field.defaultValue.map { .code($0.json) } ?? .empty, meaning(of: field),
      ]
    }
    return [.table(["field", "type", "default", "meaning"], rows)]
  }

  /// Of what collects further arguments, the type of each.
  private func type(of field: FieldSpec) -> TypeReference {
    if case .list(let element) = field.type, field.isRest { element } else { field.type }
  }

  private func meaning(of field: FieldSpec) -> Phrase {
    let parts: [Phrase?] = [
      field.deprecated.map(VersionsSection.deprecated), .prose(field.about),
      field.isRest ? "Any number of them, also none." : nil, field.source.map(sentence),
      sentence(about: field.constraints),
      field.since.map(VersionsSection.since), field.example.map { "For example \(Phrase.code($0.json))." },
    ]
    return parts.compactMap { $0 }.joined(" ")
  }

  /// `` At least `0`. Length `1..64`. ``
  private func sentence(about constraints: ConstraintSpec) -> Phrase? {
    var parts: [Phrase] = []
    switch (constraints.minimum?.value.json, constraints.maximum?.value.json) {
    case (let minimum?, let maximum?): parts.append("From \(Phrase.code(minimum)) to \(Phrase.code(maximum)).")
    case (let minimum?, nil): parts.append("At least \(Phrase.code(minimum)).")
    case (nil, let maximum?): parts.append("At most \(Phrase.code(maximum)).")
    case (nil, nil): break
    }
    if let length = constraints.length {
      switch (length.minimum, length.maximum) {
      case (let minimum?, let maximum?):
        parts.append(minimum == maximum ? "Its length is \(minimum)." : "Its length is \(minimum) to \(maximum).")
      case (let minimum?, nil): parts.append("Its length is at least \(minimum).")
      case (nil, let maximum?): parts.append("Its length is at most \(maximum).")
      case (nil, nil): break
      }
    }
    if let pattern = constraints.pattern { parts.append("All of it matches \(Phrase.code(pattern.text)).") }
    return parts.isEmpty ? nil : parts.joined(" ")
  }

  /// Where the value of a layout's field comes from.
  private func sentence(_ source: FieldSourceSpec) -> Phrase {
    switch source.kind {
    case .fresh: "A new one for every message."
    case .now: "The time of sending."
    case .given: "The program gives it once, when the process is made."
    case .type: "The message's type on the wire."
    case .cause(let path):
      "Copied from \(Phrase.code(path.joined(separator: "."))) of the message that is answered or handled."
    case .sign(let references):
      "What the program's signer makes of \(Phrase.list(references.map { .code($0.name) }))."
    }
  }
}
