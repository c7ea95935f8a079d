import SpecModel

extension SwiftSpec {
  /// ```swift
  /// /// Asks for a pong.
  /// ///
  /// /// `["ping",5]`
  /// public struct Ping: JSONMessage {
  ///   public var count: Int
  ///
  ///   public init(count: Int) { … }
  ///
  ///   @inlinable public static var wireType: StaticString { "ping" }
  ///   @inlinable public static var layout: BodyLayout { .pair }
  ///
  ///   public init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) { … }
  ///
  ///   public func encode(into writer: inout FrameWriter) throws(UnencodableValue) { … }
  /// }
  /// ```
  func declaration(of id: MessageID) -> [Code] {
    let message = spec[id]
    let body: (conformance: String, code: [Code])
    switch message.layout {
    case .builtIn(let layout):
      let view = viewed.contains(id) ? viewDeclaration(of: message, layout) : []
      body = ("JSONMessage", jsonMessage(message, layout) + view)
    case .declared(let layout): body = ("FramedMessage", framedMessage(message, spec[layout]))
    }
    let error = refusals.contains(id) ? ", Error" : ""
    return [
      .doc(documentation(of: message)),
      .block("public struct \(SwiftName.type(message.name.text)): \(body.conformance)\(error)", body.code),
    ]
  }

  /// What a message means, its body as a peer would write it, since when it is there.
  private func documentation(of message: MessageSpec) -> String {
    var paragraphs = [message.about?.trimmed ?? "The message `\(message.name)`."]
    if let since = message.since { paragraphs.append("Since \(since).") }
    if let reason = message.deprecated { paragraphs.append("Deprecated: \(reason)") }
    paragraphs.append("`\(message.sampleBody(in: spec))`")
    return paragraphs.joined(separator: "\n\n")
  }

  /// A message of one JSON frame.
  private func jsonMessage(_ message: MessageSpec, _ layout: BuiltInLayout) -> [Code] {
    var fields = FieldCodec(names: self, fields: message.fields, notesFields: layout != .list)
    fields.mayUseCalls = true
    let codec = MessageCodec(message: message, layout: layout, fields: fields)
    return properties(message.fields) + memberwiseInit(message.fields) + wireType(message) + [
      .doc("How it becomes a frame."),
      .line("@inlinable public static var layout: BodyLayout { .\(layout.rawValue) }"),
    ] + codec.fieldNames() + fields.checking(owner: message.name.text) + [
      .blank,
      .doc("Reads the fields, whose type has been read."),
      .block(
        "public init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault)", codec.reading()),
    ]
      + encoding(fields.callOfCheck + (isLarge ? codec.writingFrameByCalls() : codec.writingFrame()))
  }

  /// A message with a layout of the file's own.
  ///
  /// ```swift
  /// public struct Ready: FramedMessage {
  ///   public var service: String
  ///
  ///   public init(service: String) { … }
  ///
  ///   @inlinable public static var wireType: StaticString { "0x01" }
  ///
  ///   public init<Frames: BodyFrames>(body: inout BodyReader<Frames>) throws(WireError) { … }
  ///
  ///   public func encode(into writer: inout FrameWriter) throws(UnencodableValue) { … }
  /// }
  /// ```
  private func framedMessage(_ message: MessageSpec, _ layout: LayoutSpec) -> [Code] {
    let codec = LayoutCodec(names: self, message: message, layout: layout)
    let fields = codec.fields.fields
    return properties(fields) + memberwiseInit(fields) + wireType(message) + (codec.signature?.declaration ?? [])
      + codec.keys()
      + codec.fields.checking(owner: message.name.text, isPacked: layout.frames.contains(where: \.isMessagePack)) + [
        .blank,
        .doc("Reads the frames of the layout `\(layout.name)`."),
        .block(
          "public init<Frames: BodyFrames>(body: inout BodyReader<Frames>) throws(WireError)", codec.reading()),
      ] + encoding(codec.writing())
  }

  private func wireType(_ message: MessageSpec) -> [Code] {
    [
      .blank,
      .doc("Its type on the wire."),
      .line("@inlinable public static var wireType: StaticString { \(SwiftLiteral.string(message.wireType)) }"),
    ]
  }

  private func encoding(_ body: [Code]) -> [Code] {
    [
      .blank,
      .doc("Writes the body."),
      .block("public func encode(into writer: inout FrameWriter) throws(UnencodableValue)", body),
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
