import SpecModel

/// The fields of a message or a record.
///
/// ```
/// | field | type | default | meaning |
/// |---|---|---|---|
/// | `count` | `int` |  | How many pings were sent. |
/// ```
struct FieldTable {
  /// How the page speaks of types.
  let names: PageNames

  /// The table, or a sentence where there are no fields.
  func blocks(_ fields: [FieldSpec], none: String) -> [String] {
    if fields.isEmpty { return [none] }
    let rows = fields.map { field in
      [
        Markdown.code(field.name.text), names.type(field.type), field.defaultValue.map { Markdown.code($0.json) } ?? "",
        meaning(of: field),
      ]
    }
    return [Markdown.table(["field", "type", "default", "meaning"], rows)]
  }

  private func meaning(of field: FieldSpec) -> String {
    let example = field.example.map { "For example \(Markdown.code($0.json))." }
    return [Markdown.prose(field.about), example].compactMap { $0 }.joined(separator: " ")
  }
}
