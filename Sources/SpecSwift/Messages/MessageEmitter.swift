import SpecModel

extension SwiftSpec {
  /// ```swift
  /// /// Asks for a pong.
  /// ///
  /// /// `["ping",5]`
  /// public struct Ping: WireMessage {
  ///   public var count: Int
  ///
  ///   public init(count: Int) { … }
  ///
  ///   public static let wireType: StaticString = "ping"
  ///   public static let layout = BodyLayout.pair
  ///
  ///   public init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) { … }
  ///
  ///   public func encode(into writer: inout FrameWriter) throws(UnencodableValue) { … }
  /// }
  /// ```
  func declaration(of id: MessageID) -> [Code] {
    let message = spec[id]
    let codec = MessageCodec(
      message: message, fields: FieldCodec(names: self, fields: message.fields, notesFields: message.layout != .list))
    let error = refusals.contains(id) ? ", Error" : ""
    return [
      .doc("\(message.about?.trimmed ?? "The message `\(message.name)`.")\n\n`\(message.sampleBody(in: spec))`"),
      .block(
        "public struct \(SwiftName.type(message.name.text)): WireMessage\(error)",
        properties(message.fields) + memberwiseInit(message.fields) + [
          .blank,
          .doc("Its type on the wire."),
          .assignment("public static let wireType: StaticString", SwiftLiteral.string(message.wireType)),
          .doc("How it becomes a frame."),
          .line("public static let layout = BodyLayout.\(message.builtInLayout.rawValue)"),
        ] + codec.fieldNames() + [
          .blank,
          .doc("Reads the fields, whose type has been read."),
          .block(
            "public init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault)", codec.reading()),
          .blank,
          .doc("Writes the body."),
          .block(
            "public func encode(into writer: inout FrameWriter) throws(UnencodableValue)",
            codec.writing().statements(writingTo: "writer.json") + [.line("writer.endFrame()")]),
        ]),
    ]
  }
}

extension StringProtocol {
  /// Without line ends at the end.
  var trimmed: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }

  /// The lines before the first empty one, as one.
  var firstParagraph: String {
    split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }.joined(separator: " ")
  }
}
