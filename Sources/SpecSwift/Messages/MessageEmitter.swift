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

  /// ```swift
  /// public enum PingReply: Sendable, Hashable {
  ///   case pong(Pong)
  ///   case busy(Busy)
  ///
  ///   public func encode(into writer: inout FrameWriter) throws(UnencodableValue) {
  ///     switch self {
  ///     case .pong(let reply): try reply.encode(into: &writer)
  ///     case .busy(let reply): try reply.encode(into: &writer)
  ///     }
  ///   }
  /// }
  /// ```
  func alternativesDeclaration(of id: MessageID, _ replies: [MessageID]) -> [Code] {
    [
      .doc("What `\(spec[id].name)` is answered with."),
      .block(
        "public enum \(alternativesName(of: id)): Sendable, Hashable",
        replies.flatMap { reply -> [Code] in
          [
            .doc(spec[reply].about?.firstParagraph ?? "The message `\(spec[reply].name)`."),
            .line("case \(SwiftSpec.member(spec[reply].name))(\(type(of: reply, in: .namespace)))"),
          ]
        } + [
          .blank,
          .doc("Writes the body of the answer."),
          .block(
            "public func encode(into writer: inout FrameWriter) throws(UnencodableValue)",
            [
              .switching(
                "self",
                replies.map { reply in
                  (
                    label: "case .\(SwiftSpec.member(spec[reply].name))(let reply)",
                    body: [.line("try reply.encode(into: &writer)")]
                  )
                })
            ]),
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
