import SpecModel

/// What a scalar codec can write.
enum CodecFit {
  /// Why a codec cannot write a constant, and what to write instead; nil where it can.
  static func problem(
    _ value: ValueSpec.Content, shown: String, codec: ScalarCodec
  ) -> (message: String, help: String)? {
    let codecName = "`\(codec.name)`"
    switch (codec, value) {
    case (.integer(let bits, let isSigned, _), .int), (.integer(let bits, let isSigned, _), .uint):
      if ScalarBytes.bytes(of: value, as: codec) != nil { return nil }
      let greatest = isSigned ? UInt64(1) << UInt64(bits - 1) - 1 : UInt64.max >> UInt64(64 - bits)
      let least = isSigned ? "-\(UInt64(1) << UInt64(bits - 1))" : "0"
      return ("\(shown) does not fit \(codecName)", "write a number from \(least) to \(greatest), or a wider codec")
    case (.integer, _):
      return ("\(codecName) writes numbers, and '\(shown)' is none", "write a number, or `text: \(shown)`")
    case (.strings, _), (.dictionary, _):
      return ("\(codecName) writes no constants", "write `string32` for each text")
    case (.text, .string), (.bytes, .string): return nil
    case (.lengthPrefixedText(let bits), .string(let text)), (.lengthPrefixedBytes(let bits), .string(let text)):
      if ScalarBytes.bytes(of: value, as: codec) != nil { return nil }
      return (
        "\(text.utf8.count) bytes do not fit \(codecName), whose length has \(bits) bits",
        "write `\(codec.name.replacing("8", with: "32"))`"
      )
    default:
      return (
        "\(codecName) writes texts, and \(shown) is a number", "write it in quotes, or with a codec such as `uint8`"
      )
    }
  }

  /// What to write instead where a codec cannot write every value of a type; nil where it can.
  static func help(
    _ type: TypeReference, _ constraints: ConstraintSpec, codec: ScalarCodec, in spec: ProtocolSpec
  ) -> String? {
    let isEnumeration = if case .named(let id) = type, case .enumeration = spec[id].kind { true } else { false }
    switch codec {
    case .integer(let bits, let isSigned, _):
      guard let range = IntegerRange(type) else {
        return type.isOptional
          ? "give the field a default instead of `optional`: a number is always there"
          : "write it with the codec `json`, or `$name` alone, which takes the codec of its type"
      }
      let least = max(range.minimum, integer(constraints.minimum) ?? range.minimum)
      let greatest = min(range.maximum, natural(constraints.maximum) ?? range.maximum)
      let limit = isSigned ? UInt64(1) << UInt64(bits - 1) - 1 : UInt64.max >> UInt64(64 - bits)
      let floor = isSigned ? -Int64(limit) - 1 : 0
      if least >= floor, greatest <= limit { return nil }
      let name = codec.name.hasSuffix("le") ? String(codec.name.dropLast(2)) : codec.name
      return "give the field the type `\(name)`, or `minimum: \(floor)` and `maximum: \(limit)`"
    case .text:
      if [.string, .uuid, .timestamp].contains(type) || IntegerRange(type) != nil || isEnumeration { return nil }
      return "a text, an integer, a uuid, a timestamp or an enum can be written so; write `json` for others"
    case .bytes:
      if [.bytes, .routingID, .string, .uuid].contains(type) { return nil }
      return "bytes, a routing id, a uuid or a text can be written so; write `json` for others"
    case .lengthPrefixedText:
      return [.string, .uuid, .timestamp].contains(type) || isEnumeration
        ? nil : "a text, a uuid, a timestamp or an enum can be written so"
    case .lengthPrefixedBytes:
      return [.bytes, .routingID, .string, .uuid].contains(type) ? nil : "bytes or a routing id can be written so"
    case .strings: return type == .list(.string) ? nil : "give the field the type `list<string>`"
    case .dictionary: return type == .map(.string) ? nil : "give the field the type `map<string>`"
    }
  }

  private static func integer(_ bound: ConstraintSpec.Bound?) -> Int64? {
    if case .int(let number)? = bound?.value.content { number } else { nil }
  }

  private static func natural(_ bound: ConstraintSpec.Bound?) -> UInt64? {
    switch bound?.value.content {
    case .int(let number): number < 0 ? 0 : UInt64(number)
    case .uint(let number): number
    default: nil
    }
  }
}

extension LayoutSpec {
  /// Every scalar in its frames with its codec, in order.
  var scalars: [(codec: ScalarCodec, template: ScalarTemplateSpec, range: SourceRange)] {
    placedScalars.map { ($0.codec, $0.template, $0.range) }
  }

  /// The same, and whether it is spread.
  var placedScalars: [(codec: ScalarCodec, template: ScalarTemplateSpec, range: SourceRange, isSpread: Bool)] {
    frames.flatMap {
      frame -> [(codec: ScalarCodec, template: ScalarTemplateSpec, range: SourceRange, isSpread: Bool)] in
      switch frame.content {
      case .scalar(let codec, let template): [(codec, template, frame.range, frame.isSpread)]
      case .packed(let items): items.map { ($0.codec, $0.template, $0.range, $0.isSpread) }
      case .json, .msgpack, .empty, .natural: []
      }
    }
  }
}
