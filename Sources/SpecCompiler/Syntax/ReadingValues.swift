import SpecModel

extension ValueSpec {
  /// The value of an `x-…` key, which zmqspec does not judge: what the versions of YAML read differently is
  /// kept as the text that is written.
  init(kept node: YAMLNode) {
    self.init(.null, at: node.range)
    switch node.content {
    case .refused: break
    case .scalar(let scalar):
      content = Content(scalar) ?? .string(scalar.text)
      // JSON, in which the spec is dumped, has no infinity.
      if case .float(let number) = content, !number.isFinite { content = .string(scalar.text) }
    case .sequence(let items): content = .list(items.map(ValueSpec.init(kept:)))
    case .mapping(let entries):
      content = .map(entries.map { Member(key: $0.name, value: ValueSpec(kept: $0.value)) })
    }
  }
}

extension ValueSpec.Content {
  /// The value of a scalar; nil where the versions of YAML differ, or where no number holds it.
  init?(_ scalar: YAMLScalar) {
    guard scalar.style == .plain else {
      self = .string(scalar.text)
      return
    }
    switch PlainScalar(scalar.text) {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = .uint(value)
    case .float(let value): self = .float(value)
    case .string: self = .string(scalar.text)
    case .ambiguous, .tooLarge: return nil
    }
  }
}

extension Findings {
  /// A value whose type matters: a default or an example.
  ///
  /// - Parameter type: The type that it should have, where that is known: it decides what was meant.
  mutating func value(_ node: YAMLNode, of type: TypeSyntax? = nil) -> ValueSpec? {
    switch node.content {
    case .refused: return nil
    case .scalar(let scalar):
      guard let content = ValueSpec.Content(scalar) else {
        unreadable(scalar.text, of: type, at: node.range)
        return nil
      }
      return ValueSpec(content, at: node.range)
    case .sequence(let items):
      var values: [ValueSpec] = []
      for item in items { if let value = value(item) { values.append(value) } }
      return ValueSpec(.list(values), at: node.range)
    case .mapping(let entries):
      var members: [ValueSpec.Member] = []
      for entry in entries {
        if let value = value(entry.value) { members.append(ValueSpec.Member(key: entry.name, value: value)) }
      }
      return ValueSpec(.map(members), at: node.range)
    }
  }

  /// Reports a plain scalar that is no value everywhere.
  mutating func unreadable(_ text: String, of type: TypeSyntax?, at range: SourceRange) {
    switch PlainScalar(text) {
    case .ambiguous(let difference):
      error(
        Code.ambiguousScalar, at: range, "\(Prose.quoted(text)) is \(difference)",
        help: "write \"\(text)\" in quotes for the text, or the value as both versions read it: \(everywhere(text))",
        fix: meant(text, as: type, at: range))
    default:
      error(
        Code.numberTooLarge, at: range, "\(Prose.quoted(text)) does not fit 64 bits",
        help: "write it in quotes, and give the field the type `string`")
    }
  }

  /// The edit that writes what the type asks for: quotes round a string, `true` for `yes`.
  private func meant(_ text: String, as type: TypeSyntax?, at range: SourceRange) -> [Edit] {
    guard range.end.column - range.start.column == text.unicodeScalars.count else { return [] }
    switch type?.content {
    case .optional(let inner): return meant(text, as: inner, at: range)
    case .name("string"): return [Edit(range, ScalarForm.doubleQuoted(text))]
    case .name("bool"):
      if ["yes", "y", "on"].contains(text.lowercased()) { return [Edit(range, "true")] }
      return ["no", "n", "off"].contains(text.lowercased()) ? [Edit(range, "false")] : []
    default: return []
    }
  }

  private func everywhere(_ text: String) -> String {
    switch PlainScalar(text) {
    case .ambiguous(let difference) where difference.hasPrefix("a truth value"): "`true` or `false`"
    case .ambiguous(let difference) where difference.contains("date"): "a date in quotes"
    default: "a number such as `8`, `0x1F` or `1.5e+3`"
    }
  }
}
