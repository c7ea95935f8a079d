/// A frame of a layout of the file's own, or several: `text: MDPW01`, `uint8: $type`, `$args...`.
public struct FrameSpec: Sendable, Hashable, Encodable {
  /// What stands in the frame, and how it becomes bytes.
  public enum Content: Sendable, Hashable, Encodable {
    /// `json: …`: a tree, as JSON without blanks.
    case json(TreeTemplateSpec)
    /// `msgpack: …`: a tree, as MessagePack in its smallest forms.
    case msgpack(TreeTemplateSpec)
    /// `text: …`, `bytes: …`, `uint16: …`: one scalar.
    case scalar(ScalarCodec, ScalarTemplateSpec)
    /// `empty`: the frame without bytes.
    case empty
    /// `packed: …`: scalars behind one another in one frame.
    case packed([PackedItemSpec])
    /// `$name`, `$args`: a value in the codec of its type (`ScalarCodec.natural(for:)`), or as JSON where the type
    /// has none.
    case natural(TemplateReference)
  }

  /// What stands in it.
  public var content: Content
  /// Whether it is `$name...`: as many frames as the list has elements (`$args...`: one for each argument, and one
  /// for each element of an argument called `rest...`).
  public var isSpread: Bool
  /// Where it is written.
  public var range: SourceRange

  /// A frame.
  public init(_ content: Content, isSpread: Bool = false, range: SourceRange) {
    self.content = content
    self.isSpread = isSpread
    self.range = range
  }
}

/// A scalar behind others in one frame of the codec `packed`.
public struct PackedItemSpec: Sendable, Hashable, Encodable {
  /// How it becomes bytes.
  public var codec: ScalarCodec
  /// What it is.
  public var template: ScalarTemplateSpec
  /// Whether it is `$name...`: one behind the other, to the end of the frame.
  public var isSpread: Bool
  /// Where it is written.
  public var range: SourceRange

  /// A packed scalar.
  public init(codec: ScalarCodec, template: ScalarTemplateSpec, isSpread: Bool = false, range: SourceRange) {
    self.codec = codec
    self.template = template
    self.isSpread = isSpread
    self.range = range
  }
}

/// How a scalar becomes bytes.
public enum ScalarCodec: Sendable, Hashable, Encodable {
  /// UTF-8; as a whole frame, or to the end of a packed one.
  case text
  /// As they are; as a whole frame, or to the end of a packed one.
  case bytes
  /// An integer of 8, 16, 32 or 64 bits.
  case integer(bits: Int, isSigned: Bool, isLittleEndian: Bool)
  /// `string8`, `string32`: UTF-8 behind its length in bytes, which is an unsigned integer of so many bits in network
  /// order.
  case lengthPrefixedText(bits: Int)
  /// `bytes8`, `bytes32`: bytes behind their length.
  case lengthPrefixedBytes(bits: Int)
  /// `strings`: a count of 32 bits, then each text behind its length of 32 bits.
  case strings
  /// `dictionary`: a count of 32 bits, then each key behind its length of 8 bits and its text behind its length of 32.
  /// Source: RFC 36, "dictionary".
  case dictionary

  /// Every scalar codec by the name the language gives it, in the order of its table.
  public static let all: [(name: String, codec: ScalarCodec)] =
    [("text", .text), ("bytes", .bytes)]
    + [false, true].flatMap { isLittleEndian in
      [false, true].flatMap { isSigned in
        [8, 16, 32, 64].filter { $0 > 8 || !isLittleEndian }.map { bits in
          (
            "\(isSigned ? "" : "u")int\(bits)\(isLittleEndian ? "le" : "")",
            .integer(bits: bits, isSigned: isSigned, isLittleEndian: isLittleEndian)
          )
        }
      }
    }
    + [
      ("string8", .lengthPrefixedText(bits: 8)), ("string32", .lengthPrefixedText(bits: 32)),
      ("bytes8", .lengthPrefixedBytes(bits: 8)), ("bytes32", .lengthPrefixedBytes(bits: 32)),
      ("strings", .strings), ("dictionary", .dictionary),
    ]

  /// The language's name: `uint16le`.
  public var name: String { ScalarCodec.all.first { $0.codec == self }?.name ?? "" }

  /// Whether it can only stand in a `packed` frame: its length is told by itself.
  public var isLengthPrefixed: Bool {
    switch self {
    case .lengthPrefixedText, .lengthPrefixedBytes, .strings, .dictionary: true
    default: false
    }
  }

  /// The codec in which a frame of its own carries a value of this type, or nil where that is JSON.
  ///
  /// ```
  /// string, uuid, timestamp   text          bytes, routing_id   bytes
  /// int8 … uint64             as named      int                 int64
  /// ```
  public static func natural(for type: TypeReference) -> ScalarCodec? {
    switch type {
    case .string, .uuid, .timestamp: .text
    case .bytes, .routingID: .bytes
    case .int, .int64: .integer(bits: 64, isSigned: true, isLittleEndian: false)
    case .int8: .integer(bits: 8, isSigned: true, isLittleEndian: false)
    case .int16: .integer(bits: 16, isSigned: true, isLittleEndian: false)
    case .int32: .integer(bits: 32, isSigned: true, isLittleEndian: false)
    case .uint8: .integer(bits: 8, isSigned: false, isLittleEndian: false)
    case .uint16: .integer(bits: 16, isSigned: false, isLittleEndian: false)
    case .uint32: .integer(bits: 32, isSigned: false, isLittleEndian: false)
    case .uint64: .integer(bits: 64, isSigned: false, isLittleEndian: false)
    default: nil
    }
  }
}
