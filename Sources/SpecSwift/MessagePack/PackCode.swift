import SpecModel

/// The code that writes values as MessagePack.
///
/// Unlike JSON, MessagePack has the number of elements in front of them, so what may be absent is counted first:
///
/// ```swift
/// try writer.packMap(of: 1 + (label == nil ? 0 : 1))
/// writer.packKey("x")
/// try writer.pack(x)
/// if let label {
///   writer.packKey("label")
///   try writer.pack(label)
/// }
/// ```
struct PackCode {
  let names: SwiftSpec

  /// One value.
  func value(_ type: TypeReference, _ value: String) -> Code {
    if let closure = names.closureMethod(of: type) {
      return .closure(
        "try writer.pack\(closure.method)(\(value))", parameters: "writer, element throws(UnencodableValue)",
        [self.value(closure.element, "element")])
    }
    switch type {
    case .empty: return .line("writer.packNil()")
    case .bytes: return .line("try writer.pack(binary: \(value))")
    case .routingID: return .line("try \(value).pack(into: &writer)")
    case .named(let id):
      let isEnum = if case .enumeration = names.spec[id].kind { true } else { false }
      return .line("\(isEnum ? "" : "try ")\(value).pack(into: &writer)")
    default: return .line("try writer.pack(\(value))")
    }
  }

  /// The members of a map, within one that has others.
  func members(of type: TypeReference, _ value: String) -> Code {
    guard let closure = names.closureMethod(of: type) else { return .line("try writer.packMembers(\(value))") }
    return .closure(
      "try writer.packMembers(\(value))", parameters: "writer, element throws(UnencodableValue)",
      [self.value(closure.element, "element")])
  }

  /// A value that is always the same.
  func constant(_ constant: ValueSpec) -> [Code] {
    switch constant.content {
    case .null: return [.line("writer.packNil()")]
    case .string(let text): return [.line("writer.packKey(\(SwiftLiteral.string(text)))")]
    case .list(let values):
      return [.line("try writer.packArray(of: \(values.count))")] + values.flatMap(self.constant)
    case .map(let members):
      return [.line("try writer.packMap(of: \(members.count))")]
        + members.flatMap { [key($0.key.text)] + self.constant($0.value) }
    case .bool(let flag): return [.line("try writer.pack(\(flag))")]
    case .int(let number): return [.line("try writer.pack(\(number) as Int64)")]
    case .uint(let number): return [.line("try writer.pack(\(number) as UInt64)")]
    case .float(let number): return [.line("try writer.pack(\(number) as Double)")]
    }
  }

  func key(_ text: String) -> Code { .line("writer.packKey(\(SwiftLiteral.string(text)))") }

  // MARK: Fields

  /// Positional arguments one behind the other.
  func values(_ fields: some Collection<FieldSpec>, of codec: FieldCodec) -> [Code] {
    fields.map { field in
      guard field.isRest, case .list(let element) = field.type else { return value(field.type, codec.value(field)) }
      return .block("for element in \(codec.value(field))", [value(element, "element")])
    }
  }

  /// How many elements positional arguments are.
  func count(ofValues fields: some Collection<FieldSpec>, of codec: FieldCodec) -> Count {
    Count(
      fixed: fields.count { !$0.isRest }, others: fields.filter(\.isRest).map { "\(codec.value($0)).count" })
  }

  /// Members one behind the other; those that are nil are left out.
  func members(_ fields: some Collection<FieldSpec>, of codec: FieldCodec) -> [Code] {
    fields.flatMap { field -> [Code] in
      guard case .optional(let wrapped) = field.type else {
        return [key(field.name.text), value(field.type, codec.value(field))]
      }
      // A property that hides the function's own name is bound to another.
      let name = Identifier.escaped(Identifier.free(SwiftName.member(field.name.text), besides: ["writer"]))
      let binding = name == codec.value(field) ? "if let \(name)" : "if let \(name) = \(codec.value(field))"
      return [.block(binding, [key(field.name.text), value(wrapped, name)])]
    }
  }

  /// How many members there are.
  func count(ofMembers fields: some Collection<FieldSpec>, of codec: FieldCodec) -> Count {
    Count(
      fixed: fields.count { !$0.type.isOptional },
      others: fields.filter(\.type.isOptional).map { "(\(codec.value($0)) == nil ? 0 : 1)" })
  }

  /// A number of elements, part of which is known only when it runs.
  struct Count {
    var fixed: Int
    var others: [String]

    static func + (left: Count, right: Count) -> Count {
      Count(fixed: left.fixed + right.fixed, others: left.others + right.others)
    }

    /// `2 + tags.count`
    var text: String {
      (fixed > 0 || others.isEmpty ? ["\(fixed)"] : []).appending(others).joined(separator: " + ")
    }
  }
}

extension [String] {
  fileprivate func appending(_ others: [String]) -> [String] { self + others }
}
