import SpecModel

extension SwiftSpec {
  /// The enums of what answers a message, where several messages may.
  func answersDeclarations(of id: MessageID) -> [[Code]] {
    let answers = answers[id] ?? SocketProjection.Answers()
    let name = spec[id].name
    var declarations: [[Code]] = []
    if answers.elements.count > 1 {
      declarations.append(
        alternatives(elementName(of: id), answers.elements, "What the stream that answers `\(name)` consists of."))
    }
    if answers.replies.count > 1 {
      let what = answers.isStream ? "What closes the stream that answers" : "What answers"
      declarations.append(alternatives(replyName(of: id), answers.replies, "\(what) `\(name)`."))
    }
    return declarations
  }

  /// ```swift
  /// public enum PingReply: Sendable, Hashable {
  ///   case pong(Pong)
  ///   case busy(Busy)
  ///
  ///   public func encode(into writer: inout FrameWriter) throws(UnencodableValue) {
  ///     switch self {
  ///     case .pong(let message): try message.encode(into: &writer)
  ///     case .busy(let message): try message.encode(into: &writer)
  ///     }
  ///   }
  /// }
  /// ```
  private func alternatives(_ name: String, _ messages: [MessageID], _ about: String) -> [Code] {
    [
      .doc(about),
      .block(
        "public enum \(name): Sendable, Hashable",
        messages.flatMap { message -> [Code] in
          [
            .doc(spec[message].about?.firstParagraph ?? "The message `\(spec[message].name)`."),
            .line("case \(SwiftSpec.member(spec[message].name))(\(type(of: message, in: .namespace)))"),
          ]
        } + [
          .blank,
          .doc("Writes the body of the one that it is."),
          .block(
            "public func encode(into writer: inout FrameWriter) throws(UnencodableValue)",
            [
              .switching(
                "self",
                messages.map { message in
                  (
                    label: "case .\(SwiftSpec.member(spec[message].name))(let message)",
                    body: [.line("try message.encode(into: &writer)")]
                  )
                })
            ]),
        ]),
    ]
  }
}
