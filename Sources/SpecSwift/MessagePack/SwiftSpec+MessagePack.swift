import SpecModel

extension SwiftSpec {
  /// The types that are in messages with a frame of MessagePack, directly or within others.
  static func packedTypes(of spec: ProtocolSpec) -> Set<TypeID> {
    var found: Set<TypeID> = []
    var waiting: [TypeReference] = []
    for message in spec.messages {
      guard let layout = message.layout.declared.map({ spec[$0] }), layout.frames.contains(where: \.isMessagePack)
      else {
        continue
      }
      waiting += (message.fields + layout.fields).map(\.type)
    }
    while let type = waiting.popLast() {
      switch type {
      case .list(let inner), .map(let inner), .optional(let inner): waiting.append(inner)
      case .named(let id):
        guard found.insert(id).inserted else { continue }
        switch spec[id].kind {
        case .enumeration: break
        case .record(let fields): waiting += fields.map(\.type)
        case .union(let cases, _): waiting += cases.map { .named($0.type) }
        }
      default: break
      }
    }
    return found
  }

  // MARK: Types

  /// What an enum needs to stand in MessagePack.
  ///
  /// ```swift
  /// public func pack(into writer: inout FrameWriter) {
  ///   switch self {
  ///   case .red: writer.packKey("red")
  ///   }
  /// }
  /// ```
  func packing(_ cases: [NameSpec], reading: [Code]) -> [Code] {
    [.blank, .doc("Reads one of the cases.")] + reading.readingMessagePack + [
      .blank, .doc("Appends the case."),
      .block(
        "public func pack(into writer: inout FrameWriter)",
        [
          .switching("self", cases.map { ("case .\(SwiftSpec.member($0))", [PackCode(names: self).key($0.text)]) })
        ]),
    ]
  }

  /// What a record needs to stand in MessagePack.
  ///
  /// One in a union has a tag in front of its members:
  ///
  /// ```swift
  /// fileprivate var memberCount: Int { … }
  /// fileprivate func packMembers(into writer: inout FrameWriter) throws(UnencodableValue) { … }
  /// ```
  func packing(_ codec: FieldCodec, reading: [Code]) -> [Code] {
    let pack = PackCode(names: self)
    var count = pack.count(ofMembers: codec.fields, of: codec)
    var members = pack.members(codec.fields, of: codec)
    if codec.unknown == .keep {
      count.others.append("\(codec.unknownName).count")
      members.append(.line("try writer.packMembers(\(codec.unknownName))"))
    }
    let head = "(into writer: inout FrameWriter) throws(UnencodableValue)"
    let documentation = Code.doc("Appends a map; members that are nil are left out.")
    guard codec.isTagged else {
      return reading.readingMessagePack + [
        .blank, documentation,
        .block(
          "public func pack\(head)", codec.callOfCheck + [.line("try writer.packMap(of: \(count.text))")] + members),
      ]
    }
    return reading.readingMessagePack + [
      .blank, documentation,
      .block(
        "public func pack\(head)",
        [.line("try writer.packMap(of: memberCount)"), .line("try packMembers(into: &writer)")]),
      .blank,
      .statement("fileprivate var memberCount: Int", count.text),
      .blank,
      .block("fileprivate func packMembers\(head)", codec.callOfCheck + members),
    ]
  }

  /// What a union needs to stand in MessagePack.
  func packing(_ cases: [UnionCaseSpec], tag: String, reading: Code) -> [Code] {
    let pack = PackCode(names: self)
    return [.blank, .doc("Reads the record that the tag tells."), reading.readingMessagePack] + [
      .blank, .doc("Appends the record with its tag in front."),
      .block(
        "public func pack(into writer: inout FrameWriter) throws(UnencodableValue)",
        [
          .switching(
            "self",
            cases.map { item in
              (
                "case .\(SwiftSpec.member(item.name))(let value)",
                [
                  .line("try writer.packMap(of: 1 + value.memberCount)"), pack.key(tag), pack.key(item.name.text),
                  .line("try value.packMembers(into: &writer)"),
                ]
              )
            })
        ]),
    ]
  }
}

extension FrameSpec {
  /// Whether the frame is a tree in MessagePack.
  var isMessagePack: Bool { if case .msgpack = content { true } else { false } }
}
