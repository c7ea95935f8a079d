import SpecModel

// Messages as views into their frames, for the handlers of sockets that want them: `x-swift-handler: views`. Texts are
// not copied; what else a message holds is decoded as ever.

extension SocketSpec {
  /// Whether its handler wants messages as views.
  var wantsViews: Bool {
    extensions.contains { $0.key.text == "x-swift-handler" && $0.value.content == .string("views") }
  }
}

extension SwiftSpec {
  /// Whether a handler gets a message as a view; one with a layout of the file's own is decoded.
  func isViewed(_ message: MessageID, at socket: SocketID) -> Bool {
    spec[socket].wantsViews && viewed.contains(message)
  }

  /// `View`, beside a declared type of that name `BorrowedView`.
  private var viewName: String { hidden.contains("View") ? "BorrowedView" : "View" }

  /// `Report.View`
  func view(of message: MessageID, in scope: Scope) -> String { "\(type(of: message, in: scope)).\(viewName)" }

  /// ```swift
  /// public struct View: JSONReadable {
  ///   public let city: BorrowedText
  ///   …
  ///   public init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) { … }
  ///
  ///   public func copied(in frame: Span<UInt8>) -> Report { Report(city: city.string(in: frame)) }
  /// }
  /// ```
  func viewDeclaration(of message: MessageSpec, _ layout: BuiltInLayout) -> [Code] {
    var borrowing = self
    borrowing.borrowsTexts = true
    let fields = FieldCodec(names: borrowing, fields: message.fields, notesFields: layout != .list)
    let codec = MessageCodec(message: message, layout: layout, fields: fields)
    let owner = SwiftName.type(message.name.text)
    return [
      .blank,
      .doc("It as it lies in its frame: texts are not copied, and are read with the frame beside them."),
      .block(
        "public struct \(viewName): JSONReadable",
        borrowing.properties(message.fields) + [
          message.fields.isEmpty ? .group([]) : .blank,
          .doc("Its type on the wire."),
          .line("@inlinable public static var wireType: StaticString { \(owner).wireType }"),
          .doc("How it becomes a frame."),
          .line("@inlinable public static var layout: BodyLayout { \(owner).layout }"),
        ] + codec.fieldNames() + fields.readFunctions() + [
          .blank,
          .doc("Reads the fields, whose type has been read."),
          .block(
            "public init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault)", codec.reading()),
          .blank,
          .doc("The message, with its texts copied out of the frame."),
          .block(
            "public func copied(in frame: Span<UInt8>) -> \(owner)",
            [
              .call(
                "\(owner)(",
                message.fields.map { field in
                  let name = SwiftName.member(field.name.text)
                  let value = name == "frame" ? "self.frame" : Identifier.escaped(name)
                  return "\(Identifier.label(name)): \(copy(of: value, field.type))"
                })
            ]),
        ]),
    ]
  }

  /// A value of a view with its texts copied: `lines.map { $0.string(in: frame) }`.
  private func copy(of value: String, _ type: TypeReference) -> String {
    guard type.holdsTexts else { return value }
    switch type {
    case .optional(let wrapped): return "\(value).map { \(copy(of: "$0", wrapped)) }"
    case .list(let element): return "\(value).map { \(copy(of: "$0", element)) }"
    case .map(let element): return "\(value).mapValues { \(copy(of: "$0", element)) }"
    default: return "\(value).string(in: frame)"
    }
  }
}

extension TypeReference {
  /// Whether texts are its values, or those of a list, map or optional; those within a record are the record's.
  var holdsTexts: Bool {
    switch self {
    case .string: true
    case .list(let element), .map(let element), .optional(let element): element.holdsTexts
    default: false
    }
  }
}
