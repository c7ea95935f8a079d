import SpecModel

/// A scalar of a frame as Swift: the calls of `BodyReader` and `FrameWriter` that read and write it.
struct ScalarCode {
  let names: SwiftSpec
  let codec: ScalarCodec
  let type: TypeReference

  /// The integer of a codec, or of its length: `UInt16`.
  static func integer(of codec: ScalarCodec) -> String {
    switch codec {
    case .integer(let bits, let isSigned, _): "\(isSigned ? "" : "U")Int\(bits)"
    case .lengthPrefixedText(let bits), .lengthPrefixedBytes(let bits): "UInt\(bits)"
    case .text, .bytes, .strings, .dictionary: ""
    }
  }

  private static func hasLength(_ codec: ScalarCodec) -> Bool {
    switch codec {
    case .lengthPrefixedText, .lengthPrefixedBytes: true
    default: false
    }
  }

  /// `, .littleEndian` where that has to be said.
  private static func order(of codec: ScalarCodec) -> String {
    if case .integer(_, _, true) = codec { ", .littleEndian" } else { "" }
  }

  /// `length: UInt8.self, ` in front of the name, for a value behind its length.
  private var length: String { ScalarCode.hasLength(codec) ? "length: \(ScalarCode.integer(of: codec)).self, " : "" }

  // MARK: Reading

  /// `body.readText("service")`, without `try`; nil for what stands as JSON in a text.
  func reading(_ name: String) -> String? {
    let name = SwiftLiteral.string(name)
    func value(_ expectation: String, _ initializer: String) -> String {
      "body.readValue(\(length)\(name), expecting: \"\(expectation)\") { \(initializer)$0) }"
    }
    switch (codec, type) {
    case (.integer, _):
      return "body.readInteger(\(ScalarCode.integer(of: codec)).self, \(name)\(ScalarCode.order(of: codec)))"
    case (.strings, _): return "body.readStrings(\(name))"
    case (.dictionary, _): return "body.readDictionary(\(name))"
    case (_, .string): return "body.readText(\(length)\(name))"
    case (_, .bytes): return "body.readBytes(\(length)\(name))"
    case (_, .routingID): return "body.readRoutingID(\(length)\(name))"
    case (.bytes, .uuid): return "body.readUUIDBytes(\(name))"
    case (_, .uuid): return value("a UUID", "UUIDValue(")
    case (_, .timestamp): return value("a timestamp", "Timestamp(")
    case (_, .named(let id)):
      guard case .enumeration = names.spec[id].kind else { return nil }
      return "body.readCase(\(length)\(name), of: \(names.type(of: id, in: .namespace)).self)"
    default: return nil
    }
  }

  // MARK: Writing

  /// `writer.text(service)`; nil for what stands as JSON in a text.
  ///
  /// - Parameter path: The message and the field as a Swift literal, for an error.
  func writing(_ value: String, path: String) -> Code? {
    let integer = ScalarCode.integer(of: codec)
    let length = ScalarCode.hasLength(codec) ? ", length: \(integer).self, \(path)" : ""
    let effort = ScalarCode.hasLength(codec) ? "try " : ""
    switch (codec, type) {
    case (.integer(_, _, let isLittleEndian), _):
      let order = isLittleEndian ? ", .littleEndian" : ""
      if names.spelling(of: type, in: .namespace) == integer { return .line("writer.integer(\(value)\(order))") }
      // An Int is never wider.
      if type == .int, integer == "Int64" { return .line("writer.integer(Int64(\(value))\(order))") }
      return .call("try writer.integer(", [value, "as: \(integer).self", path + order])
    case (.strings, _): return .line("try writer.strings(\(value), \(path))")
    case (.dictionary, _): return .line("try writer.dictionary(\(value), \(path))")
    case (_, .string): return .line("\(effort)writer.text(\(value)\(length))")
    case (_, .bytes): return .line("\(effort)writer.bytes(\(value)\(length))")
    case (_, .routingID), (.bytes, .uuid): return .line("\(effort)writer.bytes(\(value).bytes\(length))")
    case (_, .uuid), (_, .timestamp): return .line("\(effort)writer.text(\(value).description\(length))")
    case (_, .named(let id)):
      guard case .enumeration = names.spec[id].kind else { return nil }
      return .line("\(effort)writer.text(\(value).rawValue\(length))")
    default: return nil
    }
  }

  // MARK: Constants and types

  /// The arguments of `constant` and `type`: `"MDPW01"`, `0x02 as UInt8`, `"HELLO", length: UInt8.self`.
  ///
  /// - Parameter text: How the file writes it: a number keeps its base.
  static func arguments(of codec: ScalarCodec, _ value: ValueSpec.Content, text: String) -> String {
    switch codec {
    case .integer(_, _, let isLittleEndian):
      return "\(number(value, text: text)) as \(integer(of: codec))\(isLittleEndian ? ", .littleEndian" : "")"
    case .text, .bytes, .strings, .dictionary: return literal(value, text: text)
    case .lengthPrefixedText, .lengthPrefixedBytes:
      return "\(literal(value, text: text)), length: \(integer(of: codec)).self"
    }
  }

  /// The statements that write a constant.
  static func writing(_ codec: ScalarCodec, _ value: ValueSpec.Content, text: String) -> [Code] {
    switch codec {
    case .integer: return [.line("writer.integer(\(arguments(of: codec, value, text: text)))")]
    case .text, .bytes, .strings, .dictionary: return [.line("writer.constant(\(literal(value, text: text)))")]
    case .lengthPrefixedText, .lengthPrefixedBytes:
      let count = if case .string(let string) = value { string.utf8.count } else { text.utf8.count }
      return [
        .line("writer.integer(\(count) as \(integer(of: codec)))"),
        .line("writer.constant(\(literal(value, text: text)))"),
      ]
    }
  }

  private static func literal(_ value: ValueSpec.Content, text: String) -> String {
    if case .string(let string) = value { SwiftLiteral.string(string) } else { SwiftLiteral.string(text) }
  }

  /// A number with the base in which the file writes it, where Swift reads it alike.
  private static func number(_ value: ValueSpec.Content, text: String) -> String {
    let number: String
    switch value {
    case .int(let value): number = "\(value)"
    case .uint(let value): number = "\(value)"
    case .string(let string): return string
    default: return text
    }
    guard text.hasPrefix("0x"), let value = UInt64(number) else { return number }
    let digits = String(value, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: max(0, text.utf8.count - 2 - digits.utf8.count)) + digits
  }
}
